using System.Globalization;
using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Floodlight;

/// <summary>The products of a sale, each spread over fields with its number; a field without one is of them all.</summary>
internal static class FloodlightItems
{
    private static readonly Dictionary<char, string> s_names = new()
    {
        ['i'] = "id",
        ['p'] = "price",
        ['q'] = "quantity",
    };

    /// <summary>Where and in what language they were bought.</summary>
    private static readonly Dictionary<string, string> s_common = new() { ["c"] = "country", ["l"] = "language" };

    /// <summary>Reads the items, and puts what is of them all beside the known parameters.</summary>
    public static IReadOnlyList<JObject> Read(string? text, JObject parameters, List<string> unread)
    {
        var items = new SortedDictionary<int, JObject>();
        foreach (var part in WireList.Split(text, '|'))
            if (
                part.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
                && IsRead(part[..colon], part[(colon + 1)..], items, parameters)
            )
                continue;
            else
                unread.Add($"'{FloodlightFields.Products}' should hold numbered fields of products, and holds '{part}'.");
        return [.. items.Values];
    }

    private static bool IsRead(string key, string value, SortedDictionary<int, JObject> items, JObject parameters)
    {
        if (s_common.TryGetValue(key, out var common))
            parameters[common] = value;
        else if (
            s_names.TryGetValue(key[0], out var name)
            && int.TryParse(key.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
            Item(items, number)[name] = name == "id" ? new JValue(value) : WireNumber.ReadOrText(value);
        else
            return false;
        return true;
    }

    private static JObject Item(SortedDictionary<int, JObject> items, int number)
    {
        if (!items.TryGetValue(number, out var item))
            items[number] = item = [];
        return item;
    }
}
