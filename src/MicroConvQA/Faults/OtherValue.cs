using MicroConvQA.Matching.Conditions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Faults;

/// <summary>Wrong values that only their content tells from right ones: they have the same form.</summary>
internal static class OtherValue
{
    public static JToken Than(JToken value) =>
        value switch
        {
            { Type: JTokenType.Integer } => new JValue((long)value + 1),
            { Type: JTokenType.Float } => new JValue(decimal.Round((ValueTypes.NumberOf(value) ?? 0) * 1.19m, 2) + 0.01m),
            { Type: JTokenType.Boolean } => new JValue(!(bool)value),
            _ => new JValue(Than(ValueTypes.TextOf(value))),
        };

    /// <summary>Another text: its last letter or digit is turned into the next.</summary>
    public static string Than(string text)
    {
        var place = text.AsSpan().LastIndexOfAnyInRange('0', '9') is var digit && digit >= text.Length - 3 ? digit : LastLetter(text);
        if (place < 0)
            return text + "1";
        var next = text[place] switch
        {
            '9' => '0',
            'z' => 'a',
            'Z' => 'A',
            var other => (char)(other + 1),
        };
        return string.Concat(text.AsSpan(0, place), [next], text.AsSpan(place + 1));
    }

    public static JToken ThanCurrency(JToken value) => new JValue(ValueTypes.TextOf(value) == "EUR" ? "USD" : "EUR");

    private static int LastLetter(string text)
    {
        for (var place = text.Length - 1; place >= 0; place--)
            if (char.IsAsciiLetterOrDigit(text[place]))
                return place;
        return -1;
    }
}
