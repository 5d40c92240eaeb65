using MicroConvQA.Journeys.Locators;
using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Dictionary;

/// <summary>How authors define a conversion.</summary>
internal static class ConversionTable
{
    private const string ItemsName = "items";

    private static readonly IReadOnlyDictionary<string, CountingRule> s_countings = Enum.GetValues<CountingRule>()
        .SelectMany(rule => new[] { $"once per {Lower(rule)}", Lower(rule) }.Select(name => (name, rule)))
        .ToDictionary(pair => pair.name, pair => pair.rule);

    private static readonly Key<DateOnly> s_date = Key.Required("date", Kinds.Date, "The day of the change.");
    private static readonly Key<string> s_change = Key.Required("change", Kinds.Text, "What changed and why.");

    public static Shape History { get; } =
        new()
        {
            Name = "change",
            Title = "a change",
            KeyNoun = "key of a change",
            Keys = [s_date, s_change],
        };

    private static readonly Key<string> s_title = Key.Required("title", Kinds.Text, "What reports call it.");
    private static readonly Key<string> s_definition = Key.Required("definition", Kinds.Text, "What it means to the business.");
    private static readonly Key<string> s_trigger = Key.Required("trigger", Kinds.Text, "What a shopper does to cause it.");
    private static readonly Key<FunnelStage> s_stage = Key.Required("stage", Kinds.Choice<FunnelStage>(), "Where in the funnel it stands.");
    private static readonly Key<int> s_tier = Key.Required(
        "tier",
        Kinds.Integer(1, 2),
        "1 where decisions hang on it, 2 where it supports."
    );
    private static readonly Key<int> s_weight = Key.Required("weight", Kinds.Integer(1, 10), "How important it is within the shop.");
    private static readonly Key<string> s_owner = Key.Optional("owner", Kinds.Text, "The team to ask.");
    private static readonly Key<CountingRule> s_counting = Key.Optional(
        "counting",
        Kinds.Choice(s_countings),
        "How often the business counts it.",
        "once per action"
    );
    private static readonly Key<IReadOnlyList<ParameterRule>> s_parameters = Key.Optional(
        "parameters",
        ParameterTable.Rules,
        "Its parameters by our names, each with a type or a mapping."
    );
    private static readonly Key<IReadOnlyList<MapEntry<PageReading>>> s_shown = Key.Optional(
        "shown",
        Kinds.Map("parameters with readings of the page", KeyForm.Any, PageReadingTable.Kind),
        "Where the page shows its parameters to the shopper; of a single item as 'items.price'.",
        "the page is not compared"
    );
    private static readonly Key<IReadOnlyList<MapEntry<DestinationNames>>> s_at = Key.Required(
        "at",
        DestinationEventTable.At,
        "What it is called at each destination."
    );
    private static readonly Key<IReadOnlyList<HistoryEntry>> s_history = Key.Optional(
        "history",
        Kinds.List(Kinds.Object(History, (found, _) => new HistoryEntry(found.Or(s_date, default), found.Or(s_change, ""))), "changes"),
        "The change log."
    );
    private static readonly Key<TimeSpan> s_review = Key.Optional(
        "review",
        Kinds.Duration,
        "How long after its last change it must be looked at again.",
        "90d"
    );

    private static readonly Key<LimitSeverity> s_limits = Key.Optional(
        "vendor limits",
        Kinds.Choice<LimitSeverity>(),
        "What a hit of it is that goes beyond what its vendor documents that it takes.",
        "the dictionary's 'vendor limits'"
    );

    public static Shape Shape { get; } =
        new()
        {
            Name = "conversion",
            Title = "a conversion",
            KeyNoun = "conversion key",
            Keys =
            [
                s_title,
                s_definition,
                s_trigger,
                s_stage,
                s_tier,
                s_weight,
                s_owner,
                s_counting,
                s_parameters,
                s_shown,
                s_at,
                s_history,
                s_review,
                s_limits,
            ],
        };

    public static ValueKind<Conversion> Kind { get; } = Kinds.Object(Shape, Build);

    private static string Lower(CountingRule rule) => rule.ToString().ToLowerInvariant();

    private static Conversion Build(Found found, ReadScope scope)
    {
        var parameters = found.Or(s_parameters, []);
        var at = found.Or(s_at, []);
        foreach (var names in at.Select(entry => entry.Value))
            RefuseUnknownNames(names, parameters, scope);
        var shown = found.Or(s_shown, []);
        RefuseUnknown(
            [.. shown.Select(entry => entry.Key)],
            [.. parameters.Select(parameter => parameter.Name), .. ItemFieldsOf(parameters).Select(field => $"{ItemsName}.{field.Name}")],
            "parameter",
            scope
        );
        return new Conversion
        {
            Name = "",
            Title = found.Or(s_title, ""),
            Definition = found.Or(s_definition, ""),
            Trigger = found.Or(s_trigger, ""),
            Stage = found.Or(s_stage, FunnelStage.Discovery),
            Tier = found.Or(s_tier, 2),
            Weight = found.Or(s_weight, 1),
            Owner = found.Get(s_owner),
            Counting = found.Or(s_counting, CountingRule.Action),
            Parameters = parameters,
            At = at.ToDictionary(entry => entry.Key.Text, entry => entry.Value.Event),
            Shown = shown.ToDictionary(entry => entry.Key.Text, entry => entry.Value),
            History = found.Or(s_history, []),
            Review = found.GetValue(s_review),
            VendorLimits = found.GetValue(s_limits),
            Place = found.Place,
        };
    }

    private static void RefuseUnknownNames(DestinationNames names, IReadOnlyList<ParameterRule> parameters, ReadScope scope)
    {
        RefuseUnknown(names.Parameters, [.. parameters.Select(parameter => parameter.Name)], "parameter", scope);
        RefuseUnknown(names.ItemFields, [.. ItemFieldsOf(parameters).Select(field => field.Name)], "item field", scope);
    }

    private static IReadOnlyList<ParameterRule> ItemFieldsOf(IReadOnlyList<ParameterRule> parameters) =>
        parameters.FirstOrDefault(parameter => parameter.Name == ItemsName)?.ItemFields ?? [];

    private static void RefuseUnknown(IReadOnlyList<SourceScalar> names, IReadOnlyCollection<string> known, string noun, ReadScope scope)
    {
        foreach (var name in names.Where(name => !known.Contains(name.Text)))
            scope.Problems.Add(
                name.Place,
                $"the conversion has no {noun} '{name.Text}'.{Suggestion.Sentence(name.Text, known)} On the left stand our names, as under 'parameters'."
            );
    }
}
