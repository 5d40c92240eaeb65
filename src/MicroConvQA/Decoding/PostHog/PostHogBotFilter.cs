using MicroConvQA.Vendors;

namespace MicroConvQA.Decoding.PostHog;

/// <summary>
/// Whose events PostHog's script drops unless it is told not to (posthog-js 1.449.2, posthog-core.ts and @posthog/core, bot-detection.ts).
/// </summary>
internal static class PostHogBotFilter
{
    public static readonly BotFilter Of = new()
    {
        Source = "posthog-js 1.449.2, opt_out_useragent_filter",
        Webdriver = true,
        // Of its list those that an emulated browser may have; the others are crawlers' own.
        UserAgents = ["headlesschrome", "lightpanda", "cypress", "chrome-lighthouse", "prerender", "crawler", "bot/", "(bot;"],
        Announcement = "[PostHog.js] Events are being dropped because the user agent looks like a bot",
        Scripts = ["*posthog*.js", "*/static/array*.js"],
        Remedy = "set 'opt_out_useragent_filter: true' in posthog.init, on a test environment only",
    };
}
