using System.Collections.Concurrent;
using System.Globalization;
using FluentAssertions;
using MicroConvQA.Planning;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Faults;

/// <summary>
/// The sample journeys give no finding on a healthy shop, however often they are walked: <c>MICROCONV_CLEAN_WALKS=300</c> walks that many, half of them on a
/// machine that is kept busy and on a line whose every answer takes 300 ms longer, and says how many false alarms there were. It takes ten seconds a walk and
/// core, so give <c>dotnet test</c> the further arguments <c>-- NUnit.DefaultTimeout=7200000</c>.
/// </summary>
[Category("Browser")]
public sealed class CleanWalkSpecs
{
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("MICROCONV_CLEAN_WALKS"), CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static readonly TimeSpan SlowLine = TimeSpan.FromMilliseconds(300);

    [SetUp]
    public void DemandCount()
    {
        if (Count == 0)
        {
            Assert.Ignore("Walked where MICROCONV_CLEAN_WALKS says how often.");
        }
    }

    [Test, Order(1)]
    public async Task A_healthy_shop_on_a_quiet_machine_gives_no_finding() => await WalkAsync((Count + 1) / 2, TimeSpan.Zero);

    [Test, Order(2)]
    public async Task A_healthy_shop_on_a_busy_machine_and_a_slow_line_gives_no_finding()
    {
        using var load = new BusyMachine();
        await WalkAsync(Count / 2, SlowLine);
    }

    private static async Task WalkAsync(int count, TimeSpan latency)
    {
        await using var shop = await FaultyShop.OpenAsync("journeys", latency);
        var walks = shop.Plan.Walks;
        var waiting = new ConcurrentQueue<int>(Enumerable.Range(0, count));
        var alarms = new ConcurrentBag<string>();

        async Task WorkAsync()
        {
            while (waiting.TryDequeue(out var number))
            {
                // Another place in the plan for each round, so that a few walks already meet all devices.
                var walk = walks[number * 7 % walks.Count];
                foreach (var finding in await FindingsAsync(shop, walk with { Id = $"{walk.Id}.clean-{number}" }))
                {
                    alarms.Add($"{walk.Title}: {finding}");
                }
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(WorkAsync)));

        TestContext.Out.WriteLine($"{count} walks, {alarms.Count} findings, {alarms.Select(alarm => alarm.Split(": ")[0]).Distinct().Count()} walks with a false alarm.");
        alarms.Should().BeEmpty();
    }

    private static async Task<IEnumerable<string>> FindingsAsync(FaultyShop shop, Walk walk)
    {
        var (_, verdict) = await shop.WalkAsync(walk, fault: null);
        return verdict.Findings.Select(finding => $"{finding.Kind}: {finding.Message}").Concat(verdict.Breakage is null ? [] : [$"broken: {verdict.Breakage.Reason}"]);
    }
}
