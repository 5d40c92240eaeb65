using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Journeys.Conditions;

/// <summary>Which values are of a parameter's type, as sent: a number in quotes is a text.</summary>
internal static partial class ParameterForms
{
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

    /// <summary>Whether a type's values are numbers.</summary>
    public static bool IsNumeric(ParameterType type) => type is ParameterType.Number or ParameterType.Integer or ParameterType.Money;

    /// <summary>Whether one value can be of both types.</summary>
    public static bool Overlap(ParameterType one, ParameterType other) =>
        one == other || (IsNumeric(one) && IsNumeric(other)) || (IsText(one) && IsText(other));

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

    /// <summary>The number that was sent as a number; null for everything else.</summary>
    public static decimal? NumberOf(JToken? value) =>
        value is JValue { Type: JTokenType.Integer or JTokenType.Float } number ? Decimal(number.Value) : null;

    private static bool IsText(ParameterType type) =>
        type is ParameterType.Text or ParameterType.Currency or ParameterType.Date or ParameterType.Url or ParameterType.Sku;

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
