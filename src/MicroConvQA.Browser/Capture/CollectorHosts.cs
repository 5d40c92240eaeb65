namespace MicroConvQA.Browser.Capture;

/// <summary>
/// Hosts that only collect and serve no script: what goes there in sinkhole mode must not leave, even if no decoder reads it. A host that
/// serves scripts as well must not stand here, or the shop's tags would not load.
/// </summary>
internal static class CollectorHosts
{
    private static readonly string[] All =
    [
        "*.google-analytics.com",
        "analytics.google.com",
        "*.analytics.google.com",
        "stats.g.doubleclick.net",
        "api.mixpanel.com",
        "api-js.mixpanel.com",
        "api-eu.mixpanel.com",
        "api-in.mixpanel.com",
        "api.amplitude.com",
        "api2.amplitude.com",
        "api.eu.amplitude.com",
        "api.segment.io",
        "events.eu1.segmentapis.com",
        "ct.pinterest.com",
        "tr.snapchat.com",
        "px.ads.linkedin.com",
    ];

    public static bool Include(string host) =>
        All.Any(known =>
            known.StartsWith('*')
                ? host.EndsWith(known[1..], StringComparison.OrdinalIgnoreCase)
                : host.Equals(known, StringComparison.OrdinalIgnoreCase)
        );
}
