using System.Globalization;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Content;

/// <summary>Single values out of JSON whose shape is the sender's.</summary>
internal static class JsonText
{
    /// <summary>A text or number as text; null = absent, null or something else.</summary>
    public static string? Of(JToken? token) =>
        token is JValue { Type: JTokenType.String or JTokenType.Integer or JTokenType.Float } value
            ? Convert.ToString(value.Value, CultureInfo.InvariantCulture)
            : null;

    /// <summary>A text or number as text that is not empty.</summary>
    public static string? NotEmpty(JToken? token) => Of(token) is { Length: > 0 } text ? text : null;
}
