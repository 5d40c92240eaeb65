using MicroConvQA.Vendors;

namespace MicroConvQA.Decoding.Mixpanel;

/// <summary>
/// Whose events Mixpanel's script drops (mixpanel-browser 2.83.0, utils.js: BLOCKED_UA_STRS). It does not look at navigator.webdriver.
/// </summary>
internal static class MixpanelBotFilter
{
    public static readonly BotFilter Of = new()
    {
        Source = "mixpanel-browser 2.83.0, BLOCKED_UA_STRS",
        UserAgents =
        [
            "ahrefsbot",
            "ahrefssiteaudit",
            "amazonbot",
            "baiduspider",
            "bingbot",
            "bingpreview",
            "chrome-lighthouse",
            "facebookexternal",
            "petalbot",
            "pinterest",
            "screaming frog",
            "yahoo! slurp",
            "yandex",
            "adsbot-google",
            "apis-google",
            "duplexweb-google",
            "feedfetcher-google",
            "google favicon",
            "google web preview",
            "google-read-aloud",
            "googlebot",
            "googleweblight",
            "mediapartners-google",
            "storebot-google",
        ],
        Scripts = ["*mixpanel*.js"],
    };
}
