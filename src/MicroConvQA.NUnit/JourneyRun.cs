using MicroConvQA.Browser.Composing;
using MicroConvQA.Browser.Walking;
using MicroConvQA.Configuration;
using MicroConvQA.Planning;
using MicroConvQA.Reporting;
using MicroConvQA.Running;
using MicroConvQA.Running.Canaries;
using MicroConvQA.Running.Sites;
using MicroConvQA.Source;
using NUnit.Framework;

namespace MicroConvQA.NUnit;

/// <summary>
/// What the walks of a test assembly share: the browsers, the site under test, and the reports at the end. Derive a class from it, give it
/// <c>[SetUpFixture]</c>, and put it into the namespace of the tests or outside any.
/// </summary>
public abstract class JourneyRun
{
    private readonly List<WalkResult> results = [];
    private readonly List<string> faults = [];
    private readonly Lock gate = new();
    private Composition? composition;
    private ISiteUnderTest? site;
    private BrowserWalker? walker;
    private RunPlan? plan;
    private OutputLock? folder;
    private string? siteProblem;
    private RunProof proof = RunProof.None;
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
        folder = OutputLock.Take(configuration);
        site = ChooseSite(configuration);
        plan = RunPlanner.Plan(workspace with { Configuration = await WithSiteAsync(configuration, site) }, RunSelection.Everything);
        walker = composition.WalkerOf(plan, Path.GetDirectoryName(file)!);
        ConfiguredNeeds.OfThisMachine.Demand(plan);
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
        folder?.Dispose();
    }

    internal virtual async Task<WalkResult> WalkAsync(Walk walk, CancellationToken cancellationToken)
    {
        var result = await WalkUnreportedAsync(walk, cancellationToken);
        lock (gate)
        {
            results.Add(result);
        }

        return result;
    }

    /// <summary>
    /// Walks the canary. Where a filter left all other tests out, the shortest journey that can carry it is walked before, for it alone.
    /// </summary>
    /// <returns>Why the run is void; null = it is not.</returns>
    internal virtual async Task<string?> ProveAsync(CancellationToken cancellationToken)
    {
        List<WalkResult> walked;
        lock (gate)
        {
            walked = [.. results];
        }

        var beside = new Queue<Walk>(walked.Count > 0 ? [] : Plan.Walks.OrderBy(walk => walk.Journey.Steps.Count));
        do
        {
            if (beside.TryDequeue(out var walk))
            {
                walked.Add(await WalkUnreportedAsync(walk, cancellationToken));
            }

            proof = await Runner().ProveAsync(Plan, walked, startedAt, cancellationToken);
        } while (proof.Canary?.State == CanaryState.NotSent && beside.Count > 0);

        cancellationToken.ThrowIfCancellationRequested();
        return proof.Fault;
    }

    private RunPlan Plan =>
        plan ?? throw new InvalidOperationException("The run was not started: its class needs the attribute [SetUpFixture].");

    private JourneyRunner Runner()
    {
        var guarded = new GuardedWalker(
            walker!,
            siteProblem,
            Plan.Configuration,
            Plan.Dictionary.Source,
            ToolName.WithVersion,
            TimeProvider.System
        );
        return Composition.RunnerOf(Plan, guarded, new RunObservers());
    }

    private async Task<WalkResult> WalkUnreportedAsync(Walk walk, CancellationToken cancellationToken)
    {
        // The canary is a test of its own.
        var one = await Runner()
            .RunAsync(Plan with { Walks = [walk], Configuration = Plan.Configuration with { Canary = false } }, cancellationToken);
        if (one.Walks is not [var walked])
        {
            throw new InvalidOperationException(one.HarnessFaults[0]);
        }

        // A recording that could not be kept costs no verdict; the reports and the log say it.
        lock (gate)
        {
            faults.AddRange(one.HarnessFaults);
        }

        return walked;
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
            Canary = proof.Canary,
            HarnessFaults = [.. faults, .. proof.Fault is { } fault ? [fault] : Array.Empty<string>()],
            StartedAt = startedAt,
            Duration = DateTimeOffset.UtcNow - startedAt,
        };
        if (walked.Configuration.Canary && proof == RunProof.None)
        {
            await TestContext.Progress.WriteLineAsync(
                "The configuration asks for a canary, and no test flew it: derive a class from CanaryTests."
            );
        }

        foreach (var unkept in faults)
        {
            await TestContext.Progress.WriteLineAsync(ShownText.Line(unkept));
        }

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
        private const string Reason =
            "No run was started. Add a class to the tests' namespace: [SetUpFixture] public sealed class ShopRun : JourneyRun;";

        internal override Task<WalkResult> WalkAsync(Walk walk, CancellationToken cancellationToken) =>
            throw new InvalidOperationException(Reason);

        internal override Task<string?> ProveAsync(CancellationToken cancellationToken) => throw new InvalidOperationException(Reason);
    }
}
