using MicroConvQA.Decoding;

namespace MicroConvQA.Browser.Settling;

/// <summary>One way in which a conversion shows: an event of a vendor, at one account or (null) at any.</summary>
public sealed record AwaitedEvent(string Vendor, string Event, string? Account)
{
    public bool Is(Hit hit) =>
        hit.Vendor == Vendor && hit.Event == Event && hit.Role == HitRole.Event && (Account is null || hit.Account is null || hit.Account == Account);
}
