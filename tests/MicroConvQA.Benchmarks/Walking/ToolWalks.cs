using MicroConvQA.Browser.Composing;
using MicroConvQA.Judging;
using MicroConvQA.Planning;
using MicroConvQA.Running;
using MicroConvQA.Specs;

namespace MicroConvQA.Benchmarks.Walking;

/// <summary>The journey guest-checkout as a nightly walks, records and judges it, with the repository's own configuration.</summary>
internal static class ToolWalks
{
    public static async Task<int> RunAsync(string turn, string shop)
    {
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var composition = await Composition.StartAsync();
        var folder = Directory.CreateTempSubdirectory("microconv-walk-");
        var read = composition.ReadWorkspace(Path.Combine(Repository.Root, "playwright.config.json"));
        var workspace = read with
        {
            Configuration = read.Configuration with { BaseUrl = shop, OutputDirectory = folder.FullName, Canary = false, Workers = 1 },
        };
        var all = RunPlanner.Plan(workspace, new RunSelection { Journeys = ["guest-checkout"], Devices = ["desktop-chrome"] });
        var plan = all with { Walks = [all.Walks.First(walk => walk.Variant is null)] };
        await using (var walker = composition.WalkerOf(plan, Repository.Root))
        {
            var runner = Composition.RunnerOf(plan, walker, new RunObservers());
            while (await Turns.MayWalkAsync(client, turn))
            {
                DemandPassed(await runner.RunAsync(plan, CancellationToken.None));
            }
        }

        folder.Delete(recursive: true);
        return 0;
    }

    private static void DemandPassed(RunResult result)
    {
        if (result.Walks is not [{ Verdict.Status: VerdictStatus.Passed }])
        {
            var why = result
                .Walks.SelectMany(walk => walk.Verdict.Findings.Select(finding => finding.Message).Append(walk.Recording.Breakage?.Reason))
                .Concat(result.HarnessFaults);
            throw new InvalidOperationException($"A walk that does not pass says nothing of its cost: {string.Join(" ", why)}");
        }
    }
}
