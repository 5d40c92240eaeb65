using MicroConvQA.Matching;

namespace MicroConvQA.Judging;

/// <summary>The part of a finding that its expectation gives.</summary>
internal static class Findings
{
    public static Finding For(Claim claim, FindingKind kind) => new()
    {
        Kind = kind,
        Message = "",
        StepIndex = claim.StepIndex,
        Place = claim.Expectation.Place,
        Conversion = claim.Conversion.Name,
        Destination = claim.Destination.Name,
        Expected = "",
        Found = "",
        NextMove = "",
    };
}
