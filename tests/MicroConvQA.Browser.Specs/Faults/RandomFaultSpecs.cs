using System.Globalization;
using FluentAssertions;
using MicroConvQA.Faults;
using MicroConvQA.Planning;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Faults;

/// <summary>
/// Faults that are put into the requests of the sample journeys on the wire, chosen by a seed, are found as what they are. A plain run
/// walks those of three seeds, always the same; the night walks as many as <c>MICROCONV_RANDOM_FAULTS</c> says (default 20), from a seed
/// that is drawn by lot and printed, or from <c>MICROCONV_SEED=1234</c>.
/// </summary>
[Category("Browser")]
[Parallelizable(ParallelScope.All)]
internal sealed class RandomFaultSpecs
{
    private static readonly int Count = Number("MICROCONV_RANDOM_FAULTS") ?? 20;

    // Far from the first ones, so that no test has another's name.
    private static readonly int First = Number("MICROCONV_SEED") ?? Random.Shared.Next(1_000, 1_000_000);

    private static readonly int[] Fixed = [1, 2, 3];
    private static readonly IEnumerable<int> Drawn = Enumerable.Range(First, Count);

    private FaultyShop shop = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => shop = await FaultyShop.OpenAsync("journeys");

    [OneTimeTearDown]
    public async Task CloseAsync() => await shop.DisposeAsync();

    [TestCaseSource(nameof(Fixed))]
    [TestCaseSource(nameof(Drawn), Category = "Nightly")]
    public async Task A_fault_on_the_wire_is_found_as_what_it_is(int seed)
    {
        var (walk, fault) = Chosen(seed);
        TestContext.Out.WriteLine($"seed {seed}: {fault.What}, in {walk.Title}");

        var (recording, verdict) = await shop.WalkAsync(walk with { Id = $"{walk.Id}.seed-{seed}" }, fault);

        recording.Console.Should().Contain(line => line.Level == "fault", "seed {0} puts into {1}: {2}", seed, walk.Title, fault.What);
        verdict
            .Findings.Should()
            .Contain(
                finding => fault.IsFoundBy(finding),
                "seed {0} (MICROCONV_SEED={0} MICROCONV_RANDOM_FAULTS=1) puts into {1}: {2}",
                seed,
                walk.Title,
                fault.What
            );
    }

    private (Walk Walk, WireFault Fault) Chosen(int seed)
    {
        var plan = shop.Plan;
        var walk = plan.Walks[new Random(seed).Next(plan.Walks.Count)];
        return (walk, WireFault.Seeded(seed, walk.Journey, walk.Consent, plan.Dictionary, plan.Configuration)!);
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
