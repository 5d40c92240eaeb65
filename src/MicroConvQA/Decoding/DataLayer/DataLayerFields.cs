using MicroConvQA.Decoding.Aliases;

namespace MicroConvQA.Decoding.DataLayer;

/// <summary>The names of GTM's data layer: GA4's ecommerce object, Universal Analytics' enhanced one, and what GTM adds.</summary>
internal static class DataLayerFields
{
    /// <summary>Lists of items in GA4's shape, and directly in Universal Analytics' <c>ecommerce</c>.</summary>
    public static readonly string[] ItemLists = ["items", "impressions"];

    /// <summary>
    /// Universal Analytics' ecommerce actions, each an object of <c>actionField</c> and <c>products</c> or <c>promotions</c>.
    /// </summary>
    public static readonly string[] Actions =
    [
        "detail",
        "add",
        "remove",
        "checkout",
        "checkout_option",
        "purchase",
        "refund",
        "click",
        "promoClick",
        "promoView",
    ];

    /// <summary>Keys that steer GTM and say nothing of the event; beside them all that begin with <c>gtm.</c></summary>
    private static readonly string[] Steering = ["eventCallback", "eventTimeout", "eventReporter"];

    /// <summary>gtag's commands (developers.google.com/tag-platform/gtagjs/reference).</summary>
    public static readonly string[] Commands = ["js", "config", "event", "set", "get", "consent"];

    public static bool IsSteering(string key) => key.StartsWith("gtm.", StringComparison.Ordinal) || Array.IndexOf(Steering, key) >= 0;

    public static readonly AliasNames Aliases = new()
    {
        Value = ["value", "revenue", "ecommerce.value"],
        Currency = ["currency", "currencyCode", "ecommerce.currency"],
        TransactionId =
        [
            "transaction_id",
            "ecommerce.transaction_id",
            "ecommerce.purchase.actionField.id",
            "ecommerce.refund.actionField.id",
        ],
        ItemCurrency = ["currency"],
        ItemId = ["item_id", "id", "promotion_id"],
        OnlyItemId = ["item_id"],
    };
}
