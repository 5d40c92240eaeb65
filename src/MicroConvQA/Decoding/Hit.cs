using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding;

/// <summary>One decoded event; one request may carry many. Parameter names are the vendor's own.</summary>
public sealed record Hit
{
    /// <summary>The decoder's vendor name: <c>ga4</c>.</summary>
    public required string Vendor { get; init; }

    /// <summary>Account, property, site or project as sent; null = the hit does not say.</summary>
    public string? Account { get; init; }

    /// <summary>The event name as sent.</summary>
    public required string Event { get; init; }

    public HitRole Role { get; init; } = HitRole.Event;

    /// <summary>What the vendor's standard event stands for, in GA4's words: <c>add_to_cart</c>; null = a name of the shop's own.</summary>
    public string? StandardEvent { get; init; }

    /// <summary>The event's parameters with their types as sent; objects and lists stay nested and are reached by dotted paths.</summary>
    public required JObject Parameters { get; init; }

    /// <summary>The items with the vendor's own field names; empty = none.</summary>
    public IReadOnlyList<JObject> Items { get; init; } = [];

    /// <summary>The alias layer: the same four facts under one name for every vendor; null = not sent.</summary>
    public JToken? Value { get; init; }

    public string? Currency { get; init; }

    public string? TransactionId { get; init; }

    /// <summary>The items' ids, in order.</summary>
    public IReadOnlyList<string> ItemIds { get; init; } = [];

    /// <summary>The id by which the vendor recognises the same event sent twice (retries, server copies); null = none.</summary>
    public string? EventId { get; init; }

    public string? ClientId { get; init; }

    public string? SessionId { get; init; }

    public string? UserId { get; init; }

    public ConsentSignal? Consent { get; init; }

    /// <summary>The page on which the event was created, as the hit says it.</summary>
    public string? PageUrl { get; init; }

    /// <summary>What the hit names the page load by: GA4's <c>_p</c>; null = nothing.</summary>
    public string? PageLoadId { get; init; }

    /// <summary>When the event was created, as the hit says it, on the page's (perhaps virtual) clock.</summary>
    public DateTimeOffset? StatedTime { get; init; }

    /// <inheritdoc cref="VendorProfile.SendDelay"/>
    public TimeSpan? SendDelay { get; init; }

    /// <summary>The request that carried it.</summary>
    public required CapturedRequest Request { get; init; }

    /// <summary>Its place among the request's hits, from 0.</summary>
    public int Line { get; init; }

    /// <summary>What of the hit could not be read; empty = all was.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];
}

/// <summary>What a hit is to its vendor.</summary>
public enum HitRole
{
    /// <summary>An event.</summary>
    Event,

    /// <summary>A copy or companion that the vendor sends beside an event by design; never counted.</summary>
    Companion,

    /// <summary>State only: identify, consent, configuration.</summary>
    State,
}
