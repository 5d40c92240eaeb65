using System.Globalization;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;

namespace MicroConvQA.Cli.Display;

/// <summary>What traffic is of, and how much of it was read, could not be read, and is nobody's.</summary>
internal static class TrafficSummary
{
    private const int MostHosts = 5;

    /// <summary>Where it comes from.</summary>
    public static Line Head(CapturedTraffic captured)
    {
        var origin = captured.Har is { } har
            ? $"HAR {har.Version} by {har.Creator} {har.CreatorVersion}".TrimEnd()
            : $"the walk {captured.Recording!.Walk.Id}, recorded by {captured.Recording.Tool}";
        var when =
            captured.StartedAt == DateTimeOffset.UnixEpoch
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $", {captured.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm}Z");

        return new Line([new Span(captured.Name, Tone.Strong), new Span($"  {origin}{when}", Tone.Quiet)]);
    }

    /// <summary>The counts.</summary>
    public static IReadOnlyList<Line> Of(CapturedTraffic captured, DecodedTraffic traffic) =>
        [
            Counts(captured, traffic),
            .. Beside(traffic),
            .. Unread(traffic),
            .. Nobodys(traffic),
            .. (captured.Har?.Flaws ?? []).Select(flaw => Line.Of(flaw, Tone.Doubtful)),
        ];

    private static Line Counts(CapturedTraffic captured, DecodedTraffic traffic)
    {
        var vendors = traffic
            .Hits.CountBy(hit => hit.Vendor)
            .OrderByDescending(vendor => vendor.Value)
            .ThenBy(vendor => vendor.Key, StringComparer.Ordinal)
            .Select(vendor => $"{vendor.Key} {vendor.Value}");
        var names = string.Join(", ", vendors);
        var carriers = traffic.Requests.Count(request => request.Hits.Count > 0);

        return new Line([
            new Span(Plural(traffic.Hits.Count(), "hit"), Tone.Strong),
            new Span($" in {carriers} of {Plural(captured.Requests.Count, "request")}{(names.Length == 0 ? "" : $": {names}")}."),
        ]);
    }

    private static IEnumerable<Line> Beside(DecodedTraffic traffic)
    {
        var copies = traffic.Hits.Count(hit => hit.Role == HitRole.Companion) + traffic.Repetitions().Count;
        var silent = traffic.Requests.Count(request => request.Hits.Count == 0 && request.Problem is null);
        if (copies > 0)
            yield return Line.Of(
                $"{copies} of them {(copies == 1 ? "is a copy or companion, which counts" : "are copies or companions, which count")} as no event.",
                Tone.Quiet
            );
        if (silent > 0)
            yield return Line.Of(
                $"{Plural(silent, "request")} of known vendors {(silent == 1 ? "carries" : "carry")} no hits: preflights, settings, session replay.",
                Tone.Quiet
            );
    }

    private static IEnumerable<Line> Unread(DecodedTraffic traffic)
    {
        var unread = traffic.Requests.Where(request => request.Problem is not null).ToList();
        if (unread.Count > 0)
            yield return new Line([new Span($"{Plural(unread.Count, "request")} of known vendors could not be read:", Tone.Bad)]);
        foreach (var request in unread)
            yield return new Line(
                [new Span($"  request {request.Request.Number} ({request.Vendor}): ", Tone.Quiet), new Span(request.Problem!)],
                Hanging: 4
            );
    }

    private static IEnumerable<Line> Nobodys(DecodedTraffic traffic)
    {
        var count = traffic.NobodysHosts.Values.Sum();
        if (count == 0)
            yield break;
        var hosts = traffic.NobodysHosts.OrderByDescending(host => host.Value).ThenBy(host => host.Key, StringComparer.Ordinal).ToList();
        var named = string.Join(
            ", ",
            hosts.Take(MostHosts).Select(host => $"{(host.Key.Length == 0 ? "no host" : host.Key)} {host.Value}")
        );
        var more = hosts.Count > MostHosts ? $" and {Plural(hosts.Count - MostHosts, "more host")}" : "";
        yield return new Line([
            new Span($"{Plural(count, "request")} {(count == 1 ? "is" : "are")} of no known vendor: {named}{more}.", Tone.Quiet),
            new Span(" Where one of them is your own collector, put its URL into a destination's 'endpoints'.", Tone.Quiet),
        ]);
    }

    private static string Plural(int count, string what) =>
        count == 1 ? $"1 {what}" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}s");
}
