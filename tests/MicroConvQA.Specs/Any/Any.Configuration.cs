using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Configuration.Devices;

namespace MicroConvQA.Specs;

internal static partial class Any
{
    public static Destination Ga4 { get; } =
        new()
        {
            Name = "ga4",
            Title = "Google Analytics 4",
            Vendor = "ga4",
            Account = "G-SHOP",
        };

    public static Destination Mixpanel { get; } =
        new()
        {
            Name = "mixpanel",
            Title = "Mixpanel",
            Vendor = "mixpanel",
            Needs = Need.Analytics,
        };

    public static Destination DataLayer { get; } =
        new()
        {
            Name = "data layer",
            Title = "Data layer",
            Vendor = "datalayer",
        };

    public static ConsentPreset Granted { get; } =
        new()
        {
            Name = "granted",
            Grants = new HashSet<Need> { Need.Analytics, Need.Ads },
        };

    public static ConsentPreset Denied { get; } = new() { Name = "denied" };

    public static ConsentPreset Partial { get; } =
        new()
        {
            Name = "partial",
            Grants = new HashSet<Need> { Need.Analytics },
        };

    public static ConsentPreset Unanswered { get; } = new() { Name = "none" };

    public static DeviceProject Device(string name = "desktop-chrome", string group = "desktop") =>
        new()
        {
            Name = name,
            Engine = BrowserEngine.Chromium,
            Group = group,
            Place = Place(file: "playwright.config.json"),
        };

    public static RunConfiguration Configuration(params Destination[] destinations) =>
        new()
        {
            JourneysDirectory = "/any/journeys",
            OutputDirectory = "/any/test-results",
            AllureResultsDirectory = "/any/allure-results",
            AllureReportDirectory = "/any/allure-report",
            Reporters = new Dictionary<string, string?>(),
            Devices = [Device()],
            Destinations = destinations.Length == 0 ? [Ga4] : destinations,
            Consent = [Granted, Denied, Unanswered, Partial],
            DefaultConsent = Granted.Name,
            Source = SourceText("playwright.config.json"),
        };
}
