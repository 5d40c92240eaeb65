using FluentAssertions;
using MicroConvQA.DemoShop.Faults;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Faults;

/// <summary>
/// Every fault of the demo shop is found as what it is, and nothing else is found. The nightly set walks each fault once: those that
/// cannot be taken for each other share a walk, and the walks take turns at the devices, of which the gate has one of each layout; there
/// the recordings of the corpus judge every fault. <c>MICROCONV_FAULT_MATRIX=full</c> walks each fault alone on every device and writes the
/// table (a quarter of an hour).
/// </summary>
[Category("Browser")]
[Parallelizable(ParallelScope.All)]
internal sealed class FaultMatrixSpecs
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("MICROCONV_FAULT_MATRIX") == "full";
    private static readonly IEnumerable<TestCaseData> Walks = (IsFull ? FaultJourneys.Each() : FaultJourneys.Shared()).Select(walk =>
        InItsSet(walk, new TestCaseData(walk).SetArgDisplayNames(walk.ToString()))
    );
    private static readonly string TableFile = Path.Combine(MicroConvQA.Specs.Repository.Root, "docs", "fault-matrix.md");

    private readonly FaultMatrix table = new();
    private FaultyShop shop = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => shop = await FaultyShop.OpenAsync("tests/MicroConvQA.Browser.Specs/Faults/Journeys");

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        await shop.DisposeAsync();
        if (IsFull)
        {
            await File.WriteAllTextAsync(TableFile, table.Write(FaultJourneys.Devices, FaultJourneys.JourneyOf));
        }
    }

    [TestCaseSource(nameof(Walks))]
    public async Task A_fault_is_found_as_what_it_is_and_nothing_else_is(FaultWalk walk)
    {
        var verdict = await shop.WalkAsync(walk);

        var complaints = walk.Complaints(verdict).ToList();
        table.Enter(walk, FaultWalk.KindsIn(verdict), complaints);
        complaints.Should().BeEmpty();
    }

    [Test]
    public void The_nightly_set_walks_every_fault_once_and_every_device()
    {
        var walks = FaultJourneys.Shared();

        walks.SelectMany(walk => walk.Faults).Should().BeEquivalentTo(FaultCatalogue.All);
        walks.Select(walk => walk.Device).Distinct().Should().BeEquivalentTo(shop.Plan.Configuration.Devices.Select(device => device.Name));
    }

    [Test]
    public void The_table_has_every_fault_on_every_device_and_says_what_it_must_be()
    {
        if (IsFull)
        {
            Assert.Ignore("The table is written anew by this run.");
        }

        var rows = FaultMatrix.Read(File.ReadAllText(TableFile));

        rows.Keys.Should().Equal(FaultCatalogue.All.Select(fault => fault.Name));
        rows.Should().AllSatisfy(row => row.Value.Should().HaveCount(3 + FaultJourneys.Devices.Length).And.NotContain(""));
        rows.Should().AllSatisfy(row => row.Value[1].Should().Be(FaultCatalogue.Find(row.Key).Finding));
    }

    private static TestCaseData InItsSet(FaultWalk walk, TestCaseData test) =>
        IsFull || walk.Device is "desktop-chrome" or "pixel-7" ? test : test.SetCategory("Nightly");
}
