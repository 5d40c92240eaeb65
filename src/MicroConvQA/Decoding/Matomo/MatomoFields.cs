using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Content;

namespace MicroConvQA.Decoding.Matomo;

/// <summary>
/// The fields of Matomo's tracking requests (developer.matomo.org/api-reference/tracking-api) under the names of the calls that send them
/// (developer.matomo.org/api-reference/tracking-javascript). The calls' names are the events' names, because the wire has none.
/// </summary>
internal static class MatomoFields
{
    public const string PageView = "trackPageView";
    public const string ProductView = "setEcommerceView";
    public const string Order = "trackEcommerceOrder";
    public const string Cart = "trackEcommerceCartUpdate";
    public const string Goal = "trackGoal";
    public const string Event = "trackEvent";
    public const string SiteSearch = "trackSiteSearch";
    public const string Link = "trackLink";
    public const string ContentImpression = "trackContentImpression";
    public const string ContentInteraction = "trackContentInteraction";

    /// <summary>Says that the page is still open.</summary>
    public const string Ping = "ping";

    /// <summary>A request that bears the marks of none of the calls; plugins send such.</summary>
    public const string Unknown = "trackRequest";

    /// <summary>What each kind of request has of its own.</summary>
    public static readonly IReadOnlyDictionary<string, FieldMeanings> Tables = new Dictionary<string, FieldMeanings>
    {
        [PageView] = Table([("action_name", "documentTitle")]),
        [ProductView] = Table([]),
        [Order] = Table(
            [
                ("ec_id", "orderId"),
                ("revenue", "grandTotal"),
                ("ec_st", "subTotal"),
                ("ec_tx", "tax"),
                ("ec_sh", "shipping"),
                ("ec_dt", "discount"),
            ],
            "revenue",
            "ec_st",
            "ec_tx",
            "ec_sh",
            "ec_dt"
        ),
        [Cart] = Table([("revenue", "grandTotal")], "revenue"),
        [Goal] = Table([("idgoal", "idGoal"), ("revenue", "customRevenue")], "idgoal", "revenue"),
        [Event] = Table([("e_c", "category"), ("e_a", "action"), ("e_n", "name"), ("e_v", "value")], "e_v"),
        [SiteSearch] = Table([("search", "keyword"), ("search_cat", "category"), ("search_count", "resultsCount")], "search_count"),
        [Link] = Table([("link", "url"), ("download", "url")]),
        [ContentImpression] = Table([("c_n", "contentName"), ("c_p", "contentPiece"), ("c_t", "contentTarget")]),
        [ContentInteraction] = Table([
            ("c_i", "contentInteraction"),
            ("c_n", "contentName"),
            ("c_p", "contentPiece"),
            ("c_t", "contentTarget"),
        ]),
        [Ping] = Table([]),
        [Unknown] = Table([]),
    };

    public static readonly IReadOnlyDictionary<string, string> StandardEvents = new Dictionary<string, string>
    {
        [PageView] = StandardNames.PageView,
        // Of a category: view_item_list.
        [ProductView] = StandardNames.ViewItem,
        [Order] = StandardNames.Purchase,
        [SiteSearch] = StandardNames.Search,
    };

    public static readonly AliasNames Aliases = new()
    {
        Value = ["grandTotal", "customRevenue", "value"],
        TransactionId = ["orderId"],
        ItemId = ["productSKU"],
    };

    private static FieldMeanings Table((string Sent, string Documented)[] own, params string[] numbers) =>
        new()
        {
            Parameters = own.Append(("urlref", "referrerUrl")).ToDictionary(),
            Numbers = numbers.ToHashSet(),
            Lifted = new HashSet<string> { "idsite", "rec", "_id", "uid", "pv_id", "url", "consent", "ec_items", "ping" },
        };
}
