namespace MicroConvQA.Decoding.AdobeAnalytics;

/// <summary>
/// How long Adobe's variables may be (experienceleague.adobe.com, "Page variables": each variable's page states its length).
/// </summary>
internal static class AdobeAnalyticsLimits
{
    public static readonly VendorLimits All = new()
    {
        Source = "https://experienceleague.adobe.com/en/docs/analytics/implementation/vars/page-vars/page-variables",
        Consequence = "Adobe cuts what is longer; a purchase id that is cut no longer tells one order from the next.",
        InBytes = true,
        ValueOf = new Dictionary<string, int>
        {
            ["pageName"] = 100,
            ["channel"] = 100,
            ["prop*"] = 100,
            ["eVar*"] = 255,
            ["campaign"] = 255,
            ["purchaseID"] = 20,
            ["transactionID"] = 100,
        },
    };
}
