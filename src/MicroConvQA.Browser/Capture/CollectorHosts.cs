namespace MicroConvQA.Browser.Capture;

/// <summary>
/// Hosts that only collect and serve no script: their names are not resolved in sinkhole mode, so that what might slip through the capture
/// cannot leave. A host that serves scripts as well must not stand here, or the shop's tags would not load.
/// </summary>
public static class CollectorHosts
{
    public static IReadOnlyList<string> All { get; } =
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
}
