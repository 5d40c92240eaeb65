using MicroConvQA.Browser.Capture;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Browser.Walking;
using MicroConvQA.Configuration;
using MicroConvQA.Decoding;
using MicroConvQA.Faults;
using MicroConvQA.Judging;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Reporting;
using MicroConvQA.Reporting.Allure;
using MicroConvQA.Reporting.GitHub;
using MicroConvQA.Reporting.Json;
using MicroConvQA.Reporting.JUnit;
using MicroConvQA.Running;
using MicroConvQA.Running.Canaries;

namespace MicroConvQA.Browser.Composing;

/// <summary>The one place where everything is put together; what needs no browser stands in <see cref="BrowserlessComposition"/>.</summary>
internal sealed class Composition : BrowserlessComposition, IDisposable
{
    private readonly PlaywrightDriver _driver;

    private Composition(PlaywrightDriver driver)
        : base(driver.Devices) => _driver = driver;

    public static async Task<Composition> StartAsync() => new(await PlaywrightDriver.StartAsync());

    public BrowserFinder Browsers => _driver.Browsers;

    /// <summary>Walks in real browsers.</summary>
    /// <param name="plan">The run, with the base URL of the site that is up.</param>
    /// <param name="workspace">The folder that uploads may come from.</param>
    /// <param name="faultOf">The fault that is put into a walk's requests on purpose; null = none.</param>
    public BrowserWalker WalkerOf(RunPlan plan, string workspace, Func<Walk, WireFault?>? faultOf = null)
    {
        var knowledge = new DecoderKnowledge(TrafficDecoder.For(plan.Configuration));
        var options = new BrowserWalkerOptions
        {
            Workspace = workspace,
            Seed = Guid.NewGuid().ToString("N"),
            Tool = ToolName.WithVersion,
            Deploy = Deploy.InEnvironment(Environment.GetEnvironmentVariable),
            FaultOf = walk => CanaryWire.FaultOf(walk, plan) ?? faultOf?.Invoke(walk),
        };

        return _driver.WalkerOf(plan.Configuration, plan.Dictionary, knowledge, DirectoriesOf(plan.Configuration).Of, options);
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
            TimeProvider.System
        );
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

    public void Dispose() => _driver.Dispose();

    private static IEnumerable<string> SecretsOf(RunConfiguration configuration) =>
        configuration.Secrets.Select(Environment.GetEnvironmentVariable).OfType<string>().Where(value => value.Length > 0);

    private static Dictionary<string, string> EnvironmentVariables() =>
        Environment
            .GetEnvironmentVariables()
            .Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");
}
