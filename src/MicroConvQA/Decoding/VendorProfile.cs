using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Recognition;
using MicroConvQA.Vendors;

namespace MicroConvQA.Decoding;

/// <summary>What is known of a vendor as data: its names, where it receives requests and what its fields mean.</summary>
public sealed record VendorProfile
{
    /// <summary>The name that configurations use: <c>ga4</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What reports call it: <c>Google Analytics 4</c>.</summary>
    public required string Title { get; init; }

    /// <summary>What <see cref="Hit.Account"/> is here: <c>the measurement id, G-…</c>; null = hits name no account.</summary>
    public string? Account { get; init; }

    /// <summary>What <see cref="Hit.EventId"/> is here; null = the vendor has no such id.</summary>
    public string? EventId { get; init; }

    public IReadOnlyList<Endpoint> Endpoints { get; init; } = [];

    /// <summary>
    /// Fields of a query, form or JSON body that make the decoder look at a request on a host and path that nobody names; empty = it never
    /// does.
    /// </summary>
    public IReadOnlyList<string> PayloadKeys { get; init; } = [];

    /// <summary>How a payload on somebody's own host is recognised, in words for the documentation; null = it is not.</summary>
    public string? Payload { get; init; }

    /// <summary>Whether it reads data-layer pushes and not requests.</summary>
    public bool ReadsDataLayer { get; init; }

    public required AliasNames Aliases { get; init; }

    /// <summary>
    /// The vendor's standard events, each with what it stands for in GA4's words; empty = shops choose all names themselves.
    /// </summary>
    public IReadOnlyDictionary<string, string> StandardEvents { get; init; } = new Dictionary<string, string>();

    /// <summary>What it documents that it cuts or drops; null = nothing that we know.</summary>
    public VendorLimits? Limits { get; init; }

    /// <summary>The cookies and storage keys that it documents as its own.</summary>
    public TrackerNames Stores => TrackerNames.Of(Name);

    /// <summary>
    /// For how long at most the vendor's script keeps an event before it sends it, in page time; zero = each is sent at once, null = not
    /// known.
    /// </summary>
    public TimeSpan? SendDelay { get; init; }

    /// <summary>By what its script takes a browser for a robot's and sends nothing; null = it looks for nothing that we know.</summary>
    public BotFilter? BotFilter { get; init; }

    public required Evidence Evidence { get; init; }
}
