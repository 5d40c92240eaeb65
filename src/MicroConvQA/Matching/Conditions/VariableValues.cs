using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Matching.Conditions;

/// <summary>The variables of a walk as its recording kept them.</summary>
public sealed partial class VariableValues
{
    private readonly IReadOnlyDictionary<string, JToken> values;

    /// <param name="values">The values at the end of the walk, by name; persons' by dotted name or nested.</param>
    public VariableValues(IReadOnlyDictionary<string, JToken> values) => this.values = values;

    public static VariableValues None { get; } = new(new Dictionary<string, JToken>());

    /// <summary>The value of one variable; null = never set.</summary>
    public JToken? Find(string name)
    {
        if (values.TryGetValue(name, out var value))
            return value;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && values.TryGetValue(name[..dot], out var whole) ? (whole as JObject)?[name[(dot + 1)..]] : null;
    }

    /// <summary>The name where the whole text is one variable: <c>$sku</c>; null otherwise.</summary>
    public static string? WholeName(JToken template) =>
        template.Type == JTokenType.String && Whole().Match((string)template!) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The value with every <c>$name</c> put in; null where one is unknown, and <paramref name="unknown"/> names it.</summary>
    public JToken? Resolve(JToken template, out string? unknown)
    {
        unknown = null;
        if (template.Type != JTokenType.String || !((string)template!).Contains('$', StringComparison.Ordinal))
            return template;
        if (WholeName(template) is not { } name)
            return ResolveText((string)template!, out unknown);
        var value = Find(name);
        unknown = value is null ? name : null;
        return value;
    }

    /// <summary>The text with every <c>$name</c> put in as text; null where one is unknown.</summary>
    public string? ResolveText(string template, out string? unknown)
    {
        string? missing = null;
        var text = Inside().Replace(template, match =>
        {
            if (match.Value == "$$")
                return "$";
            var value = Find(match.Groups[1].Value);
            if (value is null)
                missing ??= match.Groups[1].Value;
            return value is null ? "" : ValueTypes.TextOf(value);
        });
        unknown = missing;
        return missing is null ? text : null;
    }

    [GeneratedRegex(@"^\$([A-Za-z_][A-Za-z0-9_-]*(?:\.[A-Za-z_][A-Za-z0-9_-]*)*)$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\$\$|\$([A-Za-z_][A-Za-z0-9_-]*(?:\.[A-Za-z_][A-Za-z0-9_-]*)*)")]
    private static partial Regex Inside();
}
