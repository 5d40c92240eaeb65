using System.Text;
using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Ga4;

/// <summary>
/// An item as GA4 writes it: tokens of a two-letter key and a value, joined by <c>~</c>, where <c>~~</c> is a tilde of the value;
/// custom fields come as pairs <c>k0name~v0value</c>.
/// </summary>
internal static class Ga4Item
{
    /// <summary>The item, and what of it could not be read (null = nothing).</summary>
    public static (JObject Item, string? Unread) Read(string text)
    {
        var item = new JObject();
        var customNames = new Dictionary<char, string>();
        string? unread = null;
        foreach (var token in Tokens(text))
            if (token.Length < 2)
                unread = $"The item '{text}' holds '{token}', which is too short for a key and a value.";
            else if (token[0] == 'k' && !Ga4Fields.ItemFields.ContainsKey(token[..2]))
                customNames[token[1]] = token[2..];
            else
                Put(item, token, customNames);
        return (item, unread);
    }

    private static void Put(JObject item, string token, Dictionary<char, string> customNames)
    {
        var (key, value) = (token[..2], token[2..]);
        if (Ga4Fields.ItemFields.TryGetValue(key, out var name))
            item[name] = Ga4Fields.ItemNumbers.Contains(key) ? WireNumber.ReadOrText(value) : new JValue(value);
        else
            item[key[0] == 'v' && customNames.TryGetValue(key[1], out var custom) ? custom : key] = value;
    }

    private static IEnumerable<string> Tokens(string text)
    {
        if (!text.Contains("~~", StringComparison.Ordinal))
            return text.Split('~', StringSplitOptions.RemoveEmptyEntries);
        return EscapedTokens(text);
    }

    private static List<string> EscapedTokens(string text)
    {
        var tokens = new List<string>();
        var token = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
            if (text[at] != '~')
                token.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '~')
                token.Append(text[at++]);
            else
                Close(token, tokens);
        Close(token, tokens);
        return tokens;
    }

    private static void Close(StringBuilder token, List<string> tokens)
    {
        if (token.Length > 0)
            tokens.Add(token.ToString());
        token.Clear();
    }
}
