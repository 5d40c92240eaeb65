namespace MicroConvQA.Decoding.UniversalAnalytics;

/// <summary>
/// How long the Measurement Protocol's texts may be (developers.google.com/analytics/devguides/collection/protocol/v1/parameters).
/// </summary>
internal static class UaLimits
{
    public static readonly VendorLimits All = new()
    {
        Source = "https://developers.google.com/analytics/devguides/collection/protocol/v1/parameters",
        Consequence = "The collector cuts what is longer.",
        InBytes = true,
        ValueOf = new Dictionary<string, int>
        {
            ["eventCategory"] = 150,
            ["eventAction"] = 500,
            ["eventLabel"] = 500,
            ["dimension*"] = 150,
            ["title"] = 1500,
            ["location"] = 2048,
            ["page"] = 2048,
            ["transactionId"] = 500,
        },
    };
}
