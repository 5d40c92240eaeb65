using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Journeys;

/// <summary>
/// Texts with variables: <c>$name</c>, <c>$person.email</c>, <c>$env.NAME</c>; <c>$$</c> is a dollar sign, and so is a <c>$</c> before
/// anything that cannot begin a name. A name holds letters, digits, dashes and underscores, and dots between such parts.
/// </summary>
internal static partial class VariableText
{
    private const string EnvironmentPrefix = "env.";

    /// <summary>The variables of the walk's made-up shopper.</summary>
    public static IReadOnlyList<string> PersonFields { get; } =
    ["email", "first", "last", "phone", "street", "postcode", "city", "password", "card"];

    /// <summary>The environment variable for which a name such as <c>env.NAME</c> stands; null = for none.</summary>
    public static string? EnvironmentNameIn(string name) =>
        name.StartsWith(EnvironmentPrefix, StringComparison.Ordinal) ? name[EnvironmentPrefix.Length..] : null;

    /// <summary>The names that a text uses, in order: <c>sku</c>, <c>person.email</c>.</summary>
    public static IEnumerable<string> NamesIn(string text) =>
        Variables().Matches(text).Select(match => match.Groups["name"]).Where(name => name.Success).Select(name => name.Value);

    /// <summary>The text with its variables' values; a text that is one variable as a whole takes the typed value.</summary>
    /// <param name="text">The text with variables.</param>
    /// <param name="valueOf">The value of a name; null = unknown, which leaves the variable as it stands.</param>
    public static JToken Expand(string text, Func<string, JToken?> valueOf) =>
        WholeName(text) is { } name ? valueOf(name)?.DeepClone() ?? new JValue(text) : new JValue(ExpandToText(text, valueOf));

    /// <summary>The text with its variables' values, as text.</summary>
    /// <param name="text">The text with variables.</param>
    /// <param name="valueOf">The value of a name; null = unknown, which leaves the variable as it stands.</param>
    public static string ExpandToText(string text, Func<string, JToken?> valueOf) =>
        Variables()
            .Replace(text, match => !match.Groups["name"].Success ? "$"
                : valueOf(match.Groups["name"].Value) is { } value ? TextOf(value)
                : match.Value);

    /// <summary>A variable as the walk knows it: a mapping becomes one variable for each entry, by dotted name.</summary>
    internal static IEnumerable<KeyValuePair<string, JToken>> Flat(string name, JToken value) =>
        value is JObject mapping ? mapping.Properties().SelectMany(entry => Flat($"{name}.{entry.Name}", entry.Value)) : [new(name, value)];

    /// <summary>
    /// The text with the values of some variables, which may hold variables themselves; everything else stays as it stands, <c>$$</c> too.
    /// </summary>
    internal static string Substitute(string text, Func<string, string?> valueOf) =>
        Variables().Replace(text, match => match.Groups["name"].Success ? valueOf(match.Groups["name"].Value) ?? match.Value : match.Value);

    /// <summary>The name where the text is one variable as a whole; null otherwise.</summary>
    internal static string? WholeName(string text) =>
        Variables().Match(text) is { Success: true } match && match.Length == text.Length && match.Groups["name"].Success
            ? match.Groups["name"].Value
            : null;

    /// <summary>A value as it is put into a text: numbers with a decimal point, truth values in lower case.</summary>
    public static string TextOf(JToken value) =>
        value.Type == JTokenType.String ? (string?)value ?? "" : value.ToString(Newtonsoft.Json.Formatting.None);

    [GeneratedRegex(@"\$(\$|(?<name>[A-Za-z_][A-Za-z0-9_-]*(\.[A-Za-z_][A-Za-z0-9_-]*)*))")]
    private static partial Regex Variables();
}
