namespace MicroConvQA.Attribution;

/// <summary>What becomes of evidence that contradicts what outranks it.</summary>
internal enum Contradiction
{
    /// <summary>There is nothing above it that it could contradict.</summary>
    None,

    /// <summary>It holds instead: what was said before is of a coarser clock.</summary>
    Replaces,

    /// <summary>It is pushed to the nearest end of what outranks it.</summary>
    NearestEnd,

    /// <summary>It is not believed.</summary>
    Dropped,
}

/// <summary>
/// A row of the table: one kind of evidence, when it is asked, and what becomes of it where it contradicts the rows above it.
/// </summary>
/// <param name="Kind">The kind.</param>
/// <param name="IsAsked">Whether it is asked at all, by what is known from the rows above it.</param>
/// <param name="OnContradiction">What becomes of it where the rows above it leave no room for what it says.</param>
/// <param name="Why">The reason, for who reads the table.</param>
internal sealed record EvidenceRank(EvidenceKind Kind, Func<EvidenceSoFar, bool> IsAsked, Contradiction OnContradiction, string Why);

/// <summary>
/// Which evidence of when an event was created outranks which: from top to bottom each row narrows what the rows above it have left. New
/// evidence is a kind, a reading in <see cref="HitEvidence"/> and a row here.
/// </summary>
internal static class EvidenceRanks
{
    public static IReadOnlyList<EvidenceRank> All { get; } =
    [
        new(EvidenceKind.Arrival, _ => true, Contradiction.None, "Nothing arrives before it happened: the one bound that every hit has."),
        new(
            EvidenceKind.Page,
            _ => true,
            Contradiction.Replaces,
            "Where the page began in a later step than the request seems to have come in, the network's clock lags: the page cannot send before it is there."
        ),
        new(
            EvidenceKind.SendDelay,
            known => !known.StatesTime,
            Contradiction.NearestEnd,
            "How long a vendor usually waits is a guess about its SDK, asked only where the hit itself says nothing; it may choose among what the rest allows."
        ),
        new(
            EvidenceKind.StatedTime,
            _ => true,
            Contradiction.Dropped,
            "A page's clock may be wrong by any amount; where its time fits neither the page nor the arrival, it is not to be trusted."
        ),
        new(
            EvidenceKind.Wait,
            _ => true,
            Contradiction.Dropped,
            "The walk did nothing until the step's time for it was over: what a vendor that sends at once is sent only after the next action was caused by that, whatever was pushed before; a time that the hit states is the better witness."
        ),
        new(
            EvidenceKind.Push,
            known => known.IsDoubtful,
            Contradiction.Dropped,
            "The push is found by order and content, so that it may be another one's: it decides only what the rest leaves open."
        ),
    ];
}
