using MicroConvQA.Configuration.Devices;
using MicroConvQA.Configuration.Reports;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;
using MicroConvQA.Vendors;

namespace MicroConvQA.Configuration;

/// <summary>Reads <c>playwright.config.json</c>: Playwright's own key names, and what is ours under <c>microconv</c>.</summary>
internal sealed class ConfigurationReader
{
    private readonly IDeviceCatalog _catalog;
    private readonly ConfigurationTable _table;
    private readonly IReadOnlyList<KnownVendor> _known;

    /// <param name="catalog">The devices that can be emulated.</param>
    /// <param name="vendors">The vendors that there are decoders for.</param>
    public ConfigurationReader(IDeviceCatalog catalog, IReadOnlyList<KnownVendor> vendors)
    {
        _catalog = catalog;
        _known = vendors;
        Vendors = [.. vendors.Select(vendor => vendor.Name)];
        _table = new ConfigurationTable(Vendors, ActionTable.List);
    }

    /// <summary>The names of the vendors that come with the tool.</summary>
    internal IReadOnlyCollection<string> Vendors { get; }

    /// <summary>The table of keys, for schemas and reference pages.</summary>
    internal Shape Shape => _table.Shape;

    /// <summary>Reads the configuration.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="directory">The absolute folder that its relative paths start from.</param>
    /// <param name="vendors">The texts of the vendors that the workspace declares; null = none.</param>
    /// <exception cref="SourceProblemException">All problems of the file and of the vendors at once.</exception>
    public RunConfiguration Read(SourceText source, string directory, IReadOnlyList<SourceText>? vendors = null)
    {
        var scope = new ReadScope(new SourceProblems());
        var configuration = Read(source, directory, scope);
        var own = ReadVendors(vendors ?? [], scope.Problems);
        new ReferenceCheck(NamesOf(configuration) with { Vendors = VendorsWith(own) }, scope.Problems).CheckNames(scope.References);
        scope.Problems.ThrowIfAny();

        return configuration is null
            ? throw new InvalidOperationException($"{source.File} was refused without a problem")
            : configuration with
            {
                Vendors = own!,
            };
    }

    /// <summary>Reads the vendors that a workspace declares; null where not even all their names could be read.</summary>
    internal IReadOnlyList<VendorDeclaration>? ReadVendors(IReadOnlyList<SourceText> texts, SourceProblems problems) =>
        new VendorReader(_known, BuiltInVendors.All).Read(texts, problems);

    /// <summary>The names of all vendors; null where those of the workspace's own are not known.</summary>
    internal IReadOnlyCollection<string>? VendorsWith(IReadOnlyList<VendorDeclaration>? own) =>
        own is null ? null : [.. Vendors, .. own.Select(vendor => vendor.Name)];

    /// <summary>
    /// Reads as far as it can, so that other files can be read too; null where there is nothing to read. The references are the caller's to
    /// check.
    /// </summary>
    internal RunConfiguration? Read(SourceText source, string directory, ReadScope scope)
    {
        var document = JsonSource.Parse(source, scope.Problems);
        var found = document.Root is SourceUnreadable ? null : _table.Shape.Read(document.Root, "the configuration", scope);

        return found is null ? null : Build(found, scope, source, directory);
    }

    private static KnownNames NamesOf(RunConfiguration? configuration) =>
        new()
        {
            Devices = configuration?.Devices.Select(device => device.Name).Concat(DeviceGroups.All).ToHashSet(),
            ConsentPresets = configuration?.Consent.Select(preset => preset.Name).ToHashSet(),
        };

    private RunConfiguration Build(Found found, ReadScope scope, SourceText source, string directory)
    {
        var options = _table.Build(found);
        _table.CheckSite(found, options, scope);
        var devices = new DeviceProjects(_catalog, directory, scope.Problems).Of(options, found.Place);

        return Complete(options, options.Microconv.Automation.On(devices, scope.Problems), source, directory);
    }

    private static RunConfiguration Complete(
        ConfigurationOptions options,
        IReadOnlyList<DeviceProject> devices,
        SourceText source,
        string directory
    )
    {
        string Absolute(string path) => Path.GetFullPath(path, directory);
        var reporters = options.Reporters ?? [.. Reporters.Default.Select(name => new ReporterOptions(name))];
        var allure = reporters.FirstOrDefault(reporter => reporter.Name == Reporters.Allure);
        var configuration = new RunConfiguration
        {
            JourneysDirectory = Absolute(options.TestDirectory),
            OutputDirectory = Absolute(options.OutputDirectory),
            AllureResultsDirectory = Absolute(allure?.ResultsDirectory ?? "allure-results"),
            AllureReportDirectory = Absolute(allure?.OutputFolder ?? "allure-report"),
            AllureTraffic = allure?.Traffic ?? ArtifactMode.RetainOnFailure,
            Reporters = reporters
                .DistinctBy(reporter => reporter.Name)
                .ToDictionary(reporter => reporter.Name, reporter => reporter.Place is { } place ? Absolute(place) : null),
            Devices = devices,
            Destinations = options.Microconv.Destinations,
            Consent = options.Microconv.Consent,
            DefaultConsent = options.Microconv.DefaultConsent
                ?? options.Microconv.Consent.Select(preset => preset.Name).FirstOrDefault(ConsentNames.None),
            Source = source,
        };

        return WithSite(options, WithOwn(options.Microconv, WithLimits(options, configuration)), directory);
    }

    private static RunConfiguration WithLimits(ConfigurationOptions options, RunConfiguration defaults) =>
        defaults with
        {
            Timeout = options.Timeout ?? defaults.Timeout,
            Retries = options.Retries,
            Workers = options.Workers,
            Headless = options.Use.Headless ?? defaults.Headless,
            SlowMotion = options.Use.Launch?.SlowMotion ?? defaults.SlowMotion,
        };

    private static RunConfiguration WithOwn(MicroconvOptions own, RunConfiguration defaults) =>
        defaults with
        {
            DemoShop = own.DemoShop,
            Network = own.Network,
            Settle = own.Settle,
            Clock = own.Clock,
            Canary = own.Canary,
            Secrets = own.Secrets,
        };

    private static RunConfiguration WithSite(ConfigurationOptions options, RunConfiguration defaults, string directory) =>
        defaults with
        {
            BaseUrl = options.Use.BaseUrl ?? options.WebServer?.Url,
            WebServer = options.WebServer is { } server
                ? server.Server with
                {
                    Url = server.Url ?? options.Use.BaseUrl ?? "",
                    WorkingDirectory = Path.GetFullPath(server.Server.WorkingDirectory ?? ".", directory),
                }
                : null,
        };
}
