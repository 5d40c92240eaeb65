using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.AdobeAnalytics;

/// <summary>A success event of the list: <c>scAdd</c>, <c>event5=12.5</c>, <c>purchase:T-1</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it is worth; null = it counts as one.</param>
/// <param name="Serial">By which it is counted once only; null = it has none.</param>
internal sealed record AdobeEvent(string Name, JValue? Value, string? Serial)
{
    public static IReadOnlyList<AdobeEvent> ReadAll(string? list) => [.. WireList.Split(list, ',').Select(Read)];

    private static AdobeEvent Read(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (rest, serial) = colon < 0 ? (text, null) : (text[..colon], text[(colon + 1)..]);
        var equals = rest.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? new AdobeEvent(rest, null, serial)
            : new AdobeEvent(rest[..equals], WireNumber.ReadOrText(rest[(equals + 1)..]), serial);
    }
}
