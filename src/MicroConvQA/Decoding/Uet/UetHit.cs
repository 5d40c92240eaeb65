using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Uet;

/// <summary>Builds the hit of one request.</summary>
internal static class UetHit
{
    public static Hit Read(RequestContent request)
    {
        var query = request.Query;
        var type = query["evt"] is { Length: > 0 } stated ? stated : throw new UnreadableRequestException("It names no event type 'evt'.");
        var (parameters, wire) = (new JObject(), new JObject());
        UetFields.Table.Sort(query, parameters, wire);
        var hidden = WireFields.Attach(parameters, wire);
        var items = Items(query["items"]);
        return new Hit
        {
            Vendor = "uet",
            Account = query["ti"],
            // The documented call for a variable revenue has no action: then its type is its only name.
            Event = type == UetFields.Custom && query["ea"] is { Length: > 0 } action ? action : type,
            Role =
                type == UetFields.PageHide ? HitRole.Companion
                : UetFields.States.Contains(type) ? HitRole.State
                : HitRole.Event,
            Parameters = parameters,
            Items = items,
            ItemIds = items.Count > 0 ? [] : WireList.Split(query["prodid"], ','),
            ClientId = query["vid"],
            SessionId = query["sid"],
            Consent = Consent(query["asc"]),
            PageUrl = query["p"],
            PageLoadId = query["mid"],
            Request = request.Request,
            Unread = hidden is null ? [] : [hidden],
        };
    }

    /// <summary>Items are lists of fields, joined by commas: <c>id=1&amp;quantity=2&amp;price=3,id=2&amp;…</c>.</summary>
    private static List<JObject> Items(string? text)
    {
        var items = new List<JObject>();
        foreach (var part in WireList.Split(text, ','))
        {
            var item = new JObject();
            foreach (var (name, value) in FieldList.Parse(part))
                item[name] = name is "quantity" or "price" ? WireNumber.ReadOrText(value) : new JValue(value);
            items.Add(item);
        }
        return items;
    }

    private static ConsentSignal? Consent(string? asc) =>
        asc is null
            ? null
            : new ConsentSignal
            {
                AdStorage = asc switch
                {
                    "G" => true,
                    "D" => false,
                    _ => null,
                },
                Raw = $"asc={asc}",
            };
}
