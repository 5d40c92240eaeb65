using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Content;

namespace MicroConvQA.Decoding.UniversalAnalytics;

/// <summary>
/// The Measurement Protocol's fields under the names that analytics.js gives them
/// (developers.google.com/analytics/devguides/collection/analyticsjs/field-reference).
/// </summary>
internal static class UaFields
{
    public static readonly FieldMeanings Table = new()
    {
        Parameters = new Dictionary<string, string>
        {
            ["ec"] = "eventCategory",
            ["ea"] = "eventAction",
            ["el"] = "eventLabel",
            ["ev"] = "eventValue",
            ["sn"] = "socialNetwork",
            ["sa"] = "socialAction",
            ["st"] = "socialTarget",
            ["utc"] = "timingCategory",
            ["utv"] = "timingVar",
            ["utt"] = "timingValue",
            ["utl"] = "timingLabel",
            ["exd"] = "exDescription",
            ["cd"] = "screenName",
            ["dl"] = "location",
            ["dh"] = "hostname",
            ["dp"] = "page",
            ["dt"] = "title",
            ["dr"] = "referrer",
            ["ul"] = "language",
            ["uid"] = "userId",
            ["cu"] = "currencyCode",
            ["pa"] = "productAction",
            ["pal"] = "productActionList",
            ["promoa"] = "promoAction",
            ["ti"] = "transactionId",
            ["ta"] = "affiliation",
            ["tr"] = "revenue",
            ["tt"] = "tax",
            ["ts"] = "shipping",
            ["tcc"] = "coupon",
            ["cos"] = "checkoutStep",
            ["col"] = "checkoutOption",
            ["in"] = "itemName",
            ["ip"] = "itemPrice",
            ["iq"] = "itemQuantity",
            ["ic"] = "itemCode",
            ["iv"] = "itemCategory",
        },
        Numbers = new HashSet<string> { "ev", "utt", "tr", "tt", "ts", "cos", "ip", "iq" },
        Lifted = new HashSet<string> { "v", "t", "tid", "cid", "gcs", "gcd", "a" },
    };

    /// <summary>Fields that are true or false.</summary>
    public static readonly IReadOnlyDictionary<string, string> Flags = new Dictionary<string, string>
    {
        ["ni"] = "nonInteraction",
        ["exf"] = "exFatal",
    };

    /// <summary>Fields with a number in their name: <c>cd1</c>.</summary>
    public static readonly IReadOnlyDictionary<string, string> Numbered = new Dictionary<string, string>
    {
        ["cd"] = "dimension",
        ["cm"] = "metric",
        ["cg"] = "contentGroup",
    };

    /// <summary>What follows the number of an item: <c>pr1nm</c>, <c>il1pi1nm</c>, <c>promo1nm</c>.</summary>
    public static readonly IReadOnlyDictionary<string, string> ItemFields = new Dictionary<string, string>
    {
        ["id"] = "id",
        ["nm"] = "name",
        ["br"] = "brand",
        ["ca"] = "category",
        ["va"] = "variant",
        ["pr"] = "price",
        ["qt"] = "quantity",
        ["cc"] = "coupon",
        ["ps"] = "position",
    };

    /// <summary>The same of a promotion, whose position is a name.</summary>
    public static readonly IReadOnlyDictionary<string, string> PromotionFields = new Dictionary<string, string>
    {
        ["id"] = "id",
        ["nm"] = "name",
        ["cr"] = "creative",
        ["ps"] = "position",
    };

    public static readonly IReadOnlySet<string> ItemNumbers = new HashSet<string> { "price", "quantity" };

    public static readonly IReadOnlyDictionary<string, string> StandardEvents = new Dictionary<string, string>
    {
        ["pageview"] = StandardNames.PageView,
        ["transaction"] = StandardNames.Purchase,
    };

    /// <summary>What ecommerce data on a hit say of it, whatever it is called.</summary>
    public static readonly IReadOnlyDictionary<string, string> ProductActions = new Dictionary<string, string>
    {
        ["click"] = StandardNames.SelectItem,
        ["detail"] = StandardNames.ViewItem,
        ["add"] = StandardNames.AddToCart,
        ["remove"] = StandardNames.RemoveFromCart,
        ["purchase"] = StandardNames.Purchase,
        ["refund"] = StandardNames.Refund,
    };

    public static readonly AliasNames Aliases = new()
    {
        Value = ["revenue", "eventValue"],
        Currency = ["currencyCode"],
        TransactionId = ["transactionId"],
        ItemId = ["id"],
        OnlyItemId = ["itemCode"],
    };
}
