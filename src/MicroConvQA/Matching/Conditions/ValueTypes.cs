using System.Globalization;
using MicroConvQA.Journeys.Conditions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Matching.Conditions;

/// <summary>What values are, as sent: a number in quotes is a text.</summary>
internal static class ValueTypes
{
    /// <summary>Whether something is there: an empty text, an empty list and null are not.</summary>
    public static bool IsPresent(JToken? value) =>
        value switch
        {
            null => false,
            { Type: JTokenType.Null or JTokenType.Undefined } => false,
            { Type: JTokenType.String } => (string?)value is { Length: > 0 },
            JArray list => list.Count > 0,
            _ => true,
        };

    /// <summary>The number that was sent as a number; null for everything else.</summary>
    public static decimal? NumberOf(JToken? value) => ParameterForms.NumberOf(value);

    /// <summary>The number that a text spells in the way of programs: <c>29.90</c>; null where it does not.</summary>
    public static decimal? NumberIn(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static string TextOf(JToken value) =>
        value switch
        {
            { Type: JTokenType.String } => (string)value!,
            { Type: JTokenType.Date } => value.ToString(Formatting.None).Trim('"'),
            _ => value.ToString(Formatting.None),
        };

    /// <summary>Equal by value: numbers as decimals, texts letter for letter, lists and objects part by part.</summary>
    public static bool AreEqual(JToken left, JToken right)
    {
        if (NumberOf(left) is { } number)
            return NumberOf(right) == number;
        return (left, right) switch
        {
            // The library compares a double beyond decimals with a decimal by an exception.
            (JValue, JValue) => left.Type == JTokenType.Date
            || right.Type == JTokenType.Date
            || (left.Type == JTokenType.Float && right.Type == JTokenType.Float)
                ? TextOf(left) == TextOf(right)
                : JToken.DeepEquals(left, right),
            (JArray one, JArray other) => one.Count == other.Count && one.Zip(other).All(pair => AreEqual(pair.First, pair.Second)),
            (JObject one, JObject other) => one.Count == other.Count
                && one.Properties().All(property => other[property.Name] is { } value && AreEqual(property.Value, value)),
            _ => false,
        };
    }

    /// <summary>
    /// The same fact: a wire of text knows no numbers, so that <c>3</c> and <c>"3"</c> are one; <c>"003"</c> is an id, and another one.
    /// </summary>
    public static bool AreOneFact(JToken one, JToken other) =>
        (one, other) switch
        {
            (JArray left, JArray right) => left.Count == right.Count && left.Zip(right).All(pair => AreOneFact(pair.First, pair.Second)),
            (JValue, JValue) => Amount(TextOf(one)) is { } number ? Amount(TextOf(other)) == number : TextOf(one) == TextOf(other),
            _ => AreEqual(one, other),
        };

    private static decimal? Amount(string text) => text is ['0', >= '0' and <= '9', ..] ? null : NumberIn(text);
}
