using MicroConvQA.Browser.Composing;
using MicroConvQA.Browser.Walking;
using MicroConvQA.Configuration;
using MicroConvQA.Planning;
using MicroConvQA.Reporting;
using MicroConvQA.Running;
using MicroConvQA.Running.Sites;
using NUnit.Framework;

namespace MicroConvQA.NUnit;

/// <summary>
/// What the walks of a test assembly share: the browsers, the site under test, and the reports at the end. Derive a class from it, give it
/// <c>[SetUpFixture]</c>, and put it into the namespace of the tests or outside any.
/// </summary>
public abstract class JourneyRun
{
    private readonly List<WalkResult> results = [];
    private readonly Lock gate = new();
    private Composition? composition;
    private ISiteUnderTest? site;
    private BrowserWalker? walker;
    private RunPlan? plan;
    private string? siteProblem;
    private DateTimeOffset startedAt;

    /// <summary>NUnit gives fixtures no way to reach their set-up fixture but a static one.</summary>
    internal static JourneyRun Current { get; private set; } = new NoRun();

    /// <summary>The configuration; a relative path is looked for from the test assembly's folder upwards.</summary>
    protected virtual string ConfigurationFile => "playwright.config.json";

    /// <summary>The configuration as this run uses it: a place to change where results go.</summary>
    protected virtual RunConfiguration Adapt(RunConfiguration configuration) => configuration;

    /// <summary>The site under test; by default the configuration's.</summary>
    protected virtual ISiteUnderTest ChooseSite(RunConfiguration configuration) => ConfiguredSite.Of(configuration);

    /// <summary>Starts the site and prepares the browsers. A site that cannot be had breaks the walks, so that each test says so.</summary>
    [OneTimeSetUp]
    public async Task StartAsync()
    {
        startedAt = DateTimeOffset.UtcNow;
        composition = await Composition.StartAsync();
        var file = JourneyPlan.Find(ConfigurationFile);
        var workspace = composition.ReadWorkspace(file);
        var configuration = Adapt(workspace.Configuration);
        OutputFolders.Demand(configuration);
        site = ChooseSite(configuration);
        plan = RunPlanner.Plan(workspace with { Configuration = await WithSiteAsync(configuration, site) }, RunSelection.Everything);
        walker = composition.WalkerOf(plan, Path.GetDirectoryName(file)!);
        Composition.DirectoriesOf(plan.Configuration).Clear(plan.Walks);
        Current = this;
    }

    /// <summary>Writes the reports and ends browsers and site.</summary>
    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (plan is not null)
        {
            await ReportAsync(plan);
        }

        await (walker?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (site?.DisposeAsync() ?? ValueTask.CompletedTask);
        composition?.Dispose();
    }

    internal virtual async Task<WalkResult> WalkAsync(Walk walk, CancellationToken cancellationToken)
    {
        var ready = plan ?? throw new InvalidOperationException("The run was not started: its class needs the attribute [SetUpFixture].");
        var guarded = new GuardedWalker(walker!, siteProblem, ready.Configuration, ready.Dictionary.Source, ToolName.WithVersion, TimeProvider.System);
        var one = await Composition.RunnerOf(ready, guarded, new RunObservers()).RunAsync(ready with { Walks = [walk], Configuration = ready.Configuration with { Canary = false } }, cancellationToken);
        if (one.HarnessFaults is [var fault, ..])
        {
            throw new InvalidOperationException(fault);
        }

        lock (gate)
        {
            results.Add(one.Walks[0]);
        }

        return one.Walks[0];
    }

    private async Task<RunConfiguration> WithSiteAsync(RunConfiguration configuration, ISiteUnderTest chosen)
    {
        try
        {
            return configuration with { BaseUrl = await chosen.StartAsync(CancellationToken.None) };
        }
        catch (SiteUnavailableException problem)
        {
            siteProblem = problem.Message;
            return configuration;
        }
    }

    private async Task ReportAsync(RunPlan walked)
    {
        var result = new RunResult
        {
            Plan = walked with { Walks = [.. results.Select(one => one.Walk)] },
            Walks = results,
            StartedAt = startedAt,
            Duration = DateTimeOffset.UtcNow - startedAt,
        };
        foreach (var reporter in Composition.ReportersOf(walked.Configuration, withHtml: false))
        {
            await WriteAsync(reporter, result);
        }
    }

    /// <summary>A report that cannot be written must not redden the journeys, and must not vanish either.</summary>
    private static async Task WriteAsync(IReporter reporter, RunResult result)
    {
        try
        {
            if (await reporter.ReportAsync(result, CancellationToken.None) is { } place)
            {
                await TestContext.Progress.WriteLineAsync($"Report ({reporter.Name}): {place}");
            }
        }
        catch (Exception exception)
        {
            await TestContext.Progress.WriteLineAsync($"The report '{reporter.Name}' could not be written: {exception.Message}");
        }
    }

    private sealed class NoRun : JourneyRun
    {
        internal override Task<WalkResult> WalkAsync(Walk walk, CancellationToken cancellationToken) => throw new InvalidOperationException(
            "No run was started. Add a class to the tests' namespace: [SetUpFixture] public sealed class ShopRun : JourneyRun;");
    }
}
