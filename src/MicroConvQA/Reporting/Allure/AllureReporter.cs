using MicroConvQA.Running;

namespace MicroConvQA.Reporting.Allure;

/// <summary>Writes Allure result files and, where it is given the generator, the HTML report from them.</summary>
/// <param name="html">The generator; null = only the result files are written.</param>
/// <param name="environment">The environment variables, which tell the CI build and the secrets to be masked.</param>
/// <param name="host">The machine's name as the report's timeline shows it.</param>
internal sealed class AllureReporter(AllureHtml? html, IReadOnlyDictionary<string, string> environment, string host) : IReporter
{
    public string Name => "allure";

    /// <inheritdoc/>
    public async Task<string?> ReportAsync(RunResult result, CancellationToken cancellationToken)
    {
        var configuration = result.Plan.Configuration;
        await WriteResultsAsync(result, new ResultsDirectory(configuration.AllureResultsDirectory), cancellationToken);
        return html is null
            ? null
            : await html.GenerateAsync(configuration.AllureResultsDirectory, configuration.AllureReportDirectory, cancellationToken);
    }

    private async Task WriteResultsAsync(RunResult result, ResultsDirectory directory, CancellationToken cancellationToken)
    {
        directory.Clear();
        var seen = new Dictionary<string, string>();
        foreach (
            var test in result
                .Walks.SelectMany(walk => TestsOf(result, walk))
                .Concat(NotWalked.In(result).Select(walk => new NotWalkedTest(result, walk).Build()))
        )
        {
            DemandNewIdentity(seen, test.Result);
            await directory.WriteAsync(test, cancellationToken);
        }

        await directory.WriteTextAsync("environment.properties", AllureEnvironment.Of(result), cancellationToken);
        await directory.WriteJsonAsync("categories.json", AllureCategories.All, cancellationToken);
        if (result.HarnessFaults.Count > 0)
            await directory.WriteJsonAsync("harness-globals.json", Globals(result), cancellationToken);
        if (CiBuild.In(environment) is { } build)
            await directory.WriteJsonAsync("executor.json", Executor(build), cancellationToken);
    }

    private IEnumerable<AllureTest> TestsOf(RunResult result, WalkResult walk)
    {
        var context = new AllureWalk(result, walk, Secrets.Of(result.Plan.Configuration, environment), host);
        foreach (var expectation in walk.Verdict.Expectations)
            yield return new ExpectationTest(context, expectation).Build();
        foreach (var unexpected in ReportedStatus.Unexpected(walk.Verdict))
            yield return new UnexpectedTest(context, unexpected).Build();
        yield return new WalkedTest(context).Build();
        yield return new NothingElseTest(context).Build();
    }

    private static void DemandNewIdentity(Dictionary<string, string> seen, AllureResult result)
    {
        if (seen.TryAdd(result.HistoryId, result.Name))
            return;
        throw new InvalidOperationException(
            $"Two Allure results have one identity, '{result.FullName}': '{seen[result.HistoryId]}' and '{result.Name}'. Allure would merge them as a retry and show only the later one."
        );
    }

    /// <summary>What the harness itself failed in stands on the report's first page.</summary>
    private static object Globals(RunResult result) =>
        new
        {
            errors = result.HarnessFaults.Select(fault => new
            {
                message = fault,
                timestamp = (result.StartedAt + result.Duration).ToUnixTimeMilliseconds(),
            }),
        };

    private static object Executor(CiBuild build) =>
        new
        {
            name = build.Name,
            type = build.Type,
            url = build.Url,
            buildOrder = build.BuildNumber,
            buildName = build.BuildName,
            buildUrl = build.BuildUrl,
        };
}
