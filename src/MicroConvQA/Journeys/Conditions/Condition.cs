using MicroConvQA.Journeys.Locators;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Journeys.Conditions;

/// <summary>What must hold of one parameter's value. Values may hold <c>$variables</c>, resolved when the walk is judged.</summary>
public abstract record Condition
{
    /// <summary>The condition in words, after "must": <c>be 'EUR'</c>, <c>be at least 1</c>.</summary>
    public abstract override string ToString();
}

/// <summary>The value equals another; numbers by value, texts letter for letter.</summary>
internal sealed record EqualTo(JToken Value) : Condition
{
    public override string ToString() => $"be {ValueText.Of(Value)}";
}

/// <summary>The value equals one of several.</summary>
internal sealed record OneOf(IReadOnlyList<JToken> Values) : Condition
{
    public override string ToString() => $"be one of {string.Join(", ", Values.Select(ValueText.Of))}";
}

/// <summary>The value as text matches a regular expression (.NET syntax, somewhere in the text unless anchored).</summary>
internal sealed record Matches(string Pattern) : Condition
{
    public override string ToString() => $"match /{Pattern}/";
}

/// <summary>A text contains another, or a list contains an equal entry.</summary>
internal sealed record Contains(JToken Value) : Condition
{
    public override string ToString() => $"contain {ValueText.Of(Value)}";
}

/// <summary>The value is of a type, as sent: a number in quotes is a text, not a number.</summary>
internal sealed record OfType(ParameterType Type) : Condition
{
    public override string ToString() => $"be a {ParameterTypes.NameOf(Type)}";
}

/// <summary>The parameter is sent with any value but an empty one.</summary>
internal sealed record Present : Condition
{
    public override string ToString() => "be present";
}

/// <summary>The parameter is not sent at all.</summary>
internal sealed record Absent : Condition
{
    public override string ToString() => "be absent";
}

/// <summary>The value is a number, not less than a bound.</summary>
internal sealed record AtLeast(decimal Bound) : Condition
{
    public override string ToString() => FormattableString.Invariant($"be at least {Bound}");
}

/// <summary>The value is a number, not more than a bound.</summary>
internal sealed record AtMost(decimal Bound) : Condition
{
    public override string ToString() => FormattableString.Invariant($"be at most {Bound}");
}

/// <summary>The value equals that of another parameter of the same hit, or of the same parameter at another destination.</summary>
/// <param name="Parameter">The other parameter's dictionary name; null = the same parameter.</param>
/// <param name="Destination">The other destination; null = the same hit.</param>
internal sealed record SameAs(string? Parameter, string? Destination) : Condition
{
    public override string ToString() =>
        (Parameter, Destination) switch
        {
            ({ } parameter, null) => $"be the same as {parameter}",
            (null, { } destination) => $"be the same as at {destination}",
            var (parameter, destination) => $"be the same as {parameter} at {destination}",
        };
}

/// <summary>
/// The value equals an arithmetic expression over the hit's parameters and items, to the cent: <c>sum(price * quantity) - discount</c>.
/// </summary>
internal sealed record Computed(string Formula) : Condition
{
    public override string ToString() => $"be {Formula}";
}

/// <summary>The value equals what the page showed after the step's actions; read by the walk and kept in its recording.</summary>
/// <param name="Reading">What is read.</param>
/// <param name="Variable">The name under which the walk remembers it; unique in the journey.</param>
internal sealed record OnPage(PageReading Reading, string Variable) : Condition
{
    public override string ToString() => $"be the {Reading}";
}

/// <summary>The number of items of a list meets a condition.</summary>
internal sealed record ItemCount(Condition Number) : Condition
{
    public override string ToString() => $"have a number of items that must {Number}";
}

/// <summary>Every item of a list meets conditions on its fields, by item field name.</summary>
internal sealed record EachItem(IReadOnlyDictionary<string, Condition> Fields) : Condition
{
    public override string ToString() => $"have in each item {ItemText.Of(Fields)}";
}

/// <summary>At least one item of a list meets conditions on its fields.</summary>
internal sealed record AnyItem(IReadOnlyDictionary<string, Condition> Fields) : Condition
{
    public override string ToString() => $"have an item with {ItemText.Of(Fields)}";
}

/// <summary>No item of a list meets conditions on its fields.</summary>
internal sealed record NoItem(IReadOnlyDictionary<string, Condition> Fields) : Condition
{
    public override string ToString() => $"have no item with {ItemText.Of(Fields)}";
}

/// <summary>No two items of a list share the value of a field.</summary>
internal sealed record UniqueItems(string Field) : Condition
{
    public override string ToString() => $"have a different {Field} in each item";
}

/// <summary>Several conditions hold together: <c>{at least: 1, at most: 5}</c>.</summary>
internal sealed record AllOf(IReadOnlyList<Condition> Conditions) : Condition
{
    public override string ToString() => string.Join(" and ", Conditions);
}

/// <summary>How messages show conditions on the fields of an item.</summary>
internal static class ItemText
{
    public static string Of(IReadOnlyDictionary<string, Condition> fields) =>
        string.Join(", ", fields.Select(field => $"{field.Key} that must {field.Value}"));
}
