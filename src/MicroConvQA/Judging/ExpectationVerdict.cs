using MicroConvQA.Journeys;
using MicroConvQA.Judging.Findings;

namespace MicroConvQA.Judging;

/// <summary>The outcome of one expectation of one walk; its destinations are its parts.</summary>
public sealed record ExpectationVerdict
{
    public required Expectation Expectation { get; init; }

    /// <summary>The conversion's title in the dictionary.</summary>
    public required string Title { get; init; }

    public required int StepIndex { get; init; }

    public required string StepId { get; init; }

    public required string StepTitle { get; init; }

    /// <summary>Which of the step's expectations of the same conversion this is, from 1.</summary>
    public required int Ordinal { get; init; }

    public required VerdictStatus Status { get; init; }

    /// <summary>Why it is broken or skipped: <c>broken: not reached, because …</c>; null otherwise.</summary>
    public string? Reason { get; init; }

    public required IReadOnlyList<DestinationVerdict> Destinations { get; init; }

    public IEnumerable<Finding> Findings => Destinations.SelectMany(destination => destination.Findings);
}
