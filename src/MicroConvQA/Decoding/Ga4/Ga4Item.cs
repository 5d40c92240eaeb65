using System.Collections.Frozen;
using System.Text;
using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Ga4;

/// <summary>
/// An item as GA4 writes it: tokens of a two-letter key and a value, joined by <c>~</c>, where <c>~~</c> is a tilde of the value;
/// custom fields come as pairs <c>k0name~v0value</c>.
/// </summary>
internal sealed class Ga4Item
{
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ItemFields =
        Ga4Fields.ItemFields.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly JObject _item = [];
    private Dictionary<char, string>? _customNames;
    private string? _unread;

    private Ga4Item() { }

    /// <summary>The item, and what of it could not be read (null = nothing).</summary>
    public static (JObject Item, string? Unread) Read(string text)
    {
        var reading = new Ga4Item();
        if (text.Contains("~~", StringComparison.Ordinal))
            foreach (var token in EscapedTokens(text))
                reading.Put(token, text);
        else
            foreach (var token in text.AsSpan().Split('~'))
                reading.Put(text.AsSpan(token), text);
        return (reading._item, reading._unread);
    }

    private void Put(ReadOnlySpan<char> token, string text)
    {
        if (token.IsEmpty)
            return;
        if (token.Length < 2)
        {
            _unread = $"The item '{text}' holds '{token}', which is too short for a key and a value.";
            return;
        }
        var key = token[..2];
        var value = token[2..].ToString();
        if (ItemFields.TryGetValue(key, out var name))
            _item[name] = Ga4Fields.ItemNumbers.Contains(name) ? WireNumber.ReadOrText(value) : new JValue(value);
        else if (key[0] == 'k')
            (_customNames ??= [])[key[1]] = value;
        else
            _item[key[0] == 'v' && _customNames?.GetValueOrDefault(key[1]) is { } custom ? custom : key.ToString()] = value;
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
