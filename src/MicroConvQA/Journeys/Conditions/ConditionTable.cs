using MicroConvQA.Journeys.Locators;
using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Journeys.Conditions;

/// <summary>How authors say what must hold of a parameter's value.</summary>
internal sealed class ConditionTable
{
    private static readonly ValueKind<ParameterType> s_type = Kinds.Choice(ParameterTypes.Spellings);

    private static readonly ValueKind<bool> s_true = new ScalarKind<bool>(
        "true",
        new JObject { ["const"] = true },
        (SourceScalar scalar, out bool value) => value = scalar.Value.Value is true
    );

    private static readonly ValueKind<string> s_formula = Kinds.Text.Also(RefuseBadFormula);

    private readonly Key<JToken> _equals = Key.Optional(
        "equals",
        JourneyKinds.AnyValue,
        "The value is this; numbers by value, texts letter for letter."
    );
    private readonly Key<IReadOnlyList<JToken>> _oneOf = Key.Optional(
        "one of",
        Kinds.List(JourneyKinds.AnyValue, "values", 1),
        "The value is one of these."
    );
    private readonly Key<string> _matches = Key.Optional(
        "matches",
        JourneyKinds.Pattern,
        "The value as text matches this regular expression (.NET), anywhere unless anchored."
    );
    private readonly Key<ParameterType> _ofType = Key.Optional(
        "type",
        s_type,
        "The value is of this type, as sent: a number in quotes is a text."
    );
    private readonly Key<decimal> _atLeast = Key.Optional("at least", Kinds.Number, "The value is a number, not less than this.");
    private readonly Key<decimal> _atMost = Key.Optional("at most", Kinds.Number, "The value is a number, not more than this.");
    private readonly Key<JToken> _contains = Key.Optional(
        "contains",
        JourneyKinds.Literal,
        "The text contains this, or the list has an equal entry."
    );
    private readonly Key<bool> _absent = Key.Optional("absent", s_true, "The parameter is not sent at all.");
    private readonly Key<bool> _present = Key.Optional("present", s_true, "The parameter is sent and not empty.");
    private readonly Key<IReadOnlyDictionary<string, Condition>> _each;
    private readonly Key<IReadOnlyDictionary<string, Condition>> _any;
    private readonly Key<IReadOnlyDictionary<string, Condition>> _none;
    private readonly Key<Condition> _count = Key.Optional("count", BoundsTable.Count, "How many items there are.");
    private readonly Key<string> _unique = Key.Optional(
        "unique",
        Kinds.TextOf(KeyForm.Event),
        "No two items share the value of this field."
    );
    private readonly Key<SameAs> _sameAs = Key.Optional(
        "same as",
        SameAsTable.Kind,
        "The value is that of another parameter of the hit, or of a parameter at another destination."
    );
    private readonly Key<string> _computed = Key.Optional(
        "computed",
        s_formula,
        "The value is this formula over the hit's parameters and items, to the cent: sum(price * quantity) - discount."
    );

    private ConditionTable(bool readsPage)
    {
        Value = Kinds.Named("condition", "a value, a list of values or a mapping of conditions", () =>
            Kinds.Either(
                "a value, a list of values or a mapping of conditions",
                JourneyKinds.Literal.Select(value => (Condition)new EqualTo(value)),
                Kinds.List(JourneyKinds.Literal, "values", 1).Select(values => (Condition)new OneOf(values)),
                Mapping!
            )
        );
        Fields = Kinds.Map("item fields with conditions", KeyForm.Event, Value).Select((fields, _, _) => ByName(fields));
        _each = Key.Optional("each", Fields, "Every item meets these conditions on its fields.");
        _any = Key.Optional("any", Fields, "At least one item meets these conditions on its fields.");
        _none = Key.Optional("none", Fields, "No item meets these conditions on its fields.");
        Keys =
        [
            _equals,
            _oneOf,
            _matches,
            _ofType,
            _atLeast,
            _atMost,
            _contains,
            _absent,
            _present,
            _each,
            _any,
            _none,
            _count,
            _unique,
            _sameAs,
            _computed,
        ];
        Shape = new Shape
        {
            Name = "condition mapping",
            Title = "a condition",
            KeyNoun = "condition",
            Keys = readsPage ? [.. Keys, .. PageReadingTable.Shape.Keys] : Keys,
        };
        Mapping = Kinds.Object(Shape, BuildMapping);
    }

    /// <summary>In a journey, where the page can be read.</summary>
    public static ConditionTable OfJourneys { get; } = new(readsPage: true);

    /// <summary>In the dictionary, which knows no page.</summary>
    public static ConditionTable OfDictionary { get; } = new(readsPage: false);

    /// <summary>The conditions without those that read the page.</summary>
    public IReadOnlyList<Key> Keys { get; }

    public Shape Shape { get; }

    /// <summary>A condition in any form: a value, a list of values, or a mapping.</summary>
    public ValueKind<Condition> Value { get; }

    /// <summary>A condition as a mapping of condition words.</summary>
    public ValueKind<Condition> Mapping { get; }

    /// <summary>Conditions on the fields of an item.</summary>
    public ValueKind<IReadOnlyDictionary<string, Condition>> Fields { get; }

    public static IReadOnlyDictionary<string, Condition> ByName(IEnumerable<MapEntry<Condition>> entries) =>
        entries.ToDictionary(entry => entry.Key.Text, entry => entry.Value);

    /// <summary>The conditions that the keys ask for; null where none is asked for.</summary>
    public Condition? Build(Found found, ReadScope scope) => All(Conditions(found, scope));

    /// <summary>Several conditions as one; null where there is none.</summary>
    public static Condition? All(IEnumerable<Condition> conditions) =>
        conditions.ToList() switch
        {
            [] => null,
            [var only] => only,
            var several => new AllOf(several),
        };

    private Condition? BuildMapping(Found found, ReadScope scope)
    {
        if (found.Mapping.Entries.Count == 0)
            scope.Problems.Add(
                found.Place,
                $"a mapping of conditions needs at least one of {string.Join(", ", Shape.Keys.Select(key => key.Name))}."
            );
        RefuseSeveralReadings(found, scope);
        return Build(found, scope);
    }

    private IEnumerable<Condition> Conditions(Found found, ReadScope scope) =>
        new[]
        {
            found.Get(_equals) is { } value ? new EqualTo(value) : null,
            found.Get(_oneOf) is { } values ? new OneOf(values) : null,
            found.Get(_matches) is { } pattern ? new Matches(pattern) : null,
            found.GetValue(_ofType) is { } type ? new OfType(type) : null,
            found.GetValue(_atLeast) is { } least ? new AtLeast(least) : null,
            found.GetValue(_atMost) is { } most ? new AtMost(most) : null,
            found.Get(_contains) is { } part ? new Contains(part) : null,
            found.Has(_absent) ? new Absent() : null,
            found.Has(_present) ? new Present() : null,
            found.Get(_each) is { } each ? new EachItem(each) : null,
            found.Get(_any) is { } any ? new AnyItem(any) : null,
            found.Get(_none) is { } none ? new NoItem(none) : null,
            found.Get(_count) is { } count ? new ItemCount(count) : null,
            found.Get(_unique) is { } field ? new UniqueItems(field) : null,
            found.Get(_sameAs),
            found.Get(_computed) is { } formula ? new Computed(formula) : (Condition?)null,
            ReadsPage(found) && PageReadingTable.Build(found, scope) is { } reading ? new OnPage(reading, "") : null,
        }.OfType<Condition>();

    private static void RefuseSeveralReadings(Found found, ReadScope scope)
    {
        if (new Key[] { PageReadingTable.TextOf, PageReadingTable.ValueOf, PageReadingTable.Attribute }.Count(found.Has) > 1)
            scope.Problems.Add(
                found.Place,
                "a value is compared with one reading of the page. Keep one of 'text of', 'value of', 'attribute'."
            );
    }

    private static bool ReadsPage(Found found) => PageReadingTable.Shape.Keys.Any(found.Has);

    private static void RefuseBadFormula(string formula, SourceNode node, ReadScope scope)
    {
        if (!Formula.TryParse(formula, out _, out var problem))
            scope.Problems.Add(node.Place, $"'{formula}' is not a formula: {problem}.");
    }
}
