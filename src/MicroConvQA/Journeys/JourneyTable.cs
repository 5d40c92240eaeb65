using MicroConvQA.Journeys.Variants;
using MicroConvQA.Source.Shapes;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Journeys;

/// <summary>How authors write a journey.</summary>
internal static class JourneyTable
{
    public const string NameKey = "journey";

    public const string StepsKey = "steps";

    private static readonly Key<string> s_name = Key.Required(NameKey, Kinds.Name, "The journey's name, unique among all journeys.");
    private static readonly Key<string> s_title = Key.Optional("title", Kinds.Text, "What reports call it.", "the name");
    private static readonly Key<string> s_owner = Key.Optional("owner", Kinds.Text, "The team to ask.");
    private static readonly Key<IReadOnlyList<string>> s_tags = Key.Optional(
        "tags",
        Kinds.OneOrMore(Kinds.Text, "tags"),
        "Words by which a run chooses journeys."
    );
    private static readonly Key<Visitor> s_visitor = Key.Optional(
        "visitor",
        Kinds.Choice<Visitor>(),
        "Whether the shopper was here before; a returning one has made a first visit whose cookies and storage are kept.",
        "new"
    );
    private static readonly Key<IReadOnlyList<MapEntry<string>>> s_channel = Key.Optional(
        "channel",
        Kinds.Map("query parameters", KeyForm.Any, JourneyKinds.Template),
        "Query parameters of the first page: utm_source, gclid, fbclid …"
    );
    private static readonly Key<IReadOnlyList<string>> s_consent = Key.Optional(
        "consent",
        Kinds.OneOrMore(JourneyKinds.ConsentPreset, "consent presets"),
        "Consent presets of the configuration; one walk for each.",
        "the configuration's 'defaultConsent'"
    );
    private static readonly Key<IReadOnlyList<string>> s_devices = Key.Optional(
        "devices",
        Kinds.OneOrMore(JourneyKinds.Device, "devices"),
        "Names of devices, or desktop, phone, tablet.",
        "all"
    );
    private static readonly Key<string> s_start = Key.Optional(
        "start",
        JourneyKinds.Template,
        "The first page, relative to the base URL.",
        "/"
    );
    private static readonly Key<ClockMode> s_clock = Key.Optional(
        "clock",
        Kinds.Choice<ClockMode>(),
        "How time passes on the page.",
        "the configuration's 'clock'"
    );
    private static readonly Key<bool> s_strict = Key.Optional(
        "strict",
        Kinds.Boolean,
        "Whether every event that no step expects is a finding, in the dictionary or not.",
        "false"
    );
    private static readonly Key<bool> s_order = Key.Optional(
        "order",
        Kinds.Boolean,
        "Whether the conversions must fire in the order of the steps that expect them.",
        "false"
    );
    private static readonly Key<IReadOnlyList<string>> s_ignore = Key.Optional(
        "ignore",
        Kinds.OneOrMore(Kinds.Text, "event names"),
        "Event names and conversions that are noise here; * stands for any run of characters."
    );
    private static readonly Key<IReadOnlyList<MapEntry<JToken>>> s_vars = Key.Optional(
        "vars",
        Kinds.Map("variables", KeyForm.Variable, JourneyKinds.AnyValue),
        "Variables, used as $name; a mapping's entries as $name.entry."
    );
    private static readonly Key<IReadOnlyList<MapEntry<IReadOnlyList<JToken>>>> s_forEach = Key.Optional(
        "for each",
        Kinds.Map("variables with lists of values", KeyForm.Variable, Kinds.List(JourneyKinds.AnyValue, "values", 1)),
        "A matrix: one walk for each combination of the variables' values; a mapping's entries are used as $name.entry."
    );
    private static readonly Key<IReadOnlyList<ShopperVariant>> s_variants = Key.Optional(
        "variants",
        Kinds.OneOrMore(Kinds.Choice(VariantNames.All), "variants"),
        "Variants of it that every run walks too; 'run --variants' walks others."
    );
    private static readonly Key<VariantFacts> s_forVariants = Key.Optional(
        "for variants",
        VariantFactsTable.Kind,
        "What those variants need to know that cannot be derived."
    );
    private static readonly Key<IReadOnlyList<StepDraft>> s_steps = Key.Required(
        StepsKey,
        Kinds.List(StepTable.Kind, "steps", 1),
        "What the shopper does, step by step."
    );

    public static Shape Shape { get; } =
        new()
        {
            Name = NameKey,
            Title = "a journey",
            KeyNoun = "journey key",
            Keys =
            [
                s_name,
                s_title,
                s_owner,
                s_tags,
                s_visitor,
                s_channel,
                s_consent,
                s_devices,
                s_start,
                s_clock,
                s_strict,
                s_order,
                s_ignore,
                s_vars,
                s_forEach,
                s_variants,
                s_forVariants,
                s_steps,
            ],
        };

    public static ValueKind<JourneyDraft> Kind { get; } = Kinds.Object(Shape, (found, _) => Build(found));

    private static JourneyDraft Build(Found found) =>
        new()
        {
            NamePlace = found.PlaceOf(s_name),
            Variables = found.Or(s_vars, []),
            ForEach = found.Or(s_forEach, []),
            ForEachPlace = found.PlaceOf(s_forEach),
            Steps = found.Or(s_steps, []),
            Journey = new Journey
            {
                Name = found.Or(s_name, "?"),
                Title = found.Get(s_title) ?? found.Or(s_name, "?"),
                Owner = found.Get(s_owner),
                Tags = found.Or(s_tags, []),
                Visitor = found.Or(s_visitor, Visitor.New),
                Channel = found.Or(s_channel, []).ToDictionary(entry => entry.Key.Text, entry => entry.Value),
                Consent = found.Or(s_consent, []),
                Devices = found.Or(s_devices, []),
                Start = found.Or(s_start, "/"),
                Clock = found.GetValue(s_clock),
                Strict = found.Or(s_strict, false),
                Ordered = found.Or(s_order, false),
                Ignore = found.Or(s_ignore, []),
                Variants = found.Or(s_variants, []),
                ForVariants = found.Or(s_forVariants, VariantFacts.None),
                Steps = [],
                Sources = [],
                Place = found.Place,
            },
        };
}
