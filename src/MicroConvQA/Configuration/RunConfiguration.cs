using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Configuration.Network;
using MicroConvQA.Configuration.Settling;
using MicroConvQA.Configuration.Sites;
using MicroConvQA.Journeys;
using MicroConvQA.Source;
using MicroConvQA.Vendors;

namespace MicroConvQA.Configuration;

/// <summary>Everything that <c>playwright.config.json</c> says, with its defaults filled in.</summary>
public sealed record RunConfiguration
{
    /// <summary>The folder of journeys and dictionary, absolute.</summary>
    public required string JourneysDirectory { get; init; }

    /// <summary>The folder for recordings, traces and screenshots, absolute.</summary>
    public required string OutputDirectory { get; init; }

    /// <summary>The longest that one walk may take. Default 120 s; Playwright's <c>timeout</c>.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How often a broken walk is walked again. Default 0.</summary>
    public int Retries { get; init; }

    /// <summary>How many walks go on at once; null = one a core.</summary>
    public int? Workers { get; init; }

    /// <summary>Whether browsers show no window. Default true.</summary>
    public bool Headless { get; init; } = true;

    /// <summary>How long the browser pauses after each operation, so that one can watch. Default 0; Playwright's <c>slowMo</c>.</summary>
    public TimeSpan SlowMotion { get; init; }

    /// <summary>Where the Allure result files go, absolute. Default <c>allure-results</c>.</summary>
    public required string AllureResultsDirectory { get; init; }

    /// <summary>Where the HTML report goes, absolute. Default <c>allure-report</c>.</summary>
    public required string AllureReportDirectory { get; init; }

    /// <summary>Of which walks the Allure report shows every hit and request. Default: of those that did not pass.</summary>
    public ArtifactMode AllureTraffic { get; init; } = ArtifactMode.RetainOnFailure;

    /// <summary>
    /// The reports asked for: <c>list</c>, <c>allure</c>, <c>json</c>, <c>junit</c> and for each where it goes (null = the default place).
    /// </summary>
    public required IReadOnlyDictionary<string, string?> Reporters { get; init; }

    /// <summary>The site under test; null where the demo shop or a web server tells it.</summary>
    public string? BaseUrl { get; init; }

    public required IReadOnlyList<DeviceProject> Devices { get; init; }

    public WebServer? WebServer { get; init; }

    public DemoShopSettings? DemoShop { get; init; }

    /// <summary>The destinations in the order of the file.</summary>
    public required IReadOnlyList<Destination> Destinations { get; init; }

    /// <summary>The vendors that the workspace itself declares.</summary>
    public IReadOnlyList<VendorDeclaration> Vendors { get; init; } = [];

    /// <summary>The consent presets; <c>none</c> is always there.</summary>
    public required IReadOnlyList<ConsentPreset> Consent { get; init; }

    /// <summary>The presets of a journey that names none. Default: the first preset of the file.</summary>
    public required string DefaultConsent { get; init; }

    public NetworkRules Network { get; init; } = NetworkRules.Sinkhole;

    public SettleLimits Settle { get; init; } = new();

    public ClockMode Clock { get; init; } = ClockMode.Virtual;

    /// <summary>Whether each run proves itself by one more walk with faults put in on purpose. Default false.</summary>
    public bool Canary { get; init; }

    /// <summary>Names of environment variables whose values are secrets and never reach an artifact.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    public required SourceText Source { get; init; }

    public ConsentPreset FindConsent(string name) => Consent.First(preset => preset.Name == name);
}
