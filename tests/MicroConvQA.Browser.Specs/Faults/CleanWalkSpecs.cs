using System.Collections.Concurrent;
using System.Globalization;
using FluentAssertions;
using MicroConvQA.Planning;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Faults;

/// <summary>
/// The sample journeys give no finding on a healthy shop, however often they are walked: 60 times in a night, or as often as
/// <c>MICROCONV_CLEAN_WALKS=300</c> says, half of them on a machine that is kept busy and on a line whose every answer, the shop's and the
/// collectors', takes 300 ms longer. It says how many false alarms there were, takes ten seconds a walk and core, and comes in parts, each
/// with its own word.
/// </summary>
[Category("Browser")]
[Category("Nightly")]
// It keeps every core busy, and a quiet machine is a part of what it proves.
[NonParallelizable]
internal sealed class CleanWalkSpecs
{
    // A part stays well under the time after which a test without a word is taken for one that hangs.
    private const int Part = 30;

    private static readonly int Count = int.TryParse(
        Environment.GetEnvironmentVariable("MICROCONV_CLEAN_WALKS"),
        CultureInfo.InvariantCulture,
        out var number
    )
        ? number
        : 60;

    private static readonly TimeSpan SlowLine = TimeSpan.FromMilliseconds(300);

    private static IEnumerable<TestCaseData> QuietWalks => Parts(0, (Count + 1) / 2);

    private static IEnumerable<TestCaseData> BusyWalks => Parts((Count + 1) / 2, Count);

    [TestCaseSource(nameof(QuietWalks)), Order(1)]
    public async Task A_healthy_shop_on_a_quiet_machine_gives_no_finding(int[] numbers) => await WalkAsync(numbers, TimeSpan.Zero);

    [TestCaseSource(nameof(BusyWalks)), Order(2)]
    public async Task A_healthy_shop_on_a_busy_machine_and_a_slow_line_gives_no_finding(int[] numbers)
    {
        using var load = new BusyMachine();
        await WalkAsync(numbers, SlowLine);
    }

    private static IEnumerable<TestCaseData> Parts(int from, int to) =>
        Enumerable
            .Range(from, to - from)
            .Chunk(Part)
            .Select(numbers => new TestCaseData(numbers).SetArgDisplayNames($"{numbers[0]} to {numbers[^1]}"));

    private static async Task WalkAsync(int[] numbers, TimeSpan latency)
    {
        await using var shop = await FaultyShop.OpenAsync("journeys", latency);
        var walks = shop.Plan.Walks;
        var waiting = new ConcurrentQueue<int>(numbers);
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

        TestContext.Out.WriteLine(
            $"{numbers.Length} walks, {alarms.Count} findings, {alarms.Select(alarm => alarm.Split(": ")[0]).Distinct().Count()} walks with a false alarm."
        );
        alarms.Should().BeEmpty();
    }

    private static async Task<IEnumerable<string>> FindingsAsync(FaultyShop shop, Walk walk)
    {
        var (_, verdict) = await shop.WalkAsync(walk, fault: null);
        return verdict
            .Findings.Select(finding => $"{finding.Kind}: {finding.Message}")
            .Concat(verdict.Breakage is null ? [] : [$"broken: {verdict.Breakage.Reason}"]);
    }
}
