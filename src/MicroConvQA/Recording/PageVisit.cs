namespace MicroConvQA.Recording;

/// <summary>
/// One document that the shopper saw: from its commit until the next one in the same tab. A change of URL without a load is a visit of its
/// own.
/// </summary>
public sealed record PageVisit
{
    /// <summary>Its number in the recording, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The tab, from 1.</summary>
    public required int Tab { get; init; }

    public required string Url { get; init; }

    public string? Title { get; init; }

    /// <summary>Since the start of the walk, in real time.</summary>
    public required TimeSpan From { get; init; }

    /// <summary>Null = until the end.</summary>
    public TimeSpan? To { get; init; }

    public required int StepIndex { get; init; }
}
