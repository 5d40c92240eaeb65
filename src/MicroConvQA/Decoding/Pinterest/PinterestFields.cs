using MicroConvQA.Decoding.Aliases;

namespace MicroConvQA.Decoding.Pinterest;

/// <summary>The fields of the Pinterest tag's requests and of its event data (help.pinterest.com, "Add event codes").</summary>
internal static class PinterestFields
{
    /// <summary>The path of the copies, and of what says who the visitor is.</summary>
    public const string Copies = "/user";

    public const string EventData = "ed";
    public const string Items = "line_items";

    /// <summary>The SDK takes each of these.</summary>
    public static readonly string[] EventIds = ["event_id", "eventID", "eid"];

    /// <summary>What an image tag without a script writes as text: <c>ed[value]=10</c>.</summary>
    public static readonly IReadOnlySet<string> Numbers = new HashSet<string> { "value", "order_quantity" };

    public static readonly IReadOnlyDictionary<string, string> StandardEvents = new Dictionary<string, string>
    {
        ["pagevisit"] = StandardNames.PageView,
        ["viewcategory"] = StandardNames.ViewItemList,
        ["viewcontent"] = StandardNames.ViewItem,
        ["addtocart"] = StandardNames.AddToCart,
        ["addtowishlist"] = StandardNames.AddToWishlist,
        ["initiatecheckout"] = StandardNames.BeginCheckout,
        ["addpaymentinfo"] = StandardNames.AddPaymentInfo,
        ["checkout"] = StandardNames.Purchase,
        ["search"] = StandardNames.Search,
        ["lead"] = StandardNames.GenerateLead,
        ["signup"] = StandardNames.SignUp,
    };

    public static readonly AliasNames Aliases = new()
    {
        Value = ["value"],
        Currency = ["currency"],
        TransactionId = ["order_id"],
        ItemId = ["product_id"],
        OnlyItemId = ["product_id"],
    };
}
