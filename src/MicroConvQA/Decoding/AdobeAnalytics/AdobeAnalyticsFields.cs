using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Content;

namespace MicroConvQA.Decoding.AdobeAnalytics;

/// <summary>
/// The fields of AppMeasurement's requests under the names of its variables (experienceleague.adobe.com, "Data collection query
/// parameters").
/// </summary>
internal static class AdobeAnalyticsFields
{
    public const string PageView = "pageview";
    public const string ProductView = "prodView";
    public const string Purchase = "purchase";

    /// <summary>Nested data of the shop's own: <c>c.&amp;cart.&amp;id=9&amp;.cart&amp;.c</c>.</summary>
    public const string ContextData = "contextData";

    /// <summary>What an event of the list is worth: <c>event5=12.5</c>.</summary>
    public const string EventValue = "eventValue";

    /// <summary>The sum of the products' prices, which are totals of their quantities.</summary>
    public const string ProductsTotal = "productsTotal";

    public static readonly FieldMeanings Table = new()
    {
        Parameters = new Dictionary<string, string>
        {
            ["pageName"] = "pageName",
            ["gn"] = "pageName",
            ["pageType"] = "pageType",
            ["gt"] = "pageType",
            ["ch"] = "channel",
            ["server"] = "server",
            ["g"] = "pageURL",
            ["r"] = "referrer",
            ["cc"] = "currencyCode",
            ["purchaseID"] = "purchaseID",
            ["xact"] = "transactionID",
            ["zip"] = "zip",
            ["state"] = "state",
            ["v0"] = "campaign",
            ["pe"] = "linkType",
            ["pev1"] = "linkURL",
            ["pev2"] = "linkName",
            ["pev3"] = "pev3",
        },
        Lifted = new HashSet<string> { "AQB", "AQE", "events", "ev", "products", "mid", "ts", "-g" },
    };

    /// <summary>Fields with a number in their name, short and as written in full.</summary>
    public static readonly IReadOnlyDictionary<string, string> Numbered = new Dictionary<string, string>
    {
        ["c"] = "prop",
        ["prop"] = "prop",
        ["v"] = "eVar",
        ["eVar"] = "eVar",
        ["h"] = "hier",
        ["hier"] = "hier",
        ["l"] = "list",
        ["list"] = "list",
    };

    /// <summary>The ids of a visitor, the most lasting first.</summary>
    public static readonly string[] Visitors = ["mid", "vid", "aid", "fid"];

    public static readonly IReadOnlyDictionary<string, string> StandardEvents = new Dictionary<string, string>
    {
        [PageView] = StandardNames.PageView,
        [ProductView] = StandardNames.ViewItem,
        ["scAdd"] = StandardNames.AddToCart,
        ["scRemove"] = StandardNames.RemoveFromCart,
        ["scView"] = "view_cart",
        ["scCheckout"] = StandardNames.BeginCheckout,
        [Purchase] = StandardNames.Purchase,
    };

    public static readonly AliasNames Aliases = new()
    {
        Value = [EventValue, ProductsTotal],
        Currency = ["currencyCode"],
        TransactionId = ["purchaseID", "transactionID"],
        ItemId = ["product"],
    };
}
