using MicroConvQA.Configuration.Devices;
using MicroConvQA.Configuration.Reports;
using MicroConvQA.Configuration.Sites;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Configuration;

/// <summary>The keys of <c>playwright.config.json</c>: Playwright's own, and ours under <c>microconv</c>.</summary>
internal sealed class ConfigurationTable
{
    private const int MostWorkers = 256;
    private const int MostRetries = 10;

    private readonly Key<string> _schema = Key.Optional("$schema", Kinds.Text, "The JSON Schema for editors.");
    private readonly Key<string> _testDirectory = Key.Optional("testDir", Kinds.Text, "The folder of journeys and dictionary.", "journeys");
    private readonly Key<string> _outputDirectory = Key.Optional(
        "outputDir",
        Kinds.Text,
        "The folder for recordings, traces and screenshots.",
        "test-results"
    );
    private readonly Key<TimeSpan> _timeout = Key.Optional(
        "timeout",
        ConfigurationKinds.MillisecondsBetween(TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
        "The longest that one walk may take, 1s to 1h.",
        "120s"
    );
    private readonly Key<int> _retries = Key.Optional(
        "retries",
        Kinds.Integer(0, MostRetries),
        "How often a broken walk is walked again.",
        "0"
    );
    private readonly Key<int> _workers = Key.Optional(
        "workers",
        Kinds.Integer(1, MostWorkers),
        "How many walks go on at once.",
        "one a core"
    );
    private readonly Key<IReadOnlyList<ReporterOptions>> _reporters = Key.Optional(
        "reporter",
        Kinds.OneOrMore(new ReporterKind(), "reporters"),
        "The reports.",
        "list and allure"
    );
    private readonly Key<UseOptions> _use = Key.Optional("use", UseTable.OfAllDevices, "What all devices inherit.");
    private readonly Key<IReadOnlyList<ProjectOptions>> _projects = Key.Optional(
        "projects",
        Kinds.List(ProjectTable.Kind, "projects", least: 1),
        "The devices to walk on.",
        "one, as 'use' says"
    );
    private readonly Key<WebServerOptions> _webServer = Key.Optional(
        "webServer",
        WebServerTable.Kind,
        "A command that starts the site under test."
    );
    private readonly Key<MicroconvOptions> _microconv;

    /// <param name="vendors">The vendors that there are decoders for.</param>
    /// <param name="actions">The actions of the checklist language.</param>
    public ConfigurationTable(IReadOnlyCollection<string> vendors, ValueKind<IReadOnlyList<StepAction>> actions)
    {
        _microconv = Key.Required(
            "microconv",
            new MicroconvTable(vendors, actions).Kind,
            "What Playwright has no word for: destinations, consent, network."
        );
        Shape = new Shape
        {
            Name = "configuration",
            Title = "the configuration",
            KeyNoun = "configuration key",
            Keys =
            [
                _schema,
                _testDirectory,
                _outputDirectory,
                _timeout,
                _retries,
                _workers,
                _reporters,
                _use,
                _projects,
                _webServer,
                _microconv,
            ],
        };
    }

    /// <summary>The table itself, for schemas and reference pages.</summary>
    public Shape Shape { get; }

    public ConfigurationOptions Build(Found found)
    {
        var defaults = new ConfigurationOptions();

        return new ConfigurationOptions
        {
            TestDirectory = found.Or(_testDirectory, defaults.TestDirectory),
            OutputDirectory = found.Or(_outputDirectory, defaults.OutputDirectory),
            Timeout = found.GetValue(_timeout),
            Retries = found.Or(_retries, defaults.Retries),
            Workers = found.GetValue(_workers),
            Reporters = found.Get(_reporters),
            Use = found.Or(_use, defaults.Use),
            Projects = found.Or(_projects, []),
            WebServer = found.Get(_webServer),
            Microconv = found.Or(_microconv, defaults.Microconv),
        };
    }

    /// <summary>Says where two keys contradict each other.</summary>
    public void CheckSite(Found found, ConfigurationOptions options, ReadScope scope)
    {
        const string Own = "The demo shop is the site under test and tells its own address. Leave out 'demoShop' or this.";
        var hasShop = options.Microconv.DemoShop is not null;

        if (hasShop && found.Has(_webServer))
            scope.Problems.Add(found.PlaceOf(_webServer), $"'webServer' and 'demoShop' contradict each other. {Own}");
        if (hasShop && options.Use.BaseUrl is not null)
            scope.Problems.Add(found.PlaceOf(_use), $"'baseURL' and 'demoShop' contradict each other. {Own}");
        if (options.WebServer is { Url: null } && options.Use.BaseUrl is null)
            scope.Problems.Add(
                found.PlaceOf(_webServer),
                "'webServer' needs 'url' or 'port', or a 'baseURL' in 'use': how else would one know that the site is up?"
            );
    }
}
