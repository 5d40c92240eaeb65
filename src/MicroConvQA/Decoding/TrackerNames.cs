using MicroConvQA.Configuration.Destinations;

namespace MicroConvQA.Decoding;

/// <summary>
/// The names of cookies and storage keys by which a vendor knows a visitor again, as it documents them; <c>*</c> stands for any characters.
/// What a vendor writes to remember a refusal, or for a moment to see what the browser can do, is none of them.
/// </summary>
public sealed record TrackerNames
{
    private static readonly Dictionary<string, TrackerNames> Known = new()
    {
        ["ga4"] = new() { Analytics = ["_ga", "_ga_*"], Source = "https://support.google.com/analytics/answer/11397207" },
        ["ua"] = new()
        {
            Analytics = ["_ga", "_gid", "_gat*"],
            Ads = ["_gac_*"],
            Source = "https://developers.google.com/analytics/devguides/collection/analyticsjs/cookie-usage",
        },
        ["google-ads"] = new() { Ads = ["_gcl_*", "_gac_*"], Source = "https://business.safety.google/adscookies/" },
        ["floodlight"] = new() { Ads = ["_gcl_*"], Source = "https://business.safety.google/adscookies/" },
        ["meta"] = new()
        {
            Ads = ["_fbp", "_fbc"],
            Source = "https://developers.facebook.com/docs/marketing-api/conversions-api/parameters/fbp-and-fbc",
        },
        ["tiktok"] = new() { Ads = ["_ttp", "ttcsid*"], Source = "https://ads.tiktok.com/help/article/using-cookies-with-tiktok-pixel" },
        ["pinterest"] = new()
        {
            Ads = ["_pin_unauth", "_derived_epik", "_epik"],
            Source = "https://help.pinterest.com/en/business/article/pinterest-tag-parameters-and-cookies",
        },
        ["uet"] = new() { Ads = ["_uetsid", "_uetvid", "_uetmsclkid"], Source = "https://help.ads.microsoft.com/apex/index/3/en/53056" },
        ["snapchat"] = new() { Ads = ["_scid", "_scid_r"], Source = "https://www.snap.com/privacy/cookie-information" },
        ["reddit"] = new() { Ads = ["_rdt_uuid", "_rdt_cid"], Source = "https://business.reddithelp.com/s/article/about-the-reddit-pixel" },
        ["linkedin"] = new() { Ads = ["li_fat_id", "li_giant"], Source = "https://www.linkedin.com/legal/l/cookie-table" },
        ["x"] = new()
        {
            Ads = ["_twpid", "_twclid"],
            Source = "https://business.x.com/en/help/campaign-measurement-and-analytics/conversion-tracking-for-websites",
        },
        ["criteo"] = new() { Ads = ["cto_bundle", "cto_bidid"], Source = "https://www.criteo.com/privacy/" },
        ["mixpanel"] = new() { Analytics = ["mp_*_mixpanel"], Source = "https://docs.mixpanel.com/docs/tracking-methods/sdks/javascript" },
        ["matomo"] = new() { Analytics = ["_pk_id*", "_pk_ses*", "_pk_ref*"], Source = "https://matomo.org/faq/general/faq_146/" },
        ["snowplow"] = new()
        {
            Analytics = ["_sp_id*", "_sp_ses*"],
            Source = "https://docs.snowplow.io/docs/sources/web-trackers/cookies-and-local-storage/",
        },
        ["hotjar"] = new()
        {
            Analytics = ["_hjSession_*", "_hjSessionUser_*", "_hjid"],
            Source = "https://help.hotjar.com/hc/en-us/articles/6952777582999-Cookies-Set-by-the-Hotjar-Tracking-Code",
        },
        ["clarity"] = new()
        {
            Analytics = ["_clck", "_clsk"],
            Source = "https://learn.microsoft.com/en-us/clarity/setup-and-installation/cookie-list",
        },
        ["adobe-analytics"] = new()
        {
            Analytics = ["s_vi", "s_vi_*", "s_fid", "AMCV_*"],
            Source = "https://experienceleague.adobe.com/en/docs/core-services/interface/data-collection/cookies/analytics",
        },
        ["aep"] = new()
        {
            Analytics = ["kndctr_*_identity", "AMCV_*"],
            Source = "https://experienceleague.adobe.com/en/docs/core-services/interface/data-collection/cookies/web-sdk",
        },
        ["segment"] = new()
        {
            Analytics = ["ajs_anonymous_id", "ajs_user_id"],
            Source = "https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/identity/",
        },
        ["rudderstack"] = new()
        {
            Analytics = ["rl_anonymous_id", "rl_user_id", "rl_session"],
            Source = "https://www.rudderstack.com/docs/sources/event-streams/sdks/rudderstack-javascript-sdk/data-storage-cookies/",
        },
        ["amplitude"] = new()
        {
            Analytics = ["AMP_*", "amplitude_id_*"],
            Source = "https://amplitude.com/docs/sdks/analytics/browser/cookies-and-consent-management",
        },
        ["optimizely"] = new()
        {
            Analytics = ["optimizelyEndUserId"],
            Source = "https://docs.developers.optimizely.com/web-experimentation/docs/cookies-and-localstorage-in-the-optimizely-snippet",
        },
        ["posthog"] = new() { Analytics = ["ph_*_posthog"], Source = "https://posthog.com/docs/libraries/js/persistence" },
        ["hubspot"] = new()
        {
            Analytics = ["__hstc", "__hssc", "hubspotutk"],
            Source = "https://knowledge.hubspot.com/privacy-and-consent/what-cookies-does-hubspot-set-in-a-visitor-s-browser",
        },
        ["klaviyo"] = new() { Ads = ["__kla_id"], Source = "https://help.klaviyo.com/hc/en-us/articles/360034666712" },
        ["vwo"] = new() { Analytics = ["_vwo_uuid*", "_vis_opt_*"], Source = "https://help.vwo.com/hc/en-us/articles/360020709914" },
        ["contentsquare"] = new() { Analytics = ["_cs_id", "_cs_s"], Source = "https://docs.contentsquare.com/en/web/cookies/" },
        ["heap"] = new()
        {
            Analytics = ["_hp2_id.*", "_hp2_ses_props.*", "_hp5_*"],
            Source = "https://help.heap.io/hc/en-us/articles/18700036330908",
        },
        ["yandex-metrica"] = new()
        {
            Analytics = ["_ym_uid", "_ym_d"],
            Source = "https://yandex.com/support/metrica/general/cookie-usage.html",
        },
        ["tealium"] = new() { Analytics = ["utag_main", "utag_main_*"], Source = "https://docs.tealium.com/platforms/javascript/cookies/" },
        ["datadog"] = new() { Analytics = ["_dd_s"], Source = "https://docs.datadoghq.com/data_security/real_user_monitoring/" },
    };

    private static readonly TrackerNames Nothing = new() { Source = "" };

    /// <summary>Names that serve the measurement of what visitors do.</summary>
    public IReadOnlyList<string> Analytics { get; init; } = [];

    /// <summary>Names that serve ads.</summary>
    public IReadOnlyList<string> Ads { get; init; } = [];

    /// <summary>The page that documents them.</summary>
    public required string Source { get; init; }

    /// <summary>A vendor's names; none where it documents none, or they are not known to us.</summary>
    public static TrackerNames Of(string vendor) => Known.GetValueOrDefault(vendor, Nothing);

    /// <summary>All patterns, each with the consent that it needs.</summary>
    internal IEnumerable<(string Pattern, Need Need)> All =>
        [.. Analytics.Select(name => (name, Need.Analytics)), .. Ads.Select(name => (name, Need.Ads))];
}
