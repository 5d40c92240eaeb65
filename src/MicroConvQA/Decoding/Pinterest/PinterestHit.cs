using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Pinterest;

/// <summary>Builds the hit of one request: its event data are the parameters, all else stands under <c>wire</c>.</summary>
internal static class PinterestHit
{
    public static Hit Read(RequestContent request)
    {
        var query = request.Query;
        var isCopy = request.Path.StartsWith(PinterestFields.Copies, StringComparison.Ordinal);
        var name = query["event"] is { Length: > 0 } stated ? stated : null;
        if (name is null && !isCopy)
            throw new UnreadableRequestException("It names no event: there is no 'event' in its query.");
        var unread = new List<string>();
        var parameters = EventData(query, unread);
        var page = JsonField.Object(query, "ad", unread);
        var visitor = JsonField.Object(query, "pd", unread);
        var items = Items(parameters, unread);
        if (WireFields.Attach(parameters, Wire(query, page, visitor)) is { } hidden)
            unread.Add(hidden);
        return new Hit
        {
            Vendor = "pinterest",
            Account = query["tid"],
            Event = name ?? "user",
            Role =
                !isCopy ? HitRole.Event
                : name is null ? HitRole.State
                : HitRole.Companion,
            Parameters = parameters,
            Items = items,
            ItemIds = items.Count == 0 ? Ids(parameters["product_ids"]) : [],
            EventId = PinterestFields.EventIds.Select(id => JsonText.NotEmpty(parameters[id])).FirstOrDefault(id => id is not null),
            UserId = JsonText.NotEmpty(visitor?["external_id"]),
            PageUrl = JsonText.NotEmpty(page?["loc"]),
            Request = request.Request,
            Unread = unread,
        };
    }

    private static JObject EventData(FieldList query, List<string> unread)
    {
        var data = JsonField.Object(query, PinterestFields.EventData, unread) ?? [];
        foreach (var (name, value) in query)
            if (name is ['e', 'd', '[', .. var key, ']'])
                data[key] = PinterestFields.Numbers.Contains(key) ? WireNumber.ReadOrText(value) : new JValue(value);
        return data;
    }

    private static IReadOnlyList<JObject> Items(JObject parameters, List<string> unread)
    {
        if (parameters[PinterestFields.Items] is not { Type: not JTokenType.Null } sent)
            return [];
        if (sent is not JArray list || list.Any(item => item is not JObject))
        {
            unread.Add($"'{PinterestFields.Items}' should be a list of objects and is {sent.Type}.");
            return [];
        }
        parameters.Remove(PinterestFields.Items);
        return [.. list.Cast<JObject>()];
    }

    private static List<string> Ids(JToken? ids) => ids is JArray list ? [.. list.Select(JsonText.Of).OfType<string>()] : [];

    private static JObject Wire(FieldList query, JObject? page, JObject? visitor)
    {
        var wire = new JObject();
        foreach (var (name, value) in query)
            if (name is not ("event" or PinterestFields.EventData or "tid") && !name.StartsWith("ed[", StringComparison.Ordinal))
                wire[name] = name switch
                {
                    "ad" when page is not null => page,
                    "pd" when visitor is not null => visitor,
                    _ => value,
                };
        return wire;
    }
}
