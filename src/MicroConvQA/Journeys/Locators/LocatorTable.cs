using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Journeys.Locators;

/// <summary>How authors name elements of a page.</summary>
internal static class LocatorTable
{
    public const string BareText = "a bare text";

    private static readonly Key<string> s_role = Key.Optional("role", AriaRoles.Kind, "The ARIA role: button, link, textbox …");
    private static readonly Key<string> s_name = Key.Optional("name", JourneyKinds.Template, "The accessible name beside a role.");
    private static readonly Key<string> s_label = Key.Optional("label", JourneyKinds.Template, "The field's label.");
    private static readonly Key<string> s_placeholder = Key.Optional("placeholder", JourneyKinds.Template, "The field's placeholder.");
    private static readonly Key<string> s_text = Key.Optional("text", JourneyKinds.Template, "The text of the element.");
    private static readonly Key<string> s_alt = Key.Optional("alt", JourneyKinds.Template, "The picture's alternative text.");
    private static readonly Key<string> s_title = Key.Optional("title", JourneyKinds.Template, "The element's title.");
    private static readonly Key<string> s_testId = Key.Optional("test id", JourneyKinds.Template, "The element's data-testid.");
    private static readonly Key<string> s_css = Key.Optional("css", JourneyKinds.Template, "A CSS selector.");
    private static readonly Key<bool> s_exact = Key.Optional(
        "exact",
        Kinds.Boolean,
        "Whether the text must match as a whole and in its case.",
        "false"
    );
    private static readonly Key<int> s_nth = Key.Optional(
        "nth",
        Kinds.Integer(1, 1000),
        "Which of several matches, from 1.",
        "there must be exactly one"
    );
    private static readonly Key<string> s_frame = Key.Optional(
        "frame",
        JourneyKinds.Template,
        "The frame's name or a part of its URL.",
        "the page's main frame"
    );

    private static readonly IReadOnlyList<(Key<string> Key, LocatorKind Kind)> s_ways =
    [
        (s_role, LocatorKind.Role),
        (s_label, LocatorKind.Label),
        (s_placeholder, LocatorKind.Placeholder),
        (s_text, LocatorKind.Text),
        (s_alt, LocatorKind.AltText),
        (s_title, LocatorKind.Title),
        (s_testId, LocatorKind.TestId),
        (s_css, LocatorKind.Css),
    ];

    /// <summary>One locator: a bare text or a mapping.</summary>
    public static ValueKind<ElementLocator> One { get; } =
        Kinds.Named("locator", "a locator", () =>
            Kinds.Either(
                "a locator (an accessible name, a CSS selector or a mapping)",
                JourneyKinds.Template.Select(FromText),
                Kinds.Object(Shape!, Build)
            )
        );

    /// <summary>One locator, or a list of them as an ordered fallback.</summary>
    public static ValueKind<LocatorChain> Chain { get; } =
        Kinds.OneOrMore(One, "locators", 1).Select((locators, node, _) => new LocatorChain(locators, node.Place));

    private static readonly Key<ElementLocator> s_inside = Key.Optional(
        "inside",
        One,
        "The element inside of which it is looked for.",
        "the whole page"
    );

    public static Shape Shape { get; } =
        new()
        {
            Name = "locator mapping",
            Title = "a locator",
            KeyNoun = "locator key",
            Keys = [.. s_ways.Select(way => way.Key), s_name, s_exact, s_nth, s_inside, s_frame],
            Groups = [KeyGroup.ExactlyOne([.. s_ways.Select(way => way.Key)])],
        };

    /// <summary>The ways to find an element, by name.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [BareText, .. s_ways.Select(way => way.Key.Name), s_exact.Name, s_nth.Name, s_inside.Name, s_frame.Name];

    /// <summary>A bare text: a CSS selector where it looks like one, else an accessible name.</summary>
    public static ElementLocator FromText(string text) => Bare(text, LocatorKind.AccessibleName);

    /// <summary>A field's bare text: a CSS selector where it looks like one, else its label.</summary>
    public static ElementLocator FieldFromText(string text) => Bare(text, LocatorKind.Label);

    private static ElementLocator Bare(string text, LocatorKind otherwise) =>
        text.StartsWith('.') || text.StartsWith('#') || text.StartsWith('[')
            ? new ElementLocator { Kind = LocatorKind.Css, Value = text }
            : new ElementLocator
            {
                Kind = otherwise,
                Value = text,
                Exact = true,
            };

    private static ElementLocator? Build(Found found, ReadScope scope)
    {
        if (found.Has(s_name) && !found.Has(s_role))
            scope.Problems.Add(
                found.PlaceOf(s_name),
                "'name' stands beside 'role' only. Name the role, or write the name alone as a bare text."
            );
        var (key, kind) = s_ways.FirstOrDefault(way => found.Get(way.Key) is not null);
        return key is null
            ? null
            : new ElementLocator
            {
                Kind = kind,
                Value = found.Get(key)!,
                Name = found.Get(s_name),
                Exact = found.Or(s_exact, false),
                Nth = found.GetValue(s_nth),
                Inside = found.Get(s_inside),
                Frame = found.Get(s_frame),
            };
    }
}
