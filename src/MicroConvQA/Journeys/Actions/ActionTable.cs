using System.Globalization;
using MicroConvQA.Journeys.Locators;
using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Everything that a shopper can do, one row an action.</summary>
internal static class ActionTable
{
    /// <summary>Before the name of a device or group, whose actions follow: <c>on phone:</c>.</summary>
    public const string OnDevicePrefix = "on ";

    /// <summary>How <c>on …</c> is called in lists of all actions.</summary>
    public const string OnDeviceName = "on DEVICE";

    private static readonly TimeSpan s_playTime = TimeSpan.FromSeconds(5);

    public static ValueKind<IReadOnlyList<StepAction>> List { get; } = Kinds.List(new ActionKind(), "actions").Select(Flat);

    public static ValueKind<IReadOnlyList<StepAction>> OnDeviceActions { get; } = Kinds.List(new ActionKind(), "actions", 1).Select(Flat);

    private static readonly ValueKind<IReadOnlyList<MapEntry<string>>> s_fields = Kinds
        .Map("fields with values", KeyForm.Any, JourneyKinds.Template)
        .Also(NoteFields);

    private static readonly ValueKind<string> s_url = JourneyKinds.Template.Also(RefuseForeignScheme);

    private static readonly Key<string> s_pressedKey = Key.Required("key", JourneyKinds.Template, "The key or chord: Enter, Control+A.");
    private static readonly Key<LocatorChain> s_pressedOn = Key.Optional(
        "on",
        LocatorTable.Chain,
        "The element that has the focus then.",
        "what has the focus"
    );
    private static readonly Key<LocatorChain> s_swipedOn = Key.Required("on", LocatorTable.Chain, "The element under the finger.");
    private static readonly Key<SwipeDirection> s_swipedTo = Key.Required("to", Kinds.Choice<SwipeDirection>(), "Where the finger goes.");
    private static readonly Key<LocatorChain> s_playedOn = Key.Required("on", LocatorTable.Chain, "The media element or its play button.");
    private static readonly Key<TimeSpan> s_playedFor = Key.Optional("for", Kinds.Duration, "How long it must have run.", "5s");
    private static readonly Key<string> s_awaitedUrl = Key.Required("url", JourneyKinds.Template, "A glob that the page's URL must match.");
    private static readonly Key<string> s_awaitedText = Key.Required("text", JourneyKinds.Template, "A text that must be visible.");
    private static readonly Key<string> s_fragment = Key.Required("name", Kinds.Name, "The fragment's name.");
    private static readonly Key<IReadOnlyList<MapEntry<Newtonsoft.Json.Linq.JToken>>> s_fragmentWith = Key.Optional(
        "with",
        Kinds.Map("variables", KeyForm.Variable, JourneyKinds.AnyValue),
        "Values for the fragment's variables.",
        "the fragment's own"
    );

    /// <summary>The mappings that actions take.</summary>
    public static IReadOnlyList<Shape> Shapes { get; } =
    [
        ShapeOf("press", "a key press", s_pressedKey, s_pressedOn),
        ShapeOf("swipe", "a swipe", s_swipedOn, s_swipedTo),
        ShapeOf("play", "playing", s_playedOn, s_playedFor),
        ShapeOf("wait for url", "waiting for a URL", s_awaitedUrl),
        ShapeOf("wait for text", "waiting for a text", s_awaitedText),
        ShapeOf("use", "the use of a fragment", s_fragment, s_fragmentWith),
    ];

    public static IReadOnlyList<ActionRow> Rows { get; } =
    [
        ActionRow.With("open", "Goes to a URL, relative to the base URL or absolute.", s_url, (url, at) =>
            new OpenPage(url) { Place = at.Place, Text = at.Text }
        ),
        OnElement("click", "Clicks an element.", (target, at) => new Click(target) { Place = at.Place, Text = at.Text }),
        OnElement("double click", "Clicks an element twice, as one double click.", (target, at) =>
            new DoubleClick(target) { Place = at.Place, Text = at.Text }
        ),
        OnElement("tap", "Touches an element; a device without touch clicks.", (target, at) =>
            new Tap(target) { Place = at.Place, Text = at.Text }
        ),
        OnElement("double tap", "Touches an element twice in quick succession.", (target, at) =>
            new DoubleTap(target) { Place = at.Place, Text = at.Text }
        ),
        OnFields("fill", "Types texts into fields, each named by its label or a CSS selector.", s_fields, (field, value, at) =>
            new Fill(field, value) { Place = at.Place, Text = at.Text }
        ),
        ActionRow.With("press", "Presses a key or a chord such as Control+A.", Pressed(), (press, at) =>
            new Press(press.Key, press.Target) { Place = at.Place, Text = at.Text }
        ),
        OnFields("select", "Chooses an option of a select field by its label or value.", s_fields, (field, value, at) =>
            new SelectOption(field, value) { Place = at.Place, Text = at.Text }
        ),
        OnElement("check", "Ticks a check box or chooses a radio button.", (target, at) =>
            new Check(target) { Place = at.Place, Text = at.Text }
        ),
        OnElement("uncheck", "Clears a check box.", (target, at) => new Uncheck(target) { Place = at.Place, Text = at.Text }),
        OnElement("hover", "Rests the pointer over an element.", (target, at) => new Hover(target) { Place = at.Place, Text = at.Text }),
        OnElement("scroll to", "Scrolls until an element is in view.", (target, at) =>
            new ScrollTo(target) { Place = at.Place, Text = at.Text }
        ),
        ActionRow.With("scroll by", "Scrolls by CSS pixels; positive is down.", Kinds.Integer(-100_000, 100_000), (pixels, at) =>
            new ScrollBy(pixels) { Place = at.Place, Text = at.Text }
        ),
        ActionRow.With("scroll percent", "Scrolls to a share of the page's height.", Kinds.Integer(0, 100), (percent, at) =>
            new ScrollToPercent(percent) { Place = at.Place, Text = at.Text }
        ),
        ActionRow.With("swipe", "Moves a finger over an element; a device without touch drags.", Swiped(), (swipe, at) =>
            new Swipe(swipe.Target, swipe.To) { Place = at.Place, Text = at.Text }
        ),
        OnFields("upload", "Puts files into a file field; paths are relative to the journey's file.", Uploaded(), (field, files, at) =>
            new Upload(field, files) { Place = at.Place, Text = at.Text }
        ),
        ActionRow.With(
            "stay",
            "Stays on the page for a while, on the virtual clock where the page allows it.",
            Kinds.Duration,
            (time, at) => new Stay(time) { Place = at.Place, Text = at.Text }
        ),
        ActionRow.Bare("reload", "Loads the page again.", at => new Reload { Place = at.Place, Text = at.Text }),
        ActionRow.Bare("back", "Goes back in the tab's history.", at => new GoBack { Place = at.Place, Text = at.Text }),
        ActionRow.Bare("forward", "Goes forward in the tab's history.", at => new GoForward { Place = at.Place, Text = at.Text }),
        ActionRow.With(
            "new tab",
            "Opens a further tab, empty or with a URL, and goes on there.",
            s_url,
            (url, at) => new NewTab(url) { Place = at.Place, Text = at.Text },
            at => new NewTab(null) { Place = at.Place, Text = at.Text }
        ),
        ActionRow.Bare("close tab", "Closes the current tab and goes on in the one before it.", at => new CloseTab
        {
            Place = at.Place,
            Text = at.Text,
        }),
        ActionRow.With(
            "switch tab",
            "Goes on in the tab whose title or URL contains the text, or whose number (from 1) it is.",
            JourneyKinds.Template,
            (tab, at) => new SwitchTab(tab) { Place = at.Place, Text = at.Text }
        ),
        ActionRow.With("wait for", "Waits until an element or {text: …} is visible, or {url: glob} is reached.", Awaited(), (build, at) =>
            build(at)
        ),
        ActionRow.Bare(
            "accept consent",
            "Answers the consent question by the preset 'granted'.",
            at => new AnswerConsent(ConsentNames.Granted) { Place = at.Place, Text = at.Text },
            ConsentNames.Granted
        ),
        ActionRow.Bare(
            "reject consent",
            "Answers the consent question by the preset 'denied'.",
            at => new AnswerConsent(ConsentNames.Denied) { Place = at.Place, Text = at.Text },
            ConsentNames.Denied
        ),
        ActionRow.With("consent", "Answers the consent question by a preset.", JourneyKinds.ConsentPreset, (preset, at) =>
            new AnswerConsent(preset) { Place = at.Place, Text = at.Text }
        ),
        ActionRow.Bare("go offline", "Cuts the browser off the network.", at => new GoOffline { Place = at.Place, Text = at.Text }),
        ActionRow.Bare("go online", "Connects the browser again.", at => new GoOnline { Place = at.Place, Text = at.Text }),
        ActionRow.With("play", "Plays a media element in real time.", Played(), (play, at) =>
            new Play(play.Target, play.For) { Place = at.Place, Text = at.Text }
        ),
        ActionRow.With("remember", "Reads values from the page into variables.", Remembered(), (readings, at) =>
            new Remember(readings) { Place = at.Place, Text = at.Text }
        ),
        ActionRow.Several(FragmentName, "Puts a fragment's actions here; only in a journey's or fragment's 'do'.", Used(), (_, _) => []),
    ];

    public const string FragmentName = "use";

    private static Shape ShapeOf(string name, string title, params IReadOnlyList<Key> keys) =>
        new()
        {
            Name = name,
            Title = title,
            KeyNoun = $"key of '{name}'",
            Keys = keys,
        };

    private static Shape ShapeNamed(string name) => Shapes.First(shape => shape.Name == name);

    private static ActionRow OnElement(string name, string doc, Func<LocatorChain, ActionOrigin, StepAction> build) =>
        ActionRow.With(name, doc, LocatorTable.Chain, build);

    private static ActionRow OnFields<T>(
        string name,
        string doc,
        ValueKind<IReadOnlyList<MapEntry<T>>> fields,
        Func<LocatorChain, T, ActionOrigin, StepAction> build
    ) =>
        ActionRow.Several(name, doc, fields, (entries, at) =>
            [.. entries.Select(entry => build(Field(entry.Key), entry.Value, OneOf(name, entry, at)))]
        );

    private static LocatorChain Field(SourceScalar key) => new([LocatorTable.FieldFromText(key.Text)], key.Place);

    private static ActionOrigin OneOf<T>(string name, MapEntry<T> entry, ActionOrigin whole)
    {
        var value = entry.Value switch
        {
            IReadOnlyList<string> { Count: > 1 } several => $"[{string.Join(", ", several)}]",
            IReadOnlyList<string> one => string.Concat(one),
            _ => Convert.ToString(entry.Value, CultureInfo.InvariantCulture),
        };
        return new ActionOrigin(whole.Place, $"{name}: {{{entry.Key.Text}: {value}}}");
    }

    private static IReadOnlyList<StepAction> Flat(IReadOnlyList<IReadOnlyList<StepAction>> actions) => [.. actions.SelectMany(one => one)];

    private static ValueKind<(string Key, LocatorChain? Target)> Pressed() =>
        Kinds.Either(
            "a key or a mapping (key, on)",
            JourneyKinds.Template.Select(key => (key, (LocatorChain?)null)),
            Mapped<(string, LocatorChain?)>("press", found => found.Get(s_pressedKey) is { } key ? (key, found.Get(s_pressedOn)) : null)
        );

    private static ValueKind<(LocatorChain Target, SwipeDirection To)> Swiped() =>
        Mapped<(LocatorChain, SwipeDirection)>("swipe", found =>
            found.Get(s_swipedOn) is { } target ? (target, found.Or(s_swipedTo, SwipeDirection.Left)) : null
        );

    private static ValueKind<(LocatorChain Target, TimeSpan For)> Played() =>
        Kinds.Either(
            "a locator or a mapping (on, for)",
            new MarkedKind<(LocatorChain, TimeSpan)>(
                Mapped<(LocatorChain, TimeSpan)>("play", found =>
                    found.Get(s_playedOn) is { } target ? (target, found.Or(s_playedFor, s_playTime)) : null
                ),
                "on",
                isOnlyKey: false
            ),
            LocatorTable.Chain.Select(target => (target, s_playTime))
        );

    private static ValueKind<Func<ActionOrigin, StepAction>> Awaited() =>
        Kinds.Either(
            "a locator, {url: glob} or {text: …}",
            new MarkedKind<Func<ActionOrigin, StepAction>>(Kinds.Object(ShapeNamed("wait for url"), AwaitUrl), "url", isOnlyKey: true),
            new MarkedKind<Func<ActionOrigin, StepAction>>(Kinds.Object(ShapeNamed("wait for text"), AwaitText), "text", isOnlyKey: true),
            LocatorTable.Chain.Select(target =>
                (Func<ActionOrigin, StepAction>)(at => new WaitForElement(target) { Place = at.Place, Text = at.Text })
            )
        );

    private static Func<ActionOrigin, StepAction>? AwaitUrl(Found found, ReadScope scope) =>
        found.Get(s_awaitedUrl) is { } glob ? at => new WaitForUrl(glob) { Place = at.Place, Text = at.Text } : null;

    private static Func<ActionOrigin, StepAction>? AwaitText(Found found, ReadScope scope) =>
        found.Get(s_awaitedText) is { } text ? at => new WaitForText(text) { Place = at.Place, Text = at.Text } : null;

    private static ValueKind<IReadOnlyList<MapEntry<IReadOnlyList<string>>>> Uploaded() =>
        Kinds
            .Map("fields with files", KeyForm.Any, Kinds.OneOrMore(JourneyKinds.Template.Also(RefuseForeignPath), "files", 1))
            .Also(NoteFields);

    private static ValueKind<IReadOnlyDictionary<string, PageReading>> Remembered() =>
        Kinds
            .Map("variables with readings of the page", KeyForm.Variable, PageReadingTable.Kind)
            .Select(
                (entries, _, scope) =>
                {
                    foreach (var entry in entries)
                        scope.Note(ReferenceKind.Remembered, entry.Key.Text, entry.Key.Place);
                    return (IReadOnlyDictionary<string, PageReading>)entries.ToDictionary(entry => entry.Key.Text, entry => entry.Value);
                }
            );

    // A fragment is put in before actions are read: one that is still there stands where none can.
    private static ValueKind<string> Used() =>
        Kinds
            .Either(
                "a fragment's name or a mapping (name, with)",
                Kinds.Name,
                Kinds.Object(ShapeNamed("use"), (found, _) => found.Get(s_fragment))
            )
            .Also(
                (name, node, scope) =>
                    scope.Problems.Add(
                        node.Place,
                        $"the fragment '{name}' cannot be used here: fragments stand in the 'do' of journeys and fragments."
                    )
            );

    private static ValueKind<T> Mapped<T>(string shape, Func<Found, T?> build)
        where T : struct => Kinds.Object(ShapeNamed(shape), (found, _) => (object?)build(found)).Select(value => (T)value);

    private static void NoteFields<T>(IReadOnlyList<MapEntry<T>> entries, SourceNode node, ReadScope scope)
    {
        foreach (var entry in entries)
            JourneyKinds.NoteVariables(entry.Key.Text, entry.Key.Place, scope);
        if (entries.Count == 0)
            scope.Problems.Add(node.Place, "name at least one field: {its label: its value}.");
    }

    private static void RefuseForeignScheme(string url, SourceNode node, ReadScope scope)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        var isScheme = colon > 0 && url[..colon].All(char.IsAsciiLetter);
        if (
            isScheme
            && !url.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
            && !url.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
        )
            scope.Problems.Add(
                node.Place,
                $"'{url}' is no page of a site: only http and https URLs, or paths such as /cart, can be opened."
            );
    }

    private static void RefuseForeignPath(string path, SourceNode node, ReadScope scope)
    {
        var parts = path.Replace('\\', '/').Split('/');
        if (parts.Contains("..") || parts[0].Length == 0 || path.Contains(':', StringComparison.Ordinal))
            scope.Problems.Add(
                node.Place,
                $"'{path}' leaves the folder of journeys. Put the file beside the journey and name it relative to it."
            );
    }
}
