namespace MicroConvQA.Decoding.Ga4;

/// <summary>
/// What a Google Analytics 4 property collects (support.google.com/analytics/answer/9267744), and which names it keeps for itself
/// (support.google.com/analytics/answer/13316687). Reserved names that gtag.js sends by itself, such as <c>scroll</c>, are left out: on the
/// wire nothing tells whether it was the shop.
/// </summary>
internal static class Ga4Limits
{
    public static readonly VendorLimits All = new()
    {
        Source = "https://support.google.com/analytics/answer/9267744",
        Consequence = "Google Analytics does not log what is beyond its limits, or cuts it, without an error that a page would see.",
        EventName = 40,
        EventNameForm = @"^\p{L}[\p{L}\p{N}_]*$",
        EventNameFormWords = "begin with a letter and hold only letters, digits and underscores",
        ReservedEvents = new HashSet<string>
        {
            "app_remove",
            "app_store_refund",
            "app_store_subscription_cancel",
            "app_store_subscription_renew",
            "error",
            "first_open",
            "in_app_purchase",
            "view_complete",
        },
        ReservedPrefixes = ["_", "firebase_", "ga_", "google_", "gtag."],
        Parameters = 25,
        ParameterName = 40,
        ParameterValue = 100,
        ValueOf = new Dictionary<string, int>
        {
            ["page_title"] = 300,
            ["page_referrer"] = 420,
            ["page_location"] = 1000,
        },
        OwnParameters = new HashSet<string>
        {
            "page_title",
            "page_referrer",
            "page_location",
            "language",
            "screen_resolution",
            "user_id",
            "currency",
            Ga4Fields.UserProperties,
            "ga_restrict_domain",
            "ga_temp_client_id",
            "ga_temp_ecid",
        },
        UserProperties = 25,
        UserPropertyName = 24,
        UserPropertyValue = 36,
        UserId = 256,
        Items = 200,
    };
}
