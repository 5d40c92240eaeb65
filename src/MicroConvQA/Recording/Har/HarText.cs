using System.Globalization;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Recording.Har;

/// <summary>Values of a HAR as what they are meant to be; exporters write null, numbers as text, or nothing.</summary>
internal static class HarText
{
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static string? Of(JToken? value) =>
        value is JValue { Value: not null } plain ? Convert.ToString(plain.Value, CultureInfo.InvariantCulture) : null;

    public static double? Number(JToken? value) =>
        double.TryParse(Of(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;

    /// <summary>An ISO 8601 time; null where there is none, or one at which nobody exported HARs.</summary>
    public static DateTimeOffset? Time(JToken? value) =>
        DateTimeOffset.TryParse(Of(value), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? Plausible(time)
            : null;

    /// <summary>Seconds since 1970, as WebSocket messages have them.</summary>
    public static DateTimeOffset? UnixTime(JToken? value) =>
        Number(value) is { } seconds and > 0 and < 1e10 ? Plausible(DateTimeOffset.UnixEpoch.AddSeconds(seconds)) : null;

    private static DateTimeOffset? Plausible(DateTimeOffset time) => time > Earliest && time < Latest ? time.ToUniversalTime() : null;
}
