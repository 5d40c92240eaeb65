using MicroConvQA.Browser.Capture;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Browser.Walking;
using MicroConvQA.Configuration;
using MicroConvQA.Decoding;
using MicroConvQA.Judging;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Reporting;
using MicroConvQA.Reporting.Allure;
using MicroConvQA.Reporting.GitHub;
using MicroConvQA.Reporting.Json;
using MicroConvQA.Reporting.JUnit;
using MicroConvQA.Running;
using Microsoft.Playwright;

namespace MicroConvQA.Cli;

/// <summary>The one place where everything is put together.</summary>
public sealed class Composition : IDisposable
{
    private readonly IPlaywright _playwright;

    private Composition(IPlaywright playwright)
    {
        _playwright = playwright;
        Devices = new PlaywrightDevices(playwright);
        Browsers = BrowserFinder.OnThisMachine(playwright);
        Configurations = new ConfigurationReader(Devices, Vendors);
    }

    public static async Task<Composition> StartAsync() => new(await Playwright.CreateAsync());

    /// <summary>The vendors that there are decoders for.</summary>
    public static IReadOnlyCollection<string> Vendors { get; } = [.. StandardDecoders.All.Decoders.Select(decoder => decoder.Vendor.Name)];

    public PlaywrightDevices Devices { get; }

    public BrowserFinder Browsers { get; }

    public ConfigurationReader Configurations { get; }

    public Workspace ReadWorkspace(string configurationFile) => new WorkspaceReader(Configurations).Read(configurationFile);

    /// <summary>Walks in real browsers.</summary>
    /// <param name="plan">The run, with the base URL of the site that is up.</param>
    /// <param name="workspace">The folder that uploads may come from.</param>
    public BrowserWalker WalkerOf(RunPlan plan, string workspace)
    {
        var knowledge = new TrafficKnowledge(TrafficDecoder.For(plan.Configuration.Destinations));
        var settings = new LaunchSettings { Headed = !plan.Configuration.Headless, SlowMotion = plan.Configuration.SlowMotion };
        var pool = new BrowserPool(_playwright, Browsers, _ => new BrowserSessionCapture(knowledge, plan.Configuration.Network), settings);
        var options = new BrowserWalkerOptions
        {
            Workspace = workspace,
            Seed = Guid.NewGuid().ToString("N"),
            Tool = ToolName.WithVersion,
            Deploy = Deploy.InEnvironment(Environment.GetEnvironmentVariable),
        };

        return new BrowserWalker(pool, Devices, plan.Configuration, plan.Dictionary, knowledge, DirectoriesOf(plan.Configuration).Of, options);
    }

    public static JourneyRunner RunnerOf(RunPlan plan, IJourneyWalker walker, IRunObserver observer)
    {
        var store = new RecordingStore(SecretsOf(plan.Configuration));

        return new JourneyRunner(
            walker,
            (recording, walk) => JourneyJudge.Judge(recording, walk.Journey, plan.Dictionary, plan.Configuration),
            (recording, directory) => store.WriteAsync(recording, directory, CancellationToken.None),
            DirectoriesOf(plan.Configuration),
            observer,
            TimeProvider.System);
    }

    public static WalkDirectories DirectoriesOf(RunConfiguration configuration) => new(configuration.OutputDirectory);

    /// <summary>The reports that the configuration asks for, in its order.</summary>
    public static IReadOnlyList<IReporter> ReportersOf(RunConfiguration configuration, bool withHtml)
    {
        var environment = EnvironmentVariables();
        IReporter[] known =
        [
            new AllureReporter(withHtml ? AllureHtml.OfThisMachine() : null, environment, Environment.MachineName),
            new JsonReporter(environment),
            new JUnitReporter(environment),
            new GitHubReporter(Console.Out, environment),
        ];

        return [.. configuration.Reporters.Keys.SelectMany(name => known.Where(reporter => reporter.Name == name))];
    }

    public RecordingJudge RecordingJudge => new(text => Configurations.Read(text, Directory.GetCurrentDirectory()));

    public void Dispose() => _playwright.Dispose();

    private static IEnumerable<string> SecretsOf(RunConfiguration configuration) =>
        configuration.Secrets.Select(Environment.GetEnvironmentVariable).OfType<string>().Where(value => value.Length > 0);

    private static Dictionary<string, string> EnvironmentVariables() =>
        Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");
}
