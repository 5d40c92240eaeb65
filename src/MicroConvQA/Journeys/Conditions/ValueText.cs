using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Journeys.Conditions;

/// <summary>How messages show a value: texts in single quotes, everything else as JSON.</summary>
internal static class ValueText
{
    public static string Of(JToken value) => value.Type == JTokenType.String ? $"'{(string?)value}'" : value.ToString(Formatting.None);
}
