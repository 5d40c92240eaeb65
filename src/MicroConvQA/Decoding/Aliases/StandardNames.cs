namespace MicroConvQA.Decoding.Aliases;

/// <summary>
/// The shop's standard steps in GA4's words (developers.google.com/analytics/devguides/collection/ga4/reference/events), into which every
/// vendor's standard events are translated.
/// </summary>
internal static class StandardNames
{
    public const string PageView = "page_view";
    public const string ViewItemList = "view_item_list";
    public const string SelectItem = "select_item";
    public const string ViewItem = "view_item";
    public const string AddToCart = "add_to_cart";
    public const string RemoveFromCart = "remove_from_cart";
    public const string AddToWishlist = "add_to_wishlist";
    public const string BeginCheckout = "begin_checkout";
    public const string AddPaymentInfo = "add_payment_info";
    public const string Purchase = "purchase";
    public const string Refund = "refund";
    public const string ViewPromotion = "view_promotion";
    public const string SelectPromotion = "select_promotion";
    public const string Search = "search";
    public const string GenerateLead = "generate_lead";
    public const string SignUp = "sign_up";

    /// <summary>For the vendors that use these names themselves.</summary>
    public static readonly IReadOnlyDictionary<string, string> OfGoogle = new[]
    {
        PageView,
        ViewItemList,
        SelectItem,
        ViewItem,
        AddToCart,
        RemoveFromCart,
        "view_cart",
        AddToWishlist,
        BeginCheckout,
        "add_shipping_info",
        AddPaymentInfo,
        Purchase,
        Refund,
        ViewPromotion,
        SelectPromotion,
        Search,
        "view_search_results",
        GenerateLead,
        SignUp,
        "login",
        "share",
    }.ToDictionary(name => name);
}
