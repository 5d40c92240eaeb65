using MicroConvQA.Decoding;

namespace MicroConvQA.Matching;

/// <summary>
/// The ids that pages give their events, by which a vendor counts what it gets from the browser and from a server as one.
/// </summary>
internal static class EventIds
{
    // TikTok's script makes one of its own where the page gives none; no server knows it.
    private const string MadeByTikTok = "messageId-";

    /// <summary>The page's id of an event; null = it gave none.</summary>
    public static string? Of(Hit hit) => hit.EventId is { } id && !id.StartsWith(MadeByTikTok, StringComparison.Ordinal) ? id : null;
}
