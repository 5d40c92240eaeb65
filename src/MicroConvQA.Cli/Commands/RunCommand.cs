using MicroConvQA.Browser.Composing;
using MicroConvQA.Browser.Walking;
using MicroConvQA.Cli.Display;
using MicroConvQA.Cli.Progress;
using MicroConvQA.Cli.Sites;
using MicroConvQA.Configuration.Reports;
using MicroConvQA.Planning;
using MicroConvQA.Reporting;
using MicroConvQA.Reporting.Allure;
using MicroConvQA.Running;
using MicroConvQA.Running.Sites;
using Spectre.Console;

namespace MicroConvQA.Cli.Commands;

/// <summary>One run from the files to the reports.</summary>
/// <param name="starting">The parts, whose Playwright starts while the files are read and the site comes up.</param>
/// <param name="screen">The console.</param>
/// <param name="terminal">The terminal on which progress is drawn in place; null = it is written as lines.</param>
internal sealed class RunCommand(Task<Composition> starting, Screen screen, IAnsiConsole? terminal)
{
    public async Task<ExitCode> RunAsync(RunOptions options, CancellationToken cancellationToken)
    {
        var read = new BrowserlessComposition().ReadWorkspace(options.Config);
        var workspace = read with { Configuration = Overrides.Apply(read.Configuration, options) };
        var plan = RunPlanner.Plan(workspace, options.Selection);
        ConfiguredNeeds.OfThisMachine.Demand(plan);
        OutputFolders.Demand(plan.Configuration);
        using var folder = OutputLock.Take(plan.Configuration);
        await using var site = SiteChoice.Of(plan.Configuration);
        await AnnounceAsync(plan, options, cancellationToken);
        var result = await WalkAsync(plan, site, Path.GetDirectoryName(Path.GetFullPath(options.Config))!, cancellationToken);
        // What is wrong is shown at once: making the HTML report takes a few seconds.
        ShowVerdicts(result);
        var reports = await new ReportWriter(screen).WriteAsync(
            result,
            Composition.ReportersOf(plan.Configuration, withHtml: !options.NoReport)
        );
        screen.Write(RunTotals.Of(result, reports));
        if (options.Open)
            ReportOpener.Open(reports, screen);

        return ReportWriter.ExitCodeOf(result, reports);
    }

    /// <summary>
    /// What will be missing in the end is said in the beginning: nobody walks for an hour to learn that there is no Node.js.
    /// </summary>
    private async Task AnnounceAsync(RunPlan plan, RunOptions options, CancellationToken cancellationToken)
    {
        if (options.NoReport || !plan.Configuration.Reporters.ContainsKey(Reporters.Allure))
            return;
        try
        {
            await AllureHtml.OfThisMachine().DemandAsync(cancellationToken);
        }
        catch (ReportProblemException problem)
        {
            screen.Write(
                Line.Of(
                    $"There will be no HTML report, and the exit code will be 4: {problem.Message} Or leave it out by --no-report.",
                    Tone.Doubtful
                )
            );
        }
    }

    private async Task<RunResult> WalkAsync(RunPlan plan, ISiteUnderTest site, string folder, CancellationToken cancellationToken)
    {
        var (baseUrl, siteProblem, isOfThisMachine) = await StartAsync(site, cancellationToken);
        var composition = await starting;
        var ready = plan with { Configuration = plan.Configuration with { BaseUrl = baseUrl } };
        screen.Write(RunHeader.Of(ready, site.Title, Workers(ready)));
        if (siteProblem is null)
            await new BrowserCheck(composition.Browsers, screen).InstallMissingAsync(ready.Walks, cancellationToken);
        screen.Write(Line.Empty);
        Composition.DirectoriesOf(ready.Configuration).Clear(ready.Walks);

        var walker = composition.WalkerOf(ready, folder);
        var guarded = new GuardedWalker(
            walker,
            siteProblem,
            ready.Configuration,
            ready.Dictionary.Source,
            ToolName.WithVersion,
            TimeProvider.System,
            isOfThisMachine
        );
        var result = await WithProgressAsync(ready, guarded, cancellationToken);
        return result with { HarnessFaults = [.. result.HarnessFaults, .. guarded.Faults, .. await FaultsOfEndingAsync(walker)] };
    }

    /// <summary>What fails when the browsers are ended must not cost the results that are there.</summary>
    private static async Task<IReadOnlyList<string>> FaultsOfEndingAsync(BrowserWalker walker)
    {
        try
        {
            await walker.DisposeAsync();
            return [];
        }
        catch (Exception exception)
        {
            return [$"The browsers could not be ended, because {HarnessFault.Describe(exception)}"];
        }
    }

    private static async Task<(string? BaseUrl, string? Problem, bool IsOfThisMachine)> StartAsync(
        ISiteUnderTest site,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return (await site.StartAsync(cancellationToken), null, false);
        }
        catch (SiteUnavailableException problem)
        {
            return (null, problem.Message, problem.IsOfThisMachine);
        }
    }

    private Task<RunResult> WithProgressAsync(RunPlan plan, IJourneyWalker walker, CancellationToken cancellationToken)
    {
        if (!plan.Configuration.Reporters.ContainsKey(Reporters.List))
            return Composition.RunnerOf(plan, walker, new RunObservers()).RunAsync(plan, cancellationToken);
        if (terminal is null)
            return Composition.RunnerOf(plan, walker, new ProgressLines(screen)).RunAsync(plan, cancellationToken);

        var progress = new RunProgress(TimeProvider.System);
        return new LivePicture(terminal, progress).WhileAsync(
            Composition.RunnerOf(plan, walker, progress).RunAsync(plan, cancellationToken)
        );
    }

    private void ShowVerdicts(RunResult result)
    {
        if (result.Plan.Configuration.Reporters.ContainsKey(Reporters.List))
            screen.Write([Line.Empty, .. ConversionGrid.Of(result, screen.Width), Line.Empty]);

        screen.Write(FailureList.Of([.. result.Walks.Select(walk => JudgedWalk.Of(walk, Directory.GetCurrentDirectory()))]));
    }

    private static int Workers(RunPlan plan) => Math.Min(plan.Configuration.Workers ?? Environment.ProcessorCount, plan.Walks.Count);
}
