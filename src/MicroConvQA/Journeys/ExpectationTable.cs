using System.Diagnostics.CodeAnalysis;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Journeys;

/// <summary>How authors say what a step must fire: a conversion's name, or a mapping whose only key it is.</summary>
internal sealed class ExpectationTable : ValueKind<ExpectationDraft>
{
    private static readonly Key<CountRule> s_times = Key.Optional("times", BoundsTable.Times, "How often it must fire.", "exactly once");

    private static readonly Key<IReadOnlyList<SourceScalar>> s_only = Key.Optional(
        "only",
        Kinds.OneOrMore(JourneyKinds.Destination.Select((_, node, _) => (SourceScalar)node), "destinations"),
        "Destinations where it is judged; at the others it is forbidden.",
        "all that the dictionary names"
    );

    private static readonly Key<TimeSpan> s_within = Key.Optional(
        "within",
        Kinds.Duration,
        "How soon after the step's actions it must be created.",
        "the configuration's 'settle.within'"
    );

    private static readonly Key<IReadOnlyList<MapEntry<Condition>>> s_with = Key.Optional(
        "with",
        Kinds.Map("parameters with conditions", KeyForm.Event, ConditionTable.OfJourneys.Value),
        "Parameters that are named like one of these words."
    );

    private static readonly Key<ItemWish> s_item = Key.Optional(
        "item",
        Kinds.Either(
            "an item's id or a mapping of item fields",
            JourneyKinds.Literal.Select(id => new ItemWish(new EqualTo(id), new Dictionary<string, Condition>())),
            ConditionTable.OfJourneys.Fields.Select(fields => new ItemWish(null, fields))
        ),
        "There is exactly one item, and it has this id, or these fields."
    );

    private static readonly Key<Condition> s_items = Key.Optional(
        "items",
        ConditionTable.OfJourneys.Mapping,
        "Conditions on the list of items."
    );

    public static Shape Shape { get; } =
        new()
        {
            Name = "expectation",
            Title = "an expectation",
            KeyNoun = "expectation key",
            Keys = [s_times, s_only, s_within, s_item, s_items, s_with],
            Others = OtherKeys.Of(ConditionTable.OfJourneys.Value, "A parameter by the dictionary's name, with what must hold of it."),
        };

    /// <summary>The words that mean something else than a parameter.</summary>
    public static IReadOnlyList<string> ReservedWords { get; } = [.. Shape.Keys.Select(key => key.Name)];

    public override string Description => "a conversion's name or a mapping of one name";

    public override bool Fits(SourceNode node) => node is SourceScalar { IsNull: false } or SourceMapping;

    public override bool TryRead(SourceNode node, string subject, ReadScope scope, [MaybeNullWhen(false)] out ExpectationDraft value)
    {
        value = node switch
        {
            SourceScalar { IsText: true } name => Read(name, null, scope),
            SourceMapping { Entries: [var only] } => Read(only.Key, only.Value, scope),
            SourceMapping { Entries: [_, var second, ..] } => RefuseSeveral(second, scope),
            _ => Refuse(node, subject, scope) ? null : null,
        };
        return value is not null;
    }

    public override JObject Schema(SchemaDefinitions definitions) => definitions.Refer("expected", () => new JObject
            {
                ["anyOf"] = new JArray(
                    JourneyKinds.Conversion.Schema(definitions),
                    new JObject
                    {
                        ["type"] = "object",
                        ["minProperties"] = 1,
                        ["maxProperties"] = 1,
                        ["propertyNames"] = new JObject { ["pattern"] = KeyForm.Event.Pattern },
                        ["additionalProperties"] = new JObject
                        {
                            ["anyOf"] = new JArray(
                                new JObject { ["type"] = "null" },
                                definitions.Refer(Shape.Name, () => Shape.Schema(definitions))
                            ),
                        },
                    }
                ),
            });

    private static ExpectationDraft? Read(SourceScalar name, SourceNode? details, ReadScope scope)
    {
        if (!JourneyKinds.Conversion.TryRead(name, "an expected conversion", scope, out _))
            return null;
        if (details is null or SourceScalar { IsNull: true })
            return new ExpectationDraft
            {
                Conversion = name,
                ItemPlace = name.Place,
                ItemsPlace = name.Place,
            };
        return Shape.Read(details, $"what is expected of '{name.Text}'", scope) is { } found ? Build(name, found) : null;
    }

    private static ExpectationDraft Build(SourceScalar name, Found found) =>
        new()
        {
            Conversion = name,
            Times = found.Get(s_times),
            Only = found.Or(s_only, []),
            Within = found.GetValue(s_within),
            Parameters = [.. found.Others.Select(entry => new MapEntry<Condition>(entry.Key, (Condition)entry.Value))],
            With = found.Or(s_with, []),
            Item = found.Get(s_item),
            Items = found.Get(s_items),
            ItemPlace = found.PlaceOf(s_item),
            ItemsPlace = found.PlaceOf(s_items),
        };

    private static ExpectationDraft? RefuseSeveral(SourceEntry second, ReadScope scope)
    {
        scope.Problems.Add(
            second.Key.Place,
            $"an expectation is one conversion, but '{second.Key.Text}' is a second key. Indent it further if it is a condition, or give it a list item ('- ') of its own."
        );
        return null;
    }
}
