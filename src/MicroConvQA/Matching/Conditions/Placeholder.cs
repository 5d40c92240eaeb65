using System.Buffers;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Matching.Conditions;

/// <summary>
/// Words that stand where a value should be: what a script writes of a variable that has none, and templates that nobody filled in.
/// </summary>
internal static partial class Placeholder
{
    private const string Emptied = "The page's variable was empty and became a word.";
    private const string Template = "A template was not filled in: what it names has no value there, or nobody knows that name.";

    /// <summary>The whole text, letter for letter, with what most likely wrote it.</summary>
    private static readonly Dictionary<string, string> Whole = new(StringComparer.Ordinal)
    {
        ["undefined"] = Emptied,
        ["null"] = Emptied,
        ["NULL"] = Emptied,
        ["NaN"] = "The page's variable was empty and became a word: it was calculated with.",
        ["Infinity"] = "The page's variable was empty and became a word: something was divided by it.",
        ["-Infinity"] = "The page's variable was empty and became a word: something was divided by it.",
        ["(not set)"] = "The tag had no value and was given the words that reports use for none.",
    };

    /// <summary>Parts of a text that no value has, with what most likely wrote them.</summary>
    private static readonly (Regex Part, string Cause)[] Parts =
    [
        (OfObject(), "The page's code joined an object to a text instead of one of its values."),
        (Braces(), Template),
        (Format(), Template),
    ];

    /// <summary>Parts of an id, between its separators, that are no ids: <c>SKU-undefined</c>.</summary>
    private static readonly HashSet<string> InIds = ["undefined", "null", "NaN"];

    private static readonly SearchValues<char> Separators = SearchValues.Create("-_.:,;/| ");
    private static readonly SearchValues<char> Marks = SearchValues.Create("[{<%");

    /// <summary>What most likely wrote a value that is none; null = it is a value.</summary>
    /// <param name="value">The value as sent.</param>
    /// <param name="isId">Whether it names something, so that a part of it tells.</param>
    public static string? CauseOf(JToken? value, bool isId) =>
        value switch
        {
            { Type: JTokenType.String } => CauseOf((string)value!, isId),
            JValue { Value: double.NaN } => Whole["NaN"],
            JValue { Value: double.PositiveInfinity or double.NegativeInfinity } => Whole["Infinity"],
            _ => null,
        };

    /// <summary>Whether a parameter or an item's field names something, by its own name.</summary>
    public static bool IsId(string name) => name.EndsWith("id", StringComparison.OrdinalIgnoreCase) || name is "sku";

    /// <summary>Whether a text is nothing but such a word.</summary>
    public static bool IsWord(string text) => Whole.ContainsKey(text.Trim());

    private static string? CauseOf(string text, bool isId)
    {
        if (Whole.TryGetValue(text.Trim(), out var cause))
            return cause;
        if (text.AsSpan().ContainsAny(Marks) && Array.Find(Parts, part => part.Part.IsMatch(text)) is { Cause: { } of })
            return of;
        return isId && HasEmptyPart(text) ? Emptied : null;
    }

    private static bool HasEmptyPart(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Separators) is var end and >= 0)
        {
            if (IsEmpty(text[..end]))
                return true;
            text = text[(end + 1)..];
        }
        return IsEmpty(text);
    }

    private static bool IsEmpty(ReadOnlySpan<char> part) => part.Length is 3 or 4 or 9 && InIds.Contains(part.ToString());

    [GeneratedRegex(@"\[object [A-Z]\w*\]")]
    private static partial Regex OfObject();

    /// <summary><c>{{Order ID}}</c>, <c>${orderId}</c>, <c>#{id}</c>, <c>&lt;%= id %></c>, and <c>{order_id}</c> as a whole.</summary>
    [GeneratedRegex(@"\{\{[^{}]{0,100}\}\}|[$#]\{[^{}]{0,100}\}|<%.{0,100}?%>|^\s*\{[A-Za-z_][\w .-]{0,60}\}\s*$")]
    private static partial Regex Braces();

    /// <summary><c>%s</c>, <c>%1$d</c> as a word, <c>%%ORDER_ID%%</c>.</summary>
    [GeneratedRegex(@"(?<!\S)%(\d\$)?[sdif](?!\S)|%%[A-Za-z_]{1,60}%%")]
    private static partial Regex Format();
}
