namespace MicroConvQA.Browser.Specs.RealSdks;

/// <summary>A vendor's real SDK on a page of <c>Pages</c>, which sends a shopper's steps through it, and what its hits carry.</summary>
/// <param name="Vendor">The decoder's name.</param>
/// <param name="Page">The page's file without its extension.</param>
/// <param name="Mode">How the page sets the SDK up; empty = there is one way only.</param>
internal sealed record RealSdk(string Vendor, string Page, string Mode = "")
{
    /// <summary>Events that the SDK sends by itself, in any order.</summary>
    public IReadOnlyList<string> Automatic { get; init; } = [];

    /// <summary>Which ids each hit carries.</summary>
    public SdkIds Ids { get; init; }

    /// <summary>Whether several steps are sent together, else each by itself.</summary>
    public bool IsBatch { get; init; }

    /// <summary>How much page time passes: its batch window and its first retries, so that what is sent again would be seen.</summary>
    public TimeSpan Horizon { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>What the address of each step's request contains, where the mode decides it.</summary>
    public string Endpoint { get; init; } = "";

    /// <summary>What is said of hits that are read in part.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>Where the SDK reads settings from, which are no hits and are not kept here.</summary>
    public string? Settings { get; init; }

    /// <summary>The name of its requests in the corpus.</summary>
    public string Shape =>
        (Page == Vendor, Mode.Length > 0) switch
        {
            (true, true) => Mode,
            (false, true) => $"{Page}-{Mode}",
            _ => Page,
        };

    public override string ToString() => Mode.Length == 0 ? Page : $"{Page}, {Mode}";

    public static IReadOnlyList<RealSdk> All { get; } =
    [
        PostHog("single"),
        PostHog("plain"),
        PostHog("batch") with
        {
            IsBatch = true,
        },
        Amplitude("single"),
        Amplitude("batch") with
        {
            IsBatch = true,
        },
        Segment("single"),
        Segment("batch") with
        {
            IsBatch = true,
        },
        RudderStack("single"),
        RudderStack("batch") with
        {
            IsBatch = true,
        },
        RudderStack("beacon") with
        {
            IsBatch = true,
        },
        Mixpanel("single"),
        Mixpanel("json"),
        Mixpanel("beacon"),
        Mixpanel("batch") with
        {
            IsBatch = true,
        },
        Snowplow("get"),
        Snowplow("post") with
        {
            IsBatch = true,
        },
        new("plausible", "plausible") { Automatic = ["pageview"] },
        new("pirsch", "pirsch"),
        new("ga4", "ga4mp") { Ids = SdkIds.Client | SdkIds.Session | SdkIds.User },
        new("ga4", "minimal-analytics") { Automatic = ["user_engagement"], Ids = SdkIds.Client | SdkIds.Session },
        Datadog("plain"),
        Datadog("deflate"),
        new("optimizely", "optimizely", "single") { Ids = SdkIds.Event | SdkIds.Client },
        new("optimizely", "optimizely", "batch") { Ids = SdkIds.Event | SdkIds.Client, IsBatch = true },
        new("aep", "aep") { Ids = SdkIds.Event, Endpoint = "/v1/interact?" },
        new("aep", "aep", "unload") { Ids = SdkIds.Event, Endpoint = "/v1/collect?" },
        new("clarity", "clarity") { Ids = SdkIds.Client | SdkIds.Session, IsBatch = true },
        Shopify("shopify-host"),
        Shopify("own-host"),
    ];

    private static RealSdk PostHog(string mode) =>
        new("posthog", "posthog", mode)
        {
            Automatic = ["$pageview", "$pageleave"],
            Ids = SdkIds.All,
            Settings = "https://eu-assets.i.posthog.com/array/",
        };

    private static RealSdk Amplitude(string mode) =>
        new("amplitude", "amplitude", mode)
        {
            Automatic = ["session_start", "[Amplitude] Page Viewed"],
            Ids = SdkIds.All,
            Settings = "https://sr-client-cfg.amplitude.com/config",
        };

    private static RealSdk Segment(string mode) => new("segment", "segment", mode) { Ids = SdkIds.Event | SdkIds.Client | SdkIds.User };

    private static RealSdk RudderStack(string mode) => new("rudderstack", "rudderstack", mode) { Ids = SdkIds.All };

    private static RealSdk Mixpanel(string mode) => new("mixpanel", "mixpanel", mode) { Ids = SdkIds.Event | SdkIds.Client | SdkIds.User };

    private static RealSdk Snowplow(string mode) => new("snowplow", "snowplow", mode) { Ids = SdkIds.All };

    private static RealSdk Datadog(string mode) =>
        new("datadog", "datadog", mode)
        {
            Automatic = ["view"],
            Ids = SdkIds.All,
            IsBatch = true,
            Horizon = TimeSpan.FromSeconds(45),
        };

    private static RealSdk Shopify(string mode) => new("shopify", "shopify", mode) { Ids = SdkIds.Event | SdkIds.Client | SdkIds.Session };
}
