using System.Globalization;
using MicroConvQA.Journeys.Conditions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Matching.Conditions;

/// <summary>How messages say what must hold and what was found.</summary>
internal sealed class ConditionWords(ConditionEvaluator evaluator)
{
    /// <summary>What must hold, after "must", with the values that the walk gave: <c>be 129.9 (the text of css '.price')</c>.</summary>
    public string Expected(Condition condition, string name, IParameterScope scope) =>
        condition switch
        {
            AllOf all => string.Join(" and ", all.Conditions.Select(part => Expected(part, name, scope))),
            OfType type => $"be {ParameterForms.WordsOf(type.Type)}",
            ItemCount count => Number(count.Number) is "1" ? "have 1 item" : $"have {Number(count.Number)} items",
            EachItem each => $"have in each item {Fields(each.Fields, scope)}",
            AnyItem any => $"have an item with {Fields(any.Fields, scope)}",
            NoItem none => $"have no item with {Fields(none.Fields, scope)}",
            EqualTo equal => WithOperand(
                condition,
                name,
                scope,
                VariableValues.WholeName(equal.Value) is { } variable ? $"${variable}" : null
            ),
            OnPage page => WithOperand(condition, name, scope, $"the {page.Reading}"),
            Computed computed => evaluator.GapOf(computed, name, scope) is { } gap
                ? $"be {computed.Formula}, which cannot be computed, because {gap}"
                : WithOperand(condition, name, scope, computed.Formula),
            Matches matches => evaluator.StoppedBy(matches, name, scope) is { } stopped
                ? $"{condition}, but {stopped}"
                : condition.ToString(),
            SameAs => WithOperand(condition, name, scope, condition.ToString()["be ".Length..]),
            _ => condition.ToString(),
        };

    /// <summary>A value as sent; a text that looks like a number is called a text.</summary>
    public static string? Found(JToken? value) =>
        value switch
        {
            null => null,
            { Type: JTokenType.String } when ValueTypes.NumberIn((string)value!) is not null => $"{ValueText.Of(value)} (a text)",
            { Type: JTokenType.String } when ((string)value!).Length == 0 => "'' (empty)",
            JArray { Count: > 3 } list => $"{list.Count} entries",
            _ => Shortened(ValueText.Of(value)),
        };

    /// <summary>
    /// What the items are in the fields that a condition names: <c>2 items: item_id 'A'; item_id 'B'</c>; null where it is not about items.
    /// </summary>
    public static string? FoundItems(ParameterCheck check)
    {
        var parts = check.Parts.Select(part => part.Condition).ToList();
        if (!parts.Any(condition => condition is AnyItem or NoItem or ItemCount or UniqueItems))
            return null;
        var items = check.Scope.ItemsOf(check.Name);
        var fields = parts.SelectMany(FieldsOf).Distinct().ToList();
        var shown = items
            .Take(5)
            .Select(item => string.Join(", ", fields.Select(field => $"{field} {Found(item.Find(field)) ?? "absent"}")));
        var head = items.Count == 1 ? "1 item" : $"{items.Count} items";
        return fields.Count == 0 || items.Count == 0 ? head : $"{head}: {string.Join("; ", shown)}";
    }

    private static IEnumerable<string> FieldsOf(Condition condition) =>
        condition switch
        {
            AnyItem any => any.Fields.Keys,
            NoItem none => none.Fields.Keys,
            UniqueItems unique => [unique.Field],
            _ => [],
        };

    private string Fields(IReadOnlyDictionary<string, Condition> fields, IParameterScope scope) =>
        string.Join(", ", fields.Select(field => $"{field.Key} that must {Expected(field.Value, field.Key, scope)}"));

    private string WithOperand(Condition condition, string name, IParameterScope scope, string? origin)
    {
        var operand = evaluator.Operand(condition, name, scope);
        return (operand, origin) switch
        {
            (null, null) => condition.ToString(),
            (null, _) => $"be {origin}, which is not known",
            (_, null) => $"be {ValueText.Of(operand)}",
            _ => $"be {ValueText.Of(operand)} ({origin})",
        };
    }

    private static string Number(Condition number) =>
        number switch
        {
            EqualTo equal => ValueTypes.TextOf(equal.Value),
            AtLeast least => string.Create(CultureInfo.InvariantCulture, $"at least {least.Bound}"),
            AtMost most => string.Create(CultureInfo.InvariantCulture, $"at most {most.Bound}"),
            _ => $"a number that must {number} of",
        };

    private static string Shortened(string text) => text.Length <= 200 ? text : $"{text[..197]}…";
}
