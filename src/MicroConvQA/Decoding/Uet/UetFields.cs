using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Content;

namespace MicroConvQA.Decoding.Uet;

/// <summary>The query of UET's requests, under the names that its calls document (help.ads.microsoft.com, "UET parameters").</summary>
internal static class UetFields
{
    public const string PageLoad = "pageLoad";
    public const string Custom = "custom";

    /// <summary>What is sent when the page goes away, beside its events.</summary>
    public const string PageHide = "pageHide";

    /// <summary>Requests that say who somebody is or what is allowed, and not what happened.</summary>
    public static readonly IReadOnlySet<string> States = new HashSet<string> { "consent", "pid" };

    public static readonly FieldMeanings Table = new()
    {
        Parameters = new Dictionary<string, string>
        {
            ["ea"] = "event_action",
            ["ec"] = "event_category",
            ["el"] = "event_label",
            ["ev"] = "event_value",
            ["gv"] = "revenue_value",
            ["gc"] = "currency",
            ["prodid"] = "ecomm_prodid",
            ["pagetype"] = "ecomm_pagetype",
            ["ecomm_category"] = "ecomm_category",
            ["ecomm_totalvalue"] = "ecomm_totalvalue",
            ["ecomm_query"] = "ecomm_query",
            ["transaction_id"] = "transaction_id",
            ["search_term"] = "search_term",
            ["page_path"] = "page_path",
            ["p"] = "page_location",
            ["r"] = "page_referrer",
            ["tl"] = "page_title",
        },
        Numbers = new HashSet<string> { "ev", "gv", "ecomm_totalvalue" },
        Lifted = new HashSet<string> { "ti", "evt", "items", "mid", "sid", "vid", "asc" },
    };

    /// <summary>All other names are the shop's.</summary>
    public static readonly IReadOnlyDictionary<string, string> StandardEvents = new Dictionary<string, string>
    {
        [PageLoad] = StandardNames.PageView,
    };

    public static readonly AliasNames Aliases = new()
    {
        Value = ["revenue_value", "ecomm_totalvalue"],
        Currency = ["currency"],
        TransactionId = ["transaction_id"],
        ItemId = ["id"],
        OnlyItemId = ["ecomm_prodid"],
    };
}
