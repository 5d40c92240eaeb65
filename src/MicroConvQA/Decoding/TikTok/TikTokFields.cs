using MicroConvQA.Decoding.Aliases;

namespace MicroConvQA.Decoding.TikTok;

/// <summary>The messages of the TikTok pixel (ads.tiktok.com/help, "Supported standard events" and "Event parameters").</summary>
internal static class TikTokFields
{
    public const string Pangle = "analytics.pangle-ads.com";
    public const string Items = "contents";

    /// <summary>Keys of a message that have a place of their own and are not repeated.</summary>
    public static readonly IReadOnlySet<string> Lifted = new HashSet<string> { "event", "event_id", "timestamp", "properties" };

    /// <summary>What the pixel sends by itself after <c>identify</c>: who somebody is, not what happened.</summary>
    public const string Identify = "EnrichAM";

    public static readonly IReadOnlyDictionary<string, string> StandardEvents = new Dictionary<string, string>
    {
        ["Pageview"] = StandardNames.PageView,
        ["ViewContent"] = StandardNames.ViewItem,
        ["AddToCart"] = StandardNames.AddToCart,
        ["AddToWishlist"] = StandardNames.AddToWishlist,
        ["InitiateCheckout"] = StandardNames.BeginCheckout,
        ["AddPaymentInfo"] = StandardNames.AddPaymentInfo,
        // The older name of Purchase, which it stands beside.
        ["CompletePayment"] = StandardNames.Purchase,
        ["Purchase"] = StandardNames.Purchase,
        ["Search"] = StandardNames.Search,
        ["SubmitForm"] = StandardNames.GenerateLead,
        ["Lead"] = StandardNames.GenerateLead,
        ["CompleteRegistration"] = StandardNames.SignUp,
    };

    public static readonly AliasNames Aliases = new()
    {
        Value = ["value"],
        Currency = ["currency"],
        TransactionId = ["order_id"],
        ItemId = ["content_id"],
        OnlyItemId = ["content_id"],
    };
}
