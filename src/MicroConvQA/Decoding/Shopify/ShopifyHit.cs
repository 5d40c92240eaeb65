using MicroConvQA.Decoding.Content;
using MicroConvQA.Recording;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Shopify;

/// <summary>Builds the hit of one entry.</summary>
internal static class ShopifyHit
{
    /// <summary>Null where entries of its schema are no hits.</summary>
    /// <param name="request">The request that carried it.</param>
    /// <param name="schema">The schema's name, without its version.</param>
    /// <param name="entry">The entry.</param>
    public static Hit? Read(CapturedRequest request, string schema, JObject entry)
    {
        var (known, unknown) = ShopifyFields.Of(schema);
        if (known is not { } role)
            return null;
        var payload = entry["payload"] as JObject ?? [];
        var unread = unknown is null ? new List<string>() : [unknown];
        var parameters = new JObject();
        var wire = new JObject { ["schema_id"] = entry["schema_id"] };
        foreach (var (name, value) in payload)
            if (!ShopifyFields.Lifted.Contains(name))
                (ShopifyFields.Wire.Contains(name) ? wire : parameters)[name] = value?.DeepClone();
        var items = Items(payload["products"], unread);
        if (WireFields.Attach(parameters, wire) is { } hidden)
            unread.Add(hidden);
        return new Hit
        {
            Vendor = "shopify",
            Account = JsonText.NotEmpty(payload["shop_id"]) ?? JsonText.NotEmpty(payload["shopId"]),
            Event = JsonText.NotEmpty(payload["event_name"]) ?? schema,
            Role = role,
            Parameters = parameters,
            Items = items,
            EventId = JsonText.NotEmpty(payload["event_id"]) ?? JsonText.NotEmpty(payload["eventId"]),
            ClientId = JsonText.NotEmpty(payload["unique_token"]) ?? JsonText.NotEmpty(payload["uniqToken"]),
            SessionId = JsonText.NotEmpty(payload["deprecated_visit_token"]) ?? JsonText.NotEmpty(payload["visitToken"]),
            Consent = Consent(payload),
            PageUrl = JsonText.NotEmpty(payload["event_source_url"])
                ?? JsonText.NotEmpty(payload["page_url"])
                ?? JsonText.NotEmpty(payload["url"]),
            StatedTime = WireNumber.ReadTime(payload["event_time"]) ?? WireNumber.ReadTime(entry["metadata"]?["event_created_at_ms"]),
            Request = request,
            Unread = unread,
        };
    }

    /// <summary>Each product is a text of JSON.</summary>
    private static List<JObject> Items(JToken? products, List<string> unread)
    {
        var items = new List<JObject>();
        foreach (var product in products as JArray ?? [])
            if (product is JObject whole)
                items.Add((JObject)whole.DeepClone());
            else if (JsonText.Of(product) is { } text && JsonField.ValueOrText(text) is JObject read)
                items.Add(read);
            else
                unread.Add($"A product should be JSON and is {product.ToString(Formatting.None)}.");
        return items;
    }

    private static ConsentSignal? Consent(JObject payload)
    {
        if (
            payload["analytics_allowed"] is not JValue { Value: bool analytics }
            || payload["marketing_allowed"] is not JValue { Value: bool marketing }
        )
            return null;
        return new ConsentSignal
        {
            AnalyticsStorage = analytics,
            AdStorage = marketing,
            Raw = $"analytics_allowed={Word(analytics)} marketing_allowed={Word(marketing)}",
        };
    }

    private static string Word(bool allowed) => allowed ? "true" : "false";
}
