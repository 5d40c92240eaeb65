using MicroConvQA.Decoding;

namespace MicroConvQA.Browser.Settling;

/// <summary>One way in which a conversion shows: an event of a vendor, at one account or (null) at any.</summary>
internal sealed record AwaitedEvent(string Vendor, string Event, string? Account)
{
    /// <summary>Tells the conversion from others that are sent by the same event; null = the event's name says all.</summary>
    public Func<Hit, bool>? IsMeant { get; init; }

    /// <summary>
    /// Whether its vendor sends each event at once. Then it is waited for by itself: what comes only after the next step's action cannot be
    /// of this one. Of a vendor that holds events back, or of which that is not known, any other sign will do.
    /// </summary>
    public bool IsSentAtOnce { get; init; }

    public bool Is(Hit hit) =>
        hit.Vendor == Vendor
        && hit.Event == Event
        && hit.Role == HitRole.Event
        && (Account is null || hit.Account is null || hit.Account == Account)
        && (IsMeant is null || IsMeant(hit));
}
