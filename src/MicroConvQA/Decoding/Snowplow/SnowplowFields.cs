using MicroConvQA.Decoding.Aliases;

namespace MicroConvQA.Decoding.Snowplow;

/// <summary>
/// Snowplow's tracker protocol (docs.snowplow.io, tracker protocol reference): the wire's short keys under the names of the canonical
/// event.
/// </summary>
internal static class SnowplowFields
{
    public const string PayloadSchema = "iglu:com.snowplowanalytics.snowplow/payload_data/";
    public const string EcommerceVendor = "com.snowplowanalytics.snowplow.ecommerce";
    public const string EcommerceAction = "snowplow_ecommerce_action";
    public const string WebPage = "web_page";

    /// <summary>The event types of <c>e</c> that have a name of their own; <c>se</c> and <c>ue</c> are named by what they carry.</summary>
    public static readonly IReadOnlyDictionary<string, string> EventTypes = new Dictionary<string, string>
    {
        ["pv"] = "page_view",
        ["pp"] = "page_ping",
        ["tr"] = "transaction",
        ["ti"] = "transaction_item",
        ["se"] = "struct",
        ["ue"] = "unstruct",
    };

    /// <summary>Keys that are event parameters under a documented name.</summary>
    public static readonly IReadOnlyDictionary<string, string> Parameters = new Dictionary<string, string>
    {
        ["url"] = "page_url",
        ["page"] = "page_title",
        ["refr"] = "page_referrer",
        ["se_ca"] = "se_category",
        ["se_ac"] = "se_action",
        ["se_la"] = "se_label",
        ["se_pr"] = "se_property",
        ["se_va"] = "se_value",
        ["tr_id"] = "tr_orderid",
        ["tr_af"] = "tr_affiliation",
        ["tr_tt"] = "tr_total",
        ["tr_tx"] = "tr_tax",
        ["tr_sh"] = "tr_shipping",
        ["tr_ci"] = "tr_city",
        ["tr_st"] = "tr_state",
        ["tr_co"] = "tr_country",
        ["tr_cu"] = "tr_currency",
        ["ti_id"] = "ti_orderid",
        ["ti_sk"] = "ti_sku",
        ["ti_nm"] = "ti_name",
        ["ti_ca"] = "ti_category",
        ["ti_pr"] = "ti_price",
        ["ti_qu"] = "ti_quantity",
        ["ti_cu"] = "ti_currency",
        ["pp_mix"] = "pp_xoffset_min",
        ["pp_max"] = "pp_xoffset_max",
        ["pp_miy"] = "pp_yoffset_min",
        ["pp_may"] = "pp_yoffset_max",
    };

    /// <summary>The protocol sends every value as text; these are documented as numbers.</summary>
    public static readonly IReadOnlySet<string> Numbers = new HashSet<string>
    {
        "se_va",
        "tr_tt",
        "tr_tx",
        "tr_sh",
        "ti_pr",
        "ti_qu",
        "pp_mix",
        "pp_max",
        "pp_miy",
        "pp_may",
    };

    /// <summary>Keys that have a place of their own and are not repeated.</summary>
    public static readonly IReadOnlySet<string> Lifted = new HashSet<string>
    {
        "e",
        "aid",
        "eid",
        "duid",
        "sid",
        "uid",
        "dtm",
        "ue_pr",
        "ue_px",
        "co",
        "cx",
    };

    /// <summary>Page views, and the actions of the ecommerce plugin.</summary>
    public static readonly IReadOnlyDictionary<string, string> StandardEvents = new Dictionary<string, string>
    {
        ["page_view"] = StandardNames.PageView,
        ["list_view"] = StandardNames.ViewItemList,
        ["list_click"] = StandardNames.SelectItem,
        ["product_view"] = StandardNames.ViewItem,
        ["add_to_cart"] = StandardNames.AddToCart,
        ["remove_from_cart"] = StandardNames.RemoveFromCart,
        ["promo_view"] = StandardNames.ViewPromotion,
        ["promo_click"] = StandardNames.SelectPromotion,
        ["transaction"] = StandardNames.Purchase,
        ["refund"] = StandardNames.Refund,
    };

    public static readonly AliasNames Aliases = new()
    {
        Value = ["transaction.revenue", "refund.refund_amount", "tr_total", "cart.total_value", "value", "se_value"],
        Currency = ["transaction.currency", "refund.currency", "tr_currency", "ti_currency", "cart.currency", "currency"],
        TransactionId = ["transaction.transaction_id", "refund.transaction_id", "tr_orderid", "ti_orderid", "transaction_id", "order_id"],
        ItemCurrency = ["currency"],
        ItemId = ["id", "ti_sku", "sku", "item_id", "product_id"],
        OnlyItemId = ["ti_sku", "sku", "item_id", "product_id"],
    };
}
