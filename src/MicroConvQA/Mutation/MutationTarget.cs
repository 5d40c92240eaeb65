using MicroConvQA.Faults;
using MicroConvQA.Judging;

namespace MicroConvQA.Mutation;

/// <summary>A hit that was counted for an expectation: what a fault is put into.</summary>
internal sealed record MutationTarget : CarriedHit
{
    public required ExpectationVerdict Expectation { get; init; }
}
