using System.Text.RegularExpressions;
using FluentAssertions;
using MicroConvQA.Browser.Composing;
using MicroConvQA.Configuration;
using MicroConvQA.DemoShop;
using MicroConvQA.DemoShop.Faults;
using MicroConvQA.Journeys;
using MicroConvQA.Judging;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Running;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Faults;

/// <summary>
/// Every fault of the demo shop is found by the journeys that meet it, on the devices that have it, as what it is, and nothing else is found.
/// A run of all specs walks for each fault the journey that asks most of its conversion, and one that forbids it, on a desktop and on a phone, and one that
/// must stay green. <c>MICROCONV_FAULT_MATRIX=full</c> walks every journey on every device (half an hour, so give <c>dotnet test</c> the further
/// arguments <c>-- NUnit.DefaultTimeout=3600000</c>), <c>write</c> enters what is found into the table, <c>full,write</c> makes all of it anew.
/// </summary>
[Category("Browser")]
[Parallelizable(ParallelScope.All)]
public sealed partial class FaultMatrixSpecs
{
    private const string Bystander = "newsletter-and-sms";

    private static readonly string[] Mode = (Environment.GetEnvironmentVariable("MICROCONV_FAULT_MATRIX") ?? "").Split(',');
    private static readonly bool IsFull = Mode.Contains("full");
    private static readonly bool IsWriting = Mode.Contains("write");
    private static readonly string[] QuickDevices = ["desktop-chrome", "pixel-7"];
    private static readonly IEnumerable<string> FaultNames = FaultCatalogue.All.Select(fault => fault.Name);
    private static readonly string TableFile = Path.Combine(MicroConvQA.Specs.Repository.Root, "docs", "fault-matrix.md");

    private FaultTable table = new();

    [OneTimeSetUp]
    public async Task ReadTableAsync() => table = FaultTable.Read(await File.ReadAllTextAsync(TableFile));

    [OneTimeTearDown]
    public async Task WriteTableAsync()
    {
        if (IsWriting)
        {
            var devices = (await Workspace()).Configuration.Devices.Select(device => device.Name).ToList();
            await File.WriteAllTextAsync(TableFile, table.Write(devices, name => FaultCatalogue.Find(name).Title));
        }
    }

    [TestCaseSource(nameof(FaultNames))]
    public async Task A_fault_is_found_where_it_is_and_nowhere_else(string fault)
    {
        var cells = await WalkAsync(fault);

        cells.Should().NotBeEmpty();
        foreach (var (walk, device, findings) in cells)
        {
            var found = FaultTable.CellOf(findings);
            if (IsWriting)
            {
                table[fault, walk, device] = found;
            }
            else
            {
                found.Should().Be(table[fault, walk, device], "so says {0} of {1} on {2}", TableFile, walk, device);
            }
        }
    }

    [Test]
    public async Task The_table_has_a_cell_for_each_fault_and_each_walk()
    {
        var walks = RunPlanner.Plan(await Workspace(), RunSelection.Everything).Walks;

        var missing = FaultNames.SelectMany(fault => walks.Where(walk => table[fault, NameOf(walk), walk.Device.Name] is null).Select(walk => $"{fault}: {walk.Title}"));

        missing.Should().BeEmpty();
        table.Faults.Should().BeEquivalentTo(FaultNames);
    }

    private static async Task<IReadOnlyList<(string Walk, string Device, string[] Findings)>> WalkAsync(string fault)
    {
        await using var shop = await DemoShopHost.StartAsync(new DemoShopOptions { Faults = [fault] }, CancellationToken.None);
        using var composition = await Composition.StartAsync();
        var plan = RunPlanner.Plan(ReadyFor(shop, composition.ReadWorkspace(ConfigurationFile), fault), RunSelection.Everything);
        await using var walker = composition.WalkerOf(plan, MicroConvQA.Specs.Repository.Root);
        var cells = new List<(string, string, string[])>();
        foreach (var walk in IsFull ? plan.Walks : Quick(plan, FaultCatalogue.Find(fault)))
        {
            // Not by the runner: it would walk each failed walk once more.
            var recording = await walker.WalkAsync(walk, new RunObservers(), CancellationToken.None);
            await new RecordingStore().WriteAsync(recording, Composition.DirectoriesOf(plan.Configuration).Of(walk), CancellationToken.None);
            var verdict = JourneyJudge.Judge(recording, walk.Journey, plan.Dictionary, plan.Configuration);
            cells.Add((NameOf(walk), walk.Device.Name, [.. FindingsOf(verdict)]));
        }

        return cells;
    }

    private static IEnumerable<Walk> Quick(RunPlan plan, Fault fault)
    {
        var journeys = plan.Walks.Select(walk => walk.Journey).DistinctBy(journey => journey.Name).ToList();
        var strictest = journeys.MaxBy(journey => Conditions(journey, fault));
        var forbidding = journeys.Find(journey => journey.Steps.Any(step => step.Never.Contains(fault.Conversion)) && Conditions(journey, fault) > 0);
        return plan.Walks.Where(walk =>
            (QuickDevices.Contains(walk.Device.Name) && Meets(walk, fault, strictest, forbidding))
            || (walk.Journey.Name == Bystander && walk.Device.Name == QuickDevices[^1]));
    }

    private static bool Meets(Walk walk, Fault fault, params Journey?[] journeys) =>
        fault.Conversion == "*" ? walk.Consent.Name != "granted" : journeys.Any(journey => journey?.Name == walk.Journey.Name);

    /// <summary>How much a journey asks of a conversion; zero = it does not expect it.</summary>
    private static int Conditions(Journey journey, Fault fault) => journey.Steps
        .SelectMany(step => step.Expect)
        .Where(expectation => expectation.Conversion == fault.Conversion)
        .Sum(expectation => 1 + expectation.Parameters.Count);

    private static Workspace ReadyFor(DemoShopHost shop, Workspace workspace, string fault) => workspace with
    {
        Configuration = workspace.Configuration with
        {
            BaseUrl = shop.BaseUrl.ToString().TrimEnd('/'),
            OutputDirectory = Path.Combine(TestContext.CurrentContext.WorkDirectory, "faults", fault),
            Devices = [.. workspace.Configuration.Devices.Select(device => device with
            {
                Trace = ArtifactMode.Off,
                Screenshot = ArtifactMode.Off,
            })],
        },
    };

    private static IEnumerable<string> FindingsOf(JourneyVerdict verdict) => verdict.Findings
        .Where(finding => !finding.IsWarning)
        .Select(finding => $"{Capital().Replace(finding.Kind.ToString(), match => " " + match.Value.ToLowerInvariant()).TrimStart()} {finding.Conversion}".TrimEnd())
        .Concat(verdict.Breakage is null ? [] : ["broken"]);

    /// <summary>The walk without its device: <c>consent-denied [denied]</c>.</summary>
    private static string NameOf(Walk walk) => walk.Title
        .Replace($"[{walk.Device.Name}, ", "[", StringComparison.Ordinal)
        .Replace($" [{walk.Device.Name}]", "", StringComparison.Ordinal);

    private static string ConfigurationFile => Path.Combine(MicroConvQA.Specs.Repository.Root, "playwright.config.json");

    private static async Task<Workspace> Workspace()
    {
        using var composition = await Composition.StartAsync();
        return composition.ReadWorkspace(ConfigurationFile);
    }

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
