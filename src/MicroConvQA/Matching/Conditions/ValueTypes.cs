using System.Globalization;
using System.Text.RegularExpressions;
using MicroConvQA.Journeys.Conditions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Matching.Conditions;

/// <summary>What values are, as sent: a number in quotes is a text.</summary>
internal static partial class ValueTypes
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
    public static decimal? NumberOf(JToken? value) =>
        value is JValue { Type: JTokenType.Integer or JTokenType.Float } number ? Decimal(number.Value) : null;

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

    public static bool Is(ParameterType type, JToken value) =>
        type switch
        {
            ParameterType.Text => value.Type is JTokenType.String or JTokenType.Date,
            ParameterType.Number => NumberOf(value) is not null,
            ParameterType.Integer => NumberOf(value) is { } number && number == decimal.Truncate(number),
            ParameterType.Money => NumberOf(value) is { } amount && amount >= 0 && amount == decimal.Round(amount, 2),
            ParameterType.Currency => value.Type == JTokenType.String && CurrencyCodes.Contains((string)value!),
            ParameterType.Date => value.Type == JTokenType.Date || (value.Type == JTokenType.String && IsDate((string)value!)),
            ParameterType.Url => value.Type == JTokenType.String && IsUrl((string)value!),
            ParameterType.Boolean => value.Type == JTokenType.Boolean,
            ParameterType.Sku => value.Type == JTokenType.String && Sku().IsMatch((string)value!),
            ParameterType.Items => value is JArray { Count: > 0 } list && list.All(item => item.Type == JTokenType.Object),
            _ => throw new InvalidOperationException($"unknown parameter type {type}"),
        };

    /// <summary>The type in words, after "be": <c>a text</c>.</summary>
    public static string WordsOf(ParameterType type) =>
        type switch
        {
            ParameterType.Text => "a text",
            ParameterType.Number => "a number",
            ParameterType.Integer => "a whole number",
            ParameterType.Money => "an amount of money (a number, not negative, at most two decimals)",
            ParameterType.Currency => "an ISO 4217 currency code in capitals",
            ParameterType.Date => "an ISO 8601 date",
            ParameterType.Url => "an absolute http(s) URL",
            ParameterType.Boolean => "true or false",
            ParameterType.Sku => "a SKU (letters, digits, dot, dash, underscore)",
            ParameterType.Items => "a list of items",
            _ => throw new InvalidOperationException($"unknown parameter type {type}"),
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

    private static decimal? Decimal(object? number) =>
        number switch
        {
            double inexact => double.IsFinite(inexact) && Math.Abs(inexact) < 1e28 ? (decimal)inexact : null,
            float inexact => float.IsFinite(inexact) && Math.Abs(inexact) < 1e28f ? (decimal)inexact : null,
            System.Numerics.BigInteger => null,
            IConvertible other => other.ToDecimal(CultureInfo.InvariantCulture),
            _ => null,
        };

    private static bool IsDate(string text) =>
        IsoDate().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static bool IsUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https"
        && text.StartsWith(url.Scheme, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^[A-Za-z0-9._-]+$")]
    private static partial Regex Sku();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$")]
    private static partial Regex IsoDate();
}
