using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Content;

namespace MicroConvQA.Decoding.Yandex;

/// <summary>
/// The names of Metrica's requests (github.com/yandex/metrica-tag, src/api/watch), under those of its calls (yandex.com/support/metrica).
/// </summary>
internal static class YandexFields
{
    /// <summary>Names and values in turn, joined by colons; the title stands last: <c>pv:1:hid:7:t:A: b</c>.</summary>
    public const string BrowserInfo = "browser-info";

    public const string Title = "t";

    public const string PageUrl = "page-url";

    public const string Referrer = "page-ref";

    /// <summary>The call's parameters, as JSON.</summary>
    public const string Parameters = "site-info";

    /// <summary>What of the parameters is Metrica's own: ecommerce data, a user's id.</summary>
    public const string Internal = "__ym";

    /// <summary>Parameters of the user, and not of the visit.</summary>
    public const string UserParameters = "__ymu";

    public const string Ecommerce = "ecommerce";
    public const string Currency = "currencyCode";

    public const string PageView = "pageview";
    public const string Params = "params";
    public const string NotBounce = "notBounce";

    public static readonly FieldMeanings Table = new()
    {
        Parameters = new Dictionary<string, string>(),
        Lifted = new HashSet<string> { BrowserInfo, PageUrl, Referrer, Parameters },
    };

    /// <summary>Flags of the browser's info, each with what a request that has it is; the first counts.</summary>
    public static readonly IReadOnlyList<(string Flag, string Event)> Kinds =
    [
        ("pv", PageView),
        ("nb", NotBounce),
        ("dl", "file"),
        ("dwl", "file"),
        ("ln", "extLink"),
        ("pa", Params),
    ];

    /// <summary>Names of the browser's info that have a place of their own on the hit.</summary>
    public static readonly IReadOnlySet<string> LiftedInfo = new HashSet<string> { "u", "hid", "rqn", "et", Title };

    public static readonly IReadOnlyDictionary<string, string> StandardEvents = new Dictionary<string, string>
    {
        [PageView] = StandardNames.PageView,
        ["impressions"] = StandardNames.ViewItemList,
        ["click"] = StandardNames.SelectItem,
        ["detail"] = StandardNames.ViewItem,
        ["add"] = StandardNames.AddToCart,
        ["remove"] = StandardNames.RemoveFromCart,
        ["checkout"] = StandardNames.BeginCheckout,
        ["purchase"] = StandardNames.Purchase,
        ["promoView"] = StandardNames.ViewPromotion,
        ["promoClick"] = StandardNames.SelectPromotion,
    };

    public static readonly AliasNames Aliases = new()
    {
        Value = ["revenue", "order_price"],
        Currency = [Currency, "currency"],
        TransactionId = ["id"],
        ItemId = ["id"],
    };
}
