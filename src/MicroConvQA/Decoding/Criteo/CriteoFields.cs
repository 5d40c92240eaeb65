using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Content;

namespace MicroConvQA.Decoding.Criteo;

/// <summary>OneTag's codes and short names, under the names that its calls document (guides.criteotilt.com, "OneTag").</summary>
internal static class CriteoFields
{
    public const string Items = "p";

    /// <summary>Codes of events; what is not here keeps its code.</summary>
    public static readonly IReadOnlyDictionary<string, string> Events = new Dictionary<string, string>
    {
        ["al"] = "appLaunched",
        ["vh"] = "viewHome",
        ["vpg"] = "viewPage",
        ["vl"] = "viewList",
        ["vs"] = "viewSearch",
        ["vp"] = "viewItem",
        ["ac"] = "addToCart",
        ["vb"] = "viewBasket",
        ["vc"] = "trackTransaction",
        ["ce"] = "setEmail",
        ["id"] = "setIdentity",
        ["sethashedlogin"] = "setHashedLogin",
        ["exd"] = "setData",
        ["setcurrency"] = "setCurrency",
        ["dis"] = "callDising",
    };

    /// <summary>Who somebody is.</summary>
    public static readonly IReadOnlySet<string> States = new HashSet<string> { "ce", "id", "sethashedlogin" };

    /// <summary>What is said of all events of the push: data, the currency, and that it ends.</summary>
    public static readonly IReadOnlySet<string> Common = new HashSet<string> { "exd", "setcurrency", "dis" };

    public static readonly FieldMeanings Table = new()
    {
        Parameters = new Dictionary<string, string>
        {
            ["id"] = "id",
            ["c"] = "currency",
            ["m"] = "email",
            ["kw"] = "keywords",
        },
        Lifted = new HashSet<string> { "e", Items },
    };

    public static readonly IReadOnlyDictionary<string, string> ItemFields = new Dictionary<string, string>
    {
        ["i"] = "id",
        ["pr"] = "price",
        ["q"] = "quantity",
    };

    public static readonly IReadOnlyDictionary<string, string> StandardEvents = new Dictionary<string, string>
    {
        ["viewHome"] = StandardNames.PageView,
        ["viewPage"] = StandardNames.PageView,
        ["viewList"] = StandardNames.ViewItemList,
        ["viewSearch"] = StandardNames.Search,
        ["viewItem"] = StandardNames.ViewItem,
        ["addToCart"] = StandardNames.AddToCart,
        ["viewBasket"] = "view_cart",
        ["trackTransaction"] = StandardNames.Purchase,
    };

    public static readonly AliasNames Aliases = new()
    {
        Currency = ["currency"],
        TransactionId = ["id"],
        ItemId = ["id"],
    };
}
