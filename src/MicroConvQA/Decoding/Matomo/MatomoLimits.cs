namespace MicroConvQA.Decoding.Matomo;

/// <summary>
/// How long Matomo's columns are (matomo.org/faq/reporting-tools/data-limits-for-custom-dimensions,
/// developer.matomo.org/guides/database-schema).
/// </summary>
internal static class MatomoLimits
{
    public static readonly VendorLimits All = new()
    {
        Source = "https://matomo.org/faq/reporting-tools/data-limits-for-custom-dimensions/",
        Consequence = "Matomo cuts what is longer than its column, so two values that differ later become one.",
        ValueOf = new Dictionary<string, int> { ["dimension*"] = 255 },
        UserId = 200,
    };
}
