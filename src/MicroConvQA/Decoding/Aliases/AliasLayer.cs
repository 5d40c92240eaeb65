using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Aliases;

/// <summary>
/// Finds the facts that every vendor's hits may carry, each under its own name: standard event, value, currency, transaction id and item
/// ids; and what holds of all hits of the vendor.
/// </summary>
internal static class AliasLayer
{
    /// <summary>What the decoder has set by itself stays.</summary>
    public static Hit Complete(Hit hit, VendorProfile vendor, int line, IReadOnlyList<string> remarks)
    {
        var names = vendor.Aliases;
        return hit with
        {
            Line = line,
            SendDelay = hit.SendDelay ?? vendor.SendDelay,
            StandardEvent = hit.StandardEvent ?? vendor.StandardEvents.GetValueOrDefault(hit.Event),
            Value = hit.Value ?? Find(hit.Parameters, names.Value, names.FreeForm),
            Currency = hit.Currency ?? Currency(hit, names),
            TransactionId = hit.TransactionId ?? JsonText.Of(Find(hit.Parameters, names.TransactionId, names.FreeForm)),
            ItemIds = hit.ItemIds is { Count: > 0 } ? hit.ItemIds : ItemIds(hit, names),
            Unread = remarks.Count == 0 ? hit.Unread : [.. hit.Unread, .. remarks],
        };
    }

    private static string? Currency(Hit hit, AliasNames names) =>
        JsonText.Of(Find(hit.Parameters, names.Currency, names.FreeForm))
        ?? (hit.Items.Count > 0 ? JsonText.Of(Find(hit.Items[0], names.ItemCurrency, names.FreeForm)) : null);

    private static List<string> ItemIds(Hit hit, AliasNames names)
    {
        if (hit.Items.Count == 0)
            return JsonText.Of(Find(hit.Parameters, names.OnlyItemId, names.FreeForm)) is { } only ? [only] : [];
        var ids = new List<string>(hit.Items.Count);
        foreach (var item in hit.Items)
            if (JsonText.Of(Find(item, names.ItemId, names.FreeForm)) is { } id)
                ids.Add(id);
        return ids;
    }

    private static JToken? Find(JObject place, IReadOnlyList<string> names, bool freeForm)
    {
        foreach (var name in names)
            if (
                (freeForm && !name.Contains('.') ? FindFreeForm(place, name) : FindPath(place, name)) is
                { Type: not (JTokenType.Null or JTokenType.Undefined) } found
            )
                return found;
        return null;
    }

    private static JToken? FindPath(JObject place, string path)
    {
        if (place.TryGetValue(path, StringComparison.Ordinal, out var exact))
            return exact;
        var dot = path.IndexOf('.');
        return dot > 0 && place[path[..dot]] is JObject inner ? FindPath(inner, path[(dot + 1)..]) : null;
    }

    private static JToken? FindFreeForm(JObject place, string name)
    {
        foreach (var property in place.Properties())
            if (property.Value is JValue && FreeFormName.Same(property.Name, name))
                return property.Value;
        return null;
    }
}
