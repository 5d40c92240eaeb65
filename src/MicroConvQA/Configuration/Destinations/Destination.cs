namespace MicroConvQA.Configuration.Destinations;

/// <summary>A place that conversions are sent to: a vendor with an account, or the page's data layer.</summary>
public sealed record Destination
{
    /// <summary>The name that dictionary and journeys use: <c>ga4</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What reports call it: <c>Google Analytics 4</c>.</summary>
    public required string Title { get; init; }

    /// <summary>The decoder that reads its hits: <c>ga4</c>, <c>plausible</c>, <c>datalayer</c> …</summary>
    public required string Vendor { get; init; }

    /// <summary>The account or property id that its hits must carry; null = any.</summary>
    public string? Account { get; init; }

    public Need Needs { get; init; } = Need.Nothing;

    /// <summary>What its hits are not held against, and why.</summary>
    public NotCompared NotCompared { get; init; } = NotCompared.Nothing;

    /// <summary>
    /// Names of cookies and storage keys of the shop's own that belong to it, with <c>*</c> for any characters; beside the vendor's
    /// documented ones.
    /// </summary>
    public IReadOnlyList<string> Stores { get; init; } = [];

    /// <summary>
    /// What of a person its hits may carry where consent is given: <c>hashed e-mail</c>, for example, by which it matches customers.
    /// </summary>
    public IReadOnlyList<PersonalDatum> MayCarry { get; init; } = [];

    /// <summary>
    /// Whether it gets its events from a server too, and counts both as one by the event id, which each hit must carry then.
    /// </summary>
    public bool Deduplicated { get; init; }

    /// <summary>First-party URLs of this vendor, as globs; beside the vendor's own hosts.</summary>
    public IReadOnlyList<string> Endpoints { get; init; } = [];
}

/// <summary>What consent a destination needs before anything may be sent to it.</summary>
public enum Need
{
    Nothing,
    Analytics,
    Ads,

    /// <summary>Google consent mode: it is sent in every state, but must say which.</summary>
    ConsentMode,
}
