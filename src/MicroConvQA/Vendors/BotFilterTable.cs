using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Vendors;

/// <summary>The keys that say by what the vendor's script takes a browser for a robot's.</summary>
internal static class BotFilterTable
{
    private static readonly Key<string> s_source = Key.Required("source", Kinds.Text, "Where that can be read.");
    private static readonly Key<bool> s_webdriver = Key.Optional(
        "webdriver",
        Kinds.Boolean,
        "Whether it sends nothing where navigator.webdriver is true.",
        "false"
    );
    private static readonly Key<IReadOnlyList<string>> s_userAgents = Key.Optional(
        "user agents",
        Kinds.OneOrMore(Kinds.Text, "texts"),
        "Texts in the browser's user agent or brands, in any case, for which it sends nothing."
    );
    private static readonly Key<string> s_says = Key.Optional(
        "says",
        Kinds.Text,
        "How the line begins that it writes to the page's console then.",
        "it says nothing"
    );
    private static readonly Key<IReadOnlyList<string>> s_scripts = Key.Optional(
        "scripts",
        Kinds.OneOrMore(Kinds.Text, "URL patterns"),
        "By which its script is known, as in a destination's 'endpoints'."
    );
    private static readonly Key<string> s_remedy = Key.Optional(
        "remedy",
        Kinds.Text,
        "How the shop's page switches the filter off, as the end of a sentence.",
        "it cannot"
    );

    public static Shape Shape { get; } =
        new()
        {
            Name = "bot filter",
            Title = "'bot filter'",
            KeyNoun = "key of a bot filter",
            Keys = [s_source, s_webdriver, s_userAgents, s_says, s_scripts, s_remedy],
        };

    public static ValueKind<BotFilter> Kind { get; } = Kinds.Object<BotFilter>(Shape, (found, _) => found.Get(s_source) is not { } source
                ? null
                : new BotFilter
                {
                    Source = source,
                    Webdriver = found.Or(s_webdriver, false),
                    UserAgents = found.Or(s_userAgents, []),
                    Announcement = found.Get(s_says),
                    Scripts = found.Or(s_scripts, []),
                    Remedy = found.Get(s_remedy),
                });
}
