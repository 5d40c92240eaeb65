using System.Text.Json;

namespace MicroConvQA.Browser.Specs.DemoShop;

/// <summary>What a visit left: the pushes of its last page's session, and what the vendors got.</summary>
internal sealed class Harvest(IReadOnlyList<JsonElement> pushes, VendorTraffic traffic)
{
    // Vendors' own housekeeping, and page views, which are no conversions.
    private static readonly string[] Noise =
    [
        "plausible: pageview",
        "plausible: engagement",
        "ga4: page_view",
        "ga4: user_engagement",
        "snowplow: pv",
        "snowplow: pp",
    ];

    public IReadOnlyList<JsonElement> Pushes => pushes;

    /// <summary>Each event once, as the vendors count them by their ids.</summary>
    public IReadOnlyList<SentEvent> Sent => EventsIn(traffic.Requests);

    public IEnumerable<string> SentNames => Sent.Select(sent => sent.ToString());

    /// <summary>What should have been sent: every push to every vendor that is named.</summary>
    public IReadOnlyList<string> Due(params string[] vendors) =>
        [
            .. pushes
                .SelectMany(push => VendorNames.Of[push.GetProperty("event").GetString()!].For(push.GetProperty("event").GetString()!))
                .Where(name => vendors.Length == 0 || vendors.Any(vendor => name.StartsWith(vendor, StringComparison.Ordinal))),
        ];

    /// <summary>Whether each name has come as often as it is in the list.</summary>
    public bool HasCome(IReadOnlyList<string> names)
    {
        var sent = SentNames.CountBy(name => name).ToDictionary();
        return names.CountBy(name => name).All(wanted => sent.GetValueOrDefault(wanted.Key) >= wanted.Value);
    }

    private static IReadOnlyList<SentEvent> EventsIn(IReadOnlyList<VendorRequest> requests) =>
        [
            .. requests
                .SelectMany(request => request.Events())
                .Where(sent => !Noise.Contains(sent.ToString()))
                .DistinctBy(sent => (sent.Vendor, sent.Id)),
        ];
}
