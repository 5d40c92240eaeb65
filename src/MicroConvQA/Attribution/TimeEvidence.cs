namespace MicroConvQA.Attribution;

/// <summary>What tells when an event was created.</summary>
internal enum EvidenceKind
{
    /// <summary>Its request came: it cannot have been created later.</summary>
    Arrival,

    /// <summary>The page that the hit or its request names was open from then until then.</summary>
    Page,

    /// <summary>Its vendor waits so long at most before it sends.</summary>
    SendDelay,

    /// <summary>The hit states a time.</summary>
    StatedTime,

    /// <summary>An earlier step waited for it in vain before the next action was done.</summary>
    Wait,

    /// <summary>The data-layer push that caused it was made at a moment.</summary>
    Push,
}

/// <summary>One piece of evidence of when an event was created, as an interval, with its words.</summary>
internal sealed record TimeEvidence
{
    public required EvidenceKind Kind { get; init; }

    /// <summary>The interval in the walk's real time.</summary>
    public required TimeSpan Earliest { get; init; }

    public TimeSpan Latest { get; init; } = TimeSpan.MaxValue;

    /// <summary>
    /// The same interval in steps: pages and the network tell of a step's begin by clocks that are not quite one, which is allowed for
    /// here.
    /// </summary>
    public required int FirstStep { get; init; }

    public int LastStep { get; init; } = int.MaxValue;

    /// <summary>The step within the interval that it speaks for; null = for none in particular.</summary>
    public int? Likely { get; init; }

    /// <summary>The step that waited for it in vain; null = it tells of no such step.</summary>
    public int? AwaitedIn { get; init; }

    /// <summary>The page time that it states itself; null = it is worked out from the earliest moment.</summary>
    public TimeSpan? OnPage { get; init; }

    /// <summary>In words after "because"; null = it narrows what another one says and is not named.</summary>
    public string? Words { get; init; }
}
