using System.Globalization;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Journeys.Conditions;

/// <summary>
/// Finds what can never hold of a parameter of a type, whatever the shop sends: that is the author's mistake and not the shop's.
/// </summary>
internal static class ImpossibleCondition
{
    private static readonly Dictionary<string, string> CodesOfSigns = new()
    {
        ["€"] = "EUR",
        ["$"] = "USD",
        ["£"] = "GBP",
        ["¥"] = "JPY",
        ["₹"] = "INR",
        ["zł"] = "PLN",
        ["₺"] = "TRY",
        ["₩"] = "KRW",
    };

    /// <summary>What is impossible of a condition and what to do, as the end of a sentence; null = it can hold, or nobody knows.</summary>
    /// <param name="condition">What must hold.</param>
    /// <param name="type">The type of the parameter's values.</param>
    /// <param name="valueOf">The value of a variable that the author gave; null = it is known only in a walk.</param>
    public static string? In(Condition? condition, ParameterType type, Func<string, JToken?> valueOf) =>
        condition switch
        {
            EqualTo equal => OfValue(equal.Value, type, valueOf),
            OneOf any when any.Values.Select(value => OfValue(value, type, valueOf)).ToList() is var values && !values.Contains(null) =>
                values[0],
            AtLeast or AtMost when !ParameterForms.IsNumeric(type) => $"can never {condition}, because {IsWords(type)}",
            Computed when !ParameterForms.IsNumeric(type) => $"can never be computed, because {IsWords(type)}",
            OfType other when !ParameterForms.Overlap(type, other.Type) =>
                $"can never be {ParameterForms.WordsOf(other.Type)}, because {IsWords(type)}",
            AllOf all => all.Conditions.Select(part => In(part, type, valueOf)).FirstOrDefault(impossible => impossible is not null),
            _ => null,
        };

    private static string? OfValue(JToken template, ParameterType type, Func<string, JToken?> valueOf)
    {
        var (value, origin) = (template, "");
        if (template.Type == JTokenType.String && VariableText.NamesIn((string)template!).Any())
        {
            if (VariableText.WholeName((string)template!) is not { } name || valueOf(name) is not { } given)
                return null;
            (value, origin) = (given, $" (${name})");
            if (value.Type == JTokenType.String && ((string)value!).Contains('$', StringComparison.Ordinal))
                return null;
        }
        else if (template.Type == JTokenType.String)
            value = VariableText.ExpandToText((string)template!, _ => null);
        return ParameterForms.Is(type, value)
            ? null
            : $"can never be {ValueText.Of(value)}{origin}, because {IsWords(type)}{(Meant(value, type) is { } meant ? $". Did you mean {meant}?" : "")}";
    }

    private static string IsWords(ParameterType type) => $"the dictionary says that it is {ParameterForms.WordsOf(type)}";

    private static string? Meant(JToken value, ParameterType type) =>
        (type, value.Type) switch
        {
            (ParameterType.Currency, JTokenType.String) => (string)value! is var text
            && (CodesOfSigns.GetValueOrDefault(text.Trim()) ?? text.Trim().ToUpperInvariant()) is var code
            && CurrencyCodes.Contains(code)
                ? code
                : null,
            (_, JTokenType.String) when ParameterForms.IsNumeric(type) => NumberIn((string)value!) is { } number
            && ParameterForms.Is(type, new JValue(number))
                ? $"{number.ToString(CultureInfo.InvariantCulture)}, without quotes"
                : null,
            (ParameterType.Text or ParameterType.Sku, JTokenType.Integer or JTokenType.Float) => $"{ValueText.Of(value)} in quotes",
            _ => null,
        };

    /// <summary>The number that a text spells with a point or a comma before its cents.</summary>
    private static decimal? NumberIn(string text) =>
        decimal.TryParse(
            text.Replace(',', '.'),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}
