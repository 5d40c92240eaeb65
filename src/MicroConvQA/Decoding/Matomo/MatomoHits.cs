using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Matomo;

/// <summary>
/// Builds the hits of one tracking request. A page view that bears a product's or a category's fields is two: the page view and the view of
/// the product. Every later request of the page bears these fields too, and is none.
/// </summary>
internal static class MatomoHits
{
    public static IReadOnlyList<Hit> Read(CapturedRequest request, FieldList fields)
    {
        var kind = KindOf(fields);
        var hit = Hit(request, fields, kind);
        return kind == MatomoFields.PageView && (fields["_pks"] ?? fields["_pkc"]) is { Length: > 0 }
            ? [ProductView(request, fields), hit]
            : [hit];
    }

    private static string KindOf(FieldList fields)
    {
        if (fields.Has("ping"))
            return MatomoFields.Ping;
        if (fields["idgoal"] is { } goal)
            return goal != "0" ? MatomoFields.Goal
                : fields.Has("ec_id") ? MatomoFields.Order
                : MatomoFields.Cart;
        if (fields.Has("e_c") && fields.Has("e_a"))
            return MatomoFields.Event;
        if (fields.Has("search"))
            return MatomoFields.SiteSearch;
        if (fields.Has("link") || fields.Has("download"))
            return MatomoFields.Link;
        if (fields.Has("c_n"))
            return fields.Has("c_i") ? MatomoFields.ContentInteraction : MatomoFields.ContentImpression;
        return fields.Has("action_name") ? MatomoFields.PageView : MatomoFields.Unknown;
    }

    private static Hit Hit(CapturedRequest request, FieldList fields, string kind)
    {
        var unread = new List<string>();
        if (kind == MatomoFields.Unknown)
            unread.Add("Nothing of it says which call sent it: it is no page view, event, goal, order, search, link or content.");
        var items = JsonField.List(fields, "ec_items", unread) is { } list ? MatomoItems.Ordered(list, unread) : [];
        var parameters = Parameters(fields, kind, unread);
        return Common(request, fields, parameters, unread) with
        {
            Event = kind == MatomoFields.Event && fields["e_a"] is { Length: > 0 } action ? action : kind,
            Role = kind == MatomoFields.Ping ? HitRole.Companion : HitRole.Event,
            Items = items,
        };
    }

    private static Hit ProductView(CapturedRequest request, FieldList fields)
    {
        var unread = new List<string>();
        var parameters = Parameters(fields, MatomoFields.ProductView, unread);
        var item = MatomoItems.Viewed(fields);
        if (item is null)
            parameters["categoryName"] = JsonField.ValueOrText(fields["_pkc"] ?? "");
        return Common(request, fields, parameters, unread) with
        {
            Event = MatomoFields.ProductView,
            StandardEvent = item is null ? StandardNames.ViewItemList : null,
            Items = item is null ? [] : [item],
            EventId = fields["pv_id"] is { Length: > 0 } page ? $"{page} {fields["_pks"] ?? fields["_pkc"]}" : null,
        };
    }

    private static Hit Common(CapturedRequest request, FieldList fields, JObject parameters, List<string> unread) =>
        new()
        {
            Vendor = "matomo",
            Account = fields["idsite"],
            Event = MatomoFields.Unknown,
            Parameters = parameters,
            ClientId = fields["_id"],
            UserId = fields["uid"],
            Consent = fields["consent"] is { } given
                ? new ConsentSignal { AnalyticsStorage = given == "1", Raw = $"consent={given}" }
                : null,
            PageUrl = fields["url"],
            PageLoadId = fields["pv_id"],
            Request = request,
            Unread = unread,
        };

    private static JObject Parameters(FieldList fields, string kind, List<string> unread)
    {
        var (parameters, wire) = (new JObject(), new JObject());
        MatomoFields.Tables[kind].Sort(fields, parameters, wire, field => PutPatterned(field, parameters));
        if (kind == MatomoFields.Link)
            parameters["linkType"] = fields.Has("download") ? "download" : "link";
        if (WireFields.Attach(parameters, wire) is { } hidden)
            unread.Add(hidden);
        return parameters;
    }

    private static bool PutPatterned(Field field, JObject parameters)
    {
        var (name, value) = field;
        const string dimension = "dimension";
        if (name.Length > dimension.Length && name.StartsWith(dimension, StringComparison.Ordinal) && char.IsAsciiDigit(name[^1]))
            parameters[name] = value;
        else if (name == "ec_dt" && value is "false" or "true")
            // The call's documented way to say that there is none.
            parameters["discount"] = value == "true";
        else
            return false;
        return true;
    }
}
