using MicroConvQA.Decoding.Aliases;

namespace MicroConvQA.Decoding.Shopify;

/// <summary>
/// What Shopify's schemas and fields mean (@shopify/hydrogen-react 2026.4.4; shopify.dev, "Customer events"; of a theme's own schemas,
/// traffic that others published).
/// </summary>
internal static class ShopifyFields
{
    /// <summary>What a customer did, with products and consent.</summary>
    private static readonly string[] CustomerTracking = ["storefront_customer_tracking", "custom_storefront_customer_tracking"];

    /// <summary>What the page published to its web pixels.</summary>
    private const string Published = "web_pixels_manager_event_publish";

    /// <summary>The same once more for an older consumer, or for one pixel or partner each.</summary>
    private static readonly string[] Copies = ["trekkie_storefront_", "web_pixels_manager_subscriber_event_"];

    /// <summary>Measurements, and that a script was loaded.</summary>
    private static readonly HashSet<string> NoHits =
    [
        "trekkie_metrics",
        "trekkie_asset_context",
        "web_pixels_manager_load",
        "web_pixels_manager_init",
        "web_pixels_manager_pixel_register",
        "web_pixels_manager_visitor",
        "web_pixels_manager_unload",
    ];

    public static readonly IReadOnlySet<string> Lifted = new HashSet<string>
    {
        "event_name",
        "event_id",
        "eventId",
        "products",
        "shop_id",
        "shopId",
        "unique_token",
        "uniqToken",
        "deprecated_visit_token",
        "visitToken",
    };

    /// <summary>What an SDK adds by itself.</summary>
    public static readonly IReadOnlySet<string> Wire = new HashSet<string>
    {
        "source",
        "asset_version_id",
        "hydrogenSubchannelId",
        "is_persistent_cookie",
        "event_time",
        "event_source_url",
        "user_agent",
        "navigation_type",
        "navigation_api",
        "ccpa_enforced",
        "gdpr_enforced",
        "gdpr_enforced_as_string",
        "analytics_allowed",
        "marketing_allowed",
        "sale_of_data_allowed",
        "appClientId",
        "isMerchantRequest",
        "isPersistentCookie",
        "contentLanguage",
        "microSessionId",
        "microSessionCount",
        "canonical_url",
        "customer_id",
        "customerId",
        "eventType",
    };

    public static readonly IReadOnlyDictionary<string, string> StandardEvents = new Dictionary<string, string>
    {
        ["page_rendered"] = StandardNames.PageView,
        ["collection_page_rendered"] = StandardNames.ViewItemList,
        ["product_page_rendered"] = StandardNames.ViewItem,
        ["product_added_to_cart"] = StandardNames.AddToCart,
        ["search_submitted"] = StandardNames.Search,
        ["page_viewed"] = StandardNames.PageView,
        ["collection_viewed"] = StandardNames.ViewItemList,
        ["product_viewed"] = StandardNames.ViewItem,
        ["product_removed_from_cart"] = StandardNames.RemoveFromCart,
        ["cart_viewed"] = "view_cart",
        ["checkout_started"] = StandardNames.BeginCheckout,
        ["checkout_shipping_info_submitted"] = "add_shipping_info",
        ["payment_info_submitted"] = StandardNames.AddPaymentInfo,
        ["checkout_completed"] = StandardNames.Purchase,
    };

    public static readonly AliasNames Aliases = new()
    {
        Value = ["total_value", "price"],
        Currency = ["currency"],
        TransactionId = ["order_id", "orderId"],
        ItemId = ["sku", "variant_gid", "product_gid"],
        OnlyItemId = ["sku", "variantId", "productId"],
    };

    /// <summary>What an entry of a schema is, and what of it is not known; no role = no hit.</summary>
    public static (HitRole? Role, string? Unread) Of(string schema) =>
        CustomerTracking.Contains(schema) || schema == Published ? (HitRole.Event, null)
        : NoHits.Contains(schema) ? (null, null)
        : Copies.Any(copy => schema.StartsWith(copy, StringComparison.Ordinal)) ? (HitRole.Companion, null)
        : (HitRole.Companion, $"Of the schema '{schema}' nothing is known; it is taken for a companion of an event.");
}
