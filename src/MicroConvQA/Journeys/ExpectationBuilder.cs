using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Source;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Journeys;

/// <summary>Turns expectations as written into what is judged, with the dictionary at hand.</summary>
internal sealed class ExpectationBuilder(IReadOnlyList<KnownConversion>? conversions, SourceProblems problems)
{
    private const string ItemsName = "items";

    /// <param name="draft">The expectation as written.</param>
    /// <param name="place">Where it stands, in words that are unique in the journey: they name what it reads from the page.</param>
    /// <param name="valueOf">The value that the journey gives a variable; null = it is known only in a walk.</param>
    public Expectation Build(ExpectationDraft draft, string place, Func<string, JToken?> valueOf)
    {
        var conversion = conversions?.FirstOrDefault(known => known.Name == draft.Conversion.Text);
        foreach (var parameter in draft.Parameters)
            CheckParameter(parameter.Key, draft.Conversion.Text, conversion);
        foreach (var destination in draft.Only)
            CheckDestination(destination, conversion);
        if (conversion is not null)
            RefuseImpossible(draft, conversion, valueOf);
        return new Expectation
        {
            Conversion = draft.Conversion.Text,
            Times = draft.Times ?? CountRule.Once,
            IsCountedByRule = draft.Times is null,
            Only = [.. draft.Only.Select(destination => destination.Text)],
            Within = draft.Within,
            Parameters = ParametersOf(draft, conversion, place),
            Place = draft.Conversion.Place,
        };
    }

    private Dictionary<string, Condition> ParametersOf(ExpectationDraft draft, KnownConversion? conversion, string place)
    {
        var parameters = new Dictionary<string, Condition>();
        foreach (var entry in draft.Parameters.Concat(draft.With))
        {
            if (!parameters.TryAdd(entry.Key.Text, PageVariables.Name(entry.Value, $"{place}/{entry.Key.Text}")))
                problems.Add(entry.Key.Place, $"'{entry.Key.Text}' stands here and outside of 'with'. Keep one.");
        }
        if (OnItems(draft, conversion) is { } items && !parameters.TryAdd(ItemsName, PageVariables.Name(items, $"{place}/{ItemsName}")))
            problems.Add(draft.Conversion.Place, "'items' stands inside and outside of 'with'. Keep one.");
        return parameters;
    }

    private static Condition? OnItems(ExpectationDraft draft, KnownConversion? conversion)
    {
        var conditions = draft.Item?.On(conversion?.ItemIdField ?? "item_id").ToList() ?? [];
        if (draft.Items is not null)
            conditions.Add(draft.Items);
        return ConditionTable.All(conditions);
    }

    private void RefuseImpossible(ExpectationDraft draft, KnownConversion conversion, Func<string, JToken?> valueOf)
    {
        foreach (var entry in draft.Parameters.Concat(draft.With))
            RefuseImpossible(entry.Key.Text, entry.Value, entry.Key.Place, conversion, valueOf);
        foreach (var wish in draft.Item?.On(conversion.ItemIdField) ?? [])
            RefuseImpossible(ItemsName, wish, draft.ItemPlace, conversion, valueOf);
        RefuseImpossible(ItemsName, draft.Items, draft.ItemsPlace, conversion, valueOf);
    }

    /// <summary>By the dictionary's own types: no shop can send what it says, so no walk needs to try.</summary>
    private void RefuseImpossible(
        string parameter,
        Condition? condition,
        SourcePlace place,
        KnownConversion conversion,
        Func<string, JToken?> valueOf
    )
    {
        if (conversion.Types.TryGetValue(parameter, out var type) && ImpossibleCondition.In(condition, type, valueOf) is { } impossible)
            problems.Add(place, $"'{parameter}' of '{conversion.Name}' {impossible}{(impossible is [.., '?'] ? "" : ".")}");
        foreach (var field in FieldsOf(condition))
            RefuseImpossible($"{parameter}.{field.Key}", field.Value, place, conversion, valueOf);
    }

    // That no item has what no item can have holds.
    private static IEnumerable<KeyValuePair<string, Condition>> FieldsOf(Condition? condition) =>
        condition switch
        {
            EachItem each => each.Fields,
            AnyItem any => any.Fields,
            AllOf all => all.Conditions.SelectMany(FieldsOf),
            _ => [],
        };

    private void CheckParameter(SourceScalar name, string conversionName, KnownConversion? conversion)
    {
        if (ConditionTable.OfJourneys.Shape.Keys.Any(key => key.Name == name.Text) && !IsParameter(name.Text, conversion))
            problems.Add(
                name.Place,
                $"'{name.Text}' is a condition and stands at a parameter: {{parameter: {{{name.Text}: …}}}}. A parameter of that name goes under 'with'."
            );
        else if (conversion is not null && !IsParameter(name.Text, conversion) && NearestTo(name.Text, conversion) is { } nearest)
            problems.Add(
                name.Place,
                $"the dictionary knows no parameter '{name.Text}' of '{conversionName}'. Did you mean '{nearest}'? If not, write it under 'with'."
            );
    }

    private static bool IsParameter(string name, KnownConversion? conversion) => conversion?.Parameters.Contains(name) == true;

    private static string? NearestTo(string name, KnownConversion conversion) =>
        Suggestion.Nearest(name, conversion.Parameters.Concat(ExpectationTable.ReservedWords));

    private void CheckDestination(SourceScalar destination, KnownConversion? conversion)
    {
        if (conversion is not null && !conversion.Destinations.Contains(destination.Text))
            problems.Add(
                destination.Place,
                $"the dictionary does not send '{conversion.Name}' to '{destination.Text}'. It is sent to {string.Join(", ", conversion.Destinations)}."
            );
    }
}
