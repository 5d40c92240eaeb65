using Newtonsoft.Json.Linq;

namespace MicroConvQA.Specs.Decoding.Corpus;

/// <summary>
/// A call as its vendor's SDK sends it: what it drops, renames or turns into text before it sends anything, as the captures' notes and the
/// vendors' documentation say.
/// </summary>
internal sealed record SentCall(string Event, JObject Parameters, IReadOnlyList<JObject> Items, string? EventId)
{
    // Google Ads takes them for a conversion only, and this purchase was sent to remarketing.
    private static readonly string[] DroppedByGoogleAds = ["aw_merchant_id", "new_customer", "discount"];

    // What steers analytics.js is not sent; the hit type is the event's name.
    private static readonly string[] SteeringUa = ["hitType", "transport"];

    private static readonly string[] MetaNumbers = ["value", "num_items"];

    public static SentCall Of(JObject call, string vendor)
    {
        var called = new SentCall(
            (string)call["event"]!,
            (JObject?)call["params"] ?? [],
            [.. call["items"]?.Cast<JObject>() ?? []],
            EventIdOf(call)
        );
        return vendor switch
        {
            "ga4" => called with
            {
                Parameters = GtagRendering.Parameters(called.Parameters),
                Items = [.. called.Items.Select(GtagRendering.Item)],
            },
            "google-ads" => called with
            {
                Parameters = Without(called.Parameters, DroppedByGoogleAds),
                Items = [.. called.Items.Select(RemarketedItem)],
            },
            "matomo" when called.Event == "queueRequest" => called with
            {
                // It sends the given fields as they are, and these are a page view's.
                Event = "trackPageView",
                Parameters = new JObject { ["documentTitle"] = called.Parameters["action_name"] },
            },
            "meta" => called with
            {
                Parameters = Each(called.Parameters, (name, value) => MetaNumbers.Contains(name) ? value : Text(value)),
            },
            "ua" => called with { Parameters = Without(called.Parameters, SteeringUa) },
            "uet" => called with
            {
                // An event without an action is named by its type.
                Event = called.Event.Length == 0 ? "custom" : called.Event,
                Parameters = Each(called.Parameters, (_, value) => value is JArray list ? string.Join(',', list) : value),
            },
            _ => called,
        };
    }

    private static string? EventIdOf(JObject call) =>
        (string?)(call["options"]?["eventID"] ?? call["options"]?["event_id"] ?? call["params"]?["event_id"]);

    private static JObject RemarketedItem(JObject item) =>
        new() { ["id"] = item["id"] ?? item["item_id"], ["google_business_vertical"] = item["google_business_vertical"] };

    private static JObject Without(JObject called, string[] names) =>
        new(called.Properties().Where(property => !names.Contains(property.Name)));

    private static JObject Each(JObject called, Func<string, JToken, JToken> change) =>
        new(called.Properties().Select(property => new JProperty(property.Name, change(property.Name, property.Value))));

    private static JToken Text(JToken value) => value is JValue { Type: JTokenType.Integer or JTokenType.Float } ? value.ToString() : value;
}
