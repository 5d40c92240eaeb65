using MicroConvQA.Configuration.Destinations;

namespace MicroConvQA.Judging.Consent;

/// <summary>What came to one destination while one consent was in force, and what it had to keep to.</summary>
public sealed record HeldConsent
{
    /// <summary>The consent's name: <c>none</c> until the question is answered.</summary>
    public required string Consent { get; init; }

    /// <summary>What it grants.</summary>
    public required IReadOnlyList<Need> Grants { get; init; }

    /// <summary>The destination's title.</summary>
    public required string Destination { get; init; }

    /// <summary>What it needs.</summary>
    public required Need Needs { get; init; }

    /// <summary>How many hits were sent to it.</summary>
    public required int Hits { get; init; }

    /// <summary>How many of its cookies and storage keys appeared.</summary>
    public required int Stored { get; init; }

    /// <summary>
    /// What its hits said of consent, each way once: <c>analytics_storage granted; ad_storage denied</c>. Empty = they said nothing.
    /// </summary>
    public required IReadOnlyList<string> Signals { get; init; }
}
