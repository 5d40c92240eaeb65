using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.GoogleAds;

/// <summary>The items of a request: a remarketing event has their ids only, a conversion price and quantity too.</summary>
internal static class GoogleAdsItems
{
    /// <summary>Reads the items, and puts the call's other own parameters beside the known ones.</summary>
    public static IReadOnlyList<JObject> Read(FieldList query, JObject parameters, List<string> unread)
    {
        var remarketed = Remarketed(query[GoogleAdsFields.Data], parameters);
        return query[GoogleAdsFields.Items] is { Length: > 0 } text ? Bought(text, unread) : remarketed;
    }

    private static List<JObject> Remarketed(string? data, JObject parameters)
    {
        var own = new Dictionary<string, string>();
        foreach (var part in WireList.Split(data, ';'))
            if (part.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
                own[part[..equals]] = part[(equals + 1)..];
        own.Remove("event");
        var items = own.Remove("id", out var ids) ? Items(ids, own) : [];
        foreach (var (name, value) in own)
            parameters.TryAdd(name, value);
        return items;
    }

    private static List<JObject> Items(string ids, Dictionary<string, string> own)
    {
        var vertical = own.Remove(GoogleAdsFields.Vertical, out var found) ? found : null;
        var items = new List<JObject>();
        foreach (var id in WireList.Split(ids, ','))
            items.Add(vertical is null ? new JObject { ["id"] = id } : new JObject { ["id"] = id, [GoogleAdsFields.Vertical] = vertical });
        return items;
    }

    private static List<JObject> Bought(string text, List<string> unread)
    {
        var items = new List<JObject>();
        foreach (var part in WireList.Split(text, ')'))
            if (part.TrimStart('(').Split('*') is [var price, var quantity, { Length: > 0 } id, ..])
                items.Add(
                    new JObject
                    {
                        ["id"] = id,
                        ["quantity"] = WireNumber.ReadOrText(quantity),
                        ["price"] = WireNumber.ReadOrText(price),
                    }
                );
            else
                unread.Add($"'{GoogleAdsFields.Items}' should hold items of price, quantity and id, and holds '{part.TrimStart('(')}'.");
        return items;
    }
}
