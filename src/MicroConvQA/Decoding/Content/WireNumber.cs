using System.Globalization;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Content;

/// <summary>Numbers that a wire format carries as text.</summary>
internal static class WireNumber
{
    private const NumberStyles Notation = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>An integer or an exact decimal; null = the text is no number, or one beyond decimals, which no shop means.</summary>
    public static JValue? Read(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
            return new JValue(integer);
        // Beyond decimals only a double is left, and the JSON library throws where it compares one of that size with a decimal.
        return decimal.TryParse(text, Notation, CultureInfo.InvariantCulture, out var exact) ? new JValue(exact) : null;
    }

    /// <summary>
    /// The number that a text is, else the text itself: a price sent as <c>1.299,00</c> stays a text, so that it is noticed.
    /// </summary>
    public static JValue ReadOrText(string text) => Read(text) ?? new JValue(text);

    /// <summary>A moment that was sent as milliseconds since 1970, or as seconds where it is too small for that; null = none.</summary>
    public static DateTimeOffset? ReadTime(JToken? stated)
    {
        var number = stated is JValue { Type: JTokenType.Integer or JTokenType.Float or JTokenType.String } value
            ? Read(Convert.ToString(value.Value, CultureInfo.InvariantCulture) ?? "")
            : null;
        if (number?.Value is not (long or decimal))
            return null;
        var units = Convert.ToDouble(number.Value, CultureInfo.InvariantCulture);
        // 1e11 is March 1973 in milliseconds and the year 5138 in seconds.
        var milliseconds = units < 1e11 ? units * 1000 : units;
        return milliseconds is > 0 and < 253_402_300_799_999
            ? DateTimeOffset.UnixEpoch.AddTicks((long)(milliseconds * TimeSpan.TicksPerMillisecond))
            : null;
    }
}
