using MicroConvQA.Matching;

namespace MicroConvQA.Judging.Findings;

/// <summary>The part of a finding that what it is about gives.</summary>
internal static class FindingDraft
{
    /// <summary>Of an expectation.</summary>
    public static Finding For(Claim claim, FindingKind kind) =>
        new()
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

    /// <summary>Of hits of one event, whether or not something is expected of it.</summary>
    public static Finding About(CaseFile file, IReadOnlyList<LedgerHit> hits, FindingKind kind) =>
        new()
        {
            Kind = kind,
            Message = "",
            StepIndex = hits[0].StepIndex,
            Place = file.PlaceOf(hits[0].StepIndex),
            Conversion = file.ConversionOf(hits[0])?.Name,
            Destination = hits[0].Destination.Name,
            Expected = "",
            Found = "",
            Requests = [.. hits.Select(hit => hit.Request).Distinct()],
            NextMove = "",
        };
}
