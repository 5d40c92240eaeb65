using System.Collections.Frozen;
using MicroConvQA.Decoding.Aliases;

namespace MicroConvQA.Decoding.Ga4;

/// <summary>
/// The keys of <c>/g/collect</c>, as gtag.js writes them, under GA4's documented names
/// (developers.google.com/analytics/devguides/collection/ga4).
/// </summary>
internal static class Ga4Fields
{
    public const string Text = "ep.";
    public const string Number = "epn.";
    public const string UserText = "up.";
    public const string UserNumber = "upn.";
    public const string Item = "pr";
    public const string UserProperties = "user_properties";

    /// <summary>Keys that are event parameters under a documented name.</summary>
    public static readonly FrozenDictionary<string, string> Parameters = new Dictionary<string, string>
    {
        ["cu"] = "currency",
        ["dl"] = "page_location",
        ["dr"] = "page_referrer",
        ["dt"] = "page_title",
        ["ul"] = "language",
        ["sr"] = "screen_resolution",
        ["uid"] = "user_id",
    }.ToFrozenDictionary();

    /// <summary>The two-letter keys of an item's tokens.</summary>
    public static readonly FrozenDictionary<string, string> ItemFields = new Dictionary<string, string>
    {
        ["id"] = "item_id",
        ["nm"] = "item_name",
        ["br"] = "item_brand",
        ["ca"] = "item_category",
        ["c2"] = "item_category2",
        ["c3"] = "item_category3",
        ["c4"] = "item_category4",
        ["c5"] = "item_category5",
        ["va"] = "item_variant",
        ["pr"] = "price",
        ["qt"] = "quantity",
        ["cp"] = "coupon",
        ["ln"] = "item_list_name",
        ["li"] = "item_list_id",
        ["lp"] = "index",
        ["ds"] = "discount",
        ["af"] = "affiliation",
        ["pi"] = "promotion_id",
        ["pn"] = "promotion_name",
        ["cn"] = "creative_name",
        ["cs"] = "creative_slot",
        ["lo"] = "location_id",
    }.ToFrozenDictionary();

    /// <summary>Those of them, by their documented names, that are numbers.</summary>
    public static readonly FrozenSet<string> ItemNumbers = FrozenSet.Create("price", "quantity", "index", "discount");

    public static readonly AliasNames Aliases = new()
    {
        Value = ["value"],
        Currency = ["currency"],
        TransactionId = ["transaction_id"],
        ItemCurrency = ["currency"],
        ItemId = ["item_id", "promotion_id"],
        OnlyItemId = ["item_id"],
    };
}
