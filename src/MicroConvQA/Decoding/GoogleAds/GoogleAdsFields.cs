using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Content;

namespace MicroConvQA.Decoding.GoogleAds;

/// <summary>
/// The query of Google Ads' requests under the names of gtag's calls (support.google.com/google-ads/answer/7548399 and
/// developers.google.com/tag-platform/gtagjs/reference).
/// </summary>
internal static class GoogleAdsFields
{
    /// <summary>The call's own parameters: <c>event=purchase;google_business_vertical=retail;id=SKU1,SKU2</c>.</summary>
    public const string Data = "data";

    /// <summary>A conversion's items: <c>(price*quantity*id**)(…)</c>.</summary>
    public const string Items = "item";

    public const string Vertical = "google_business_vertical";

    public static readonly FieldMeanings Table = new()
    {
        Parameters = new Dictionary<string, string>
        {
            ["value"] = "value",
            ["currency_code"] = "currency",
            ["oid"] = "transaction_id",
            ["url"] = "page_location",
            ["dl"] = "page_location",
            ["ref"] = "page_referrer",
            ["dr"] = "page_referrer",
            ["tiba"] = "page_title",
            ["dt"] = "page_title",
        },
        Numbers = new HashSet<string> { "value" },
        Lifted = new HashSet<string> { "en", "label", "tid", "gcs", "gcd", Data, Items },
    };

    public static readonly AliasNames Aliases = new()
    {
        Value = ["value"],
        Currency = ["currency"],
        TransactionId = ["transaction_id"],
        ItemId = ["id"],
        OnlyItemId = ["ecomm_prodid"],
    };
}
