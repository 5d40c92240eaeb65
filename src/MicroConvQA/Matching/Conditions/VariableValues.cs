using MicroConvQA.Journeys;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Matching.Conditions;

/// <summary>The variables of a walk as its recording kept them.</summary>
/// <param name="values">The values at the end of the walk, by name; a person's by dotted name or nested.</param>
internal sealed class VariableValues(IReadOnlyDictionary<string, JToken> values)
{
    public static VariableValues None { get; } = new(new Dictionary<string, JToken>());

    /// <summary>The value of one variable; null = never set, or a secret that the recording does not hold.</summary>
    public JToken? Find(string name) =>
        Stored(name) is { } value && !ValueTypes.TextOf(value).Contains(SecretMask.Masked, StringComparison.Ordinal) ? value : null;

    /// <summary>The name where the whole text is one variable: <c>$sku</c>; null otherwise.</summary>
    public static string? WholeName(JToken template) =>
        template.Type == JTokenType.String
        && (string)template! is ['$', _, ..] text
        && VariableText.NamesIn(text).FirstOrDefault() is { } name
        && name.Length == text.Length - 1
            ? name
            : null;

    /// <summary>The value with every <c>$name</c> put in; null where one is unknown.</summary>
    public JToken? Resolve(JToken template)
    {
        if (template.Type != JTokenType.String || (string)template! is not { } text || !text.Contains('$', StringComparison.Ordinal))
            return template;
        return VariableText.NamesIn(text).All(name => Find(name) is not null) ? VariableText.Expand(text, Find) : null;
    }

    private JToken? Stored(string name)
    {
        if (values.TryGetValue(name, out var value))
            return value;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && values.TryGetValue(name[..dot], out var whole) ? (whole as JObject)?[name[(dot + 1)..]] : null;
    }
}
