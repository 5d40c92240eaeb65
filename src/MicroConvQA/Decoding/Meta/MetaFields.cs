using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Content;

namespace MicroConvQA.Decoding.Meta;

/// <summary>
/// The fields of <c>/tr</c>: <c>cd[…]</c> is the event's data, all else the pixel's own
/// (developers.facebook.com/docs/meta-pixel/reference).
/// </summary>
internal static class MetaFields
{
    /// <summary>Where the pixel sends copies of its events.</summary>
    public const string Copies = "www.instagram.com";

    public const string Data = "cd";
    public const string Items = "contents";
    public const string ItemIds = "content_ids";

    public static readonly FieldMeanings Table = new()
    {
        Parameters = new Dictionary<string, string>(),
        Lifted = new HashSet<string> { "id", "ev", "eid", "dl", "ts" },
    };

    /// <summary>Event data that are documented as numbers; the wire is text.</summary>
    public static readonly IReadOnlySet<string> Numbers = new HashSet<string> { "value", "num_items", "predicted_ltv" };

    /// <summary>What the pixel sends by itself, beside the page's events.</summary>
    public static readonly IReadOnlySet<string> Automatic = new HashSet<string> { "SubscribedButtonClick", "Microdata" };

    public static readonly IReadOnlyDictionary<string, string> StandardEvents = new Dictionary<string, string>
    {
        ["PageView"] = StandardNames.PageView,
        ["ViewContent"] = StandardNames.ViewItem,
        ["AddToCart"] = StandardNames.AddToCart,
        ["AddToWishlist"] = StandardNames.AddToWishlist,
        ["InitiateCheckout"] = StandardNames.BeginCheckout,
        ["AddPaymentInfo"] = StandardNames.AddPaymentInfo,
        ["Purchase"] = StandardNames.Purchase,
        ["Search"] = StandardNames.Search,
        ["Lead"] = StandardNames.GenerateLead,
        ["CompleteRegistration"] = StandardNames.SignUp,
    };

    public static readonly AliasNames Aliases = new()
    {
        Value = ["value"],
        Currency = ["currency"],
        TransactionId = ["order_id"],
        ItemId = ["id"],
        OnlyItemId = [ItemIds],
    };
}
