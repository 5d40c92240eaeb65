using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.UniversalAnalytics;

/// <summary>Builds one hit. An event is called by its action, every other hit by its type.</summary>
internal static class UaHit
{
    public static Hit Read(RequestContent request, FieldList fields, string type, bool isJoin)
    {
        var (parameters, wire, items) = (new JObject(), new JObject(), new UaItems());
        UaFields.Table.Sort(fields, parameters, wire, field => items.TryRead(field) || PutPatterned(field, parameters));
        var hidden = WireFields.Attach(parameters, wire);
        return new Hit
        {
            Vendor = "ua",
            Account = fields["tid"],
            Event = type == "event" && fields["ea"] is { Length: > 0 } action ? action : type,
            // The items of a classic transaction are sent beside it, each in a hit of its own.
            Role = isJoin || type == "item" ? HitRole.Companion : HitRole.Event,
            StandardEvent = isJoin ? null : StandardEvent(fields, type, items),
            Parameters = parameters,
            Items = items.Items(),
            ClientId = fields["cid"],
            UserId = fields["uid"],
            Consent = GoogleConsent.Read(fields),
            PageUrl = fields["dl"],
            PageLoadId = fields["a"],
            Request = request.Request,
            Unread = hidden is null ? [] : [hidden],
        };
    }

    /// <summary>Ecommerce data ride on any hit, most often on a page view.</summary>
    private static string? StandardEvent(FieldList fields, string type, UaItems items) =>
        fields["pa"] switch
        {
            // Later steps are the shop's own to name.
            "checkout" => fields["cos"] is null or "1" ? StandardNames.BeginCheckout : null,
            { } action => UaFields.ProductActions.GetValueOrDefault(action),
            null when fields["promoa"] == "click" => StandardNames.SelectPromotion,
            null when type == "event" && items.AreListed => StandardNames.ViewItemList,
            null when type == "event" && items.ArePromotions => StandardNames.ViewPromotion,
            null => null,
        };

    private static bool PutPatterned(Field field, JObject parameters)
    {
        var (name, value) = field;
        if (UaFields.Flags.TryGetValue(name, out var flag))
            parameters[flag] = value == "1";
        else if (
            name.Length > 2
            && UaFields.Numbered.TryGetValue(name[..2], out var kind)
            && name.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0
        )
            parameters[kind + name[2..]] = kind == "metric" ? WireNumber.ReadOrText(value) : new JValue(value);
        else
            return false;
        return true;
    }
}
