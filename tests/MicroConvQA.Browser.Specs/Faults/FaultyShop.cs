using System.Collections.Concurrent;
using MicroConvQA.Browser.Composing;
using MicroConvQA.Browser.Walking;
using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Network;
using MicroConvQA.DemoShop;
using MicroConvQA.DemoShop.Faults;
using MicroConvQA.Faults;
using MicroConvQA.Judging;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Running;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Faults;

/// <summary>One demo shop and one browser for all walks: each shopper has his own faults, which his first address switches on.</summary>
internal sealed class FaultyShop : IAsyncDisposable
{
    private readonly DemoShopHost shop;
    private readonly Composition composition;
    private readonly Workspace workspace;
    private readonly ConcurrentDictionary<string, Lazy<BrowserWalker>> walkers = [];
    private readonly ConcurrentDictionary<string, WireFault> onTheWire = [];

    private FaultyShop(DemoShopHost shop, Composition composition, Workspace workspace) =>
        (this.shop, this.composition, this.workspace) = (shop, composition, workspace);

    public RunPlan Plan => RunPlanner.Plan(workspace, RunSelection.Everything);

    /// <summary>Opens a shop.</summary>
    /// <param name="journeys">The folder of the journeys, from the repository's root; the dictionary is the sample journeys'.</param>
    /// <param name="latency">How long every answer is held back, the shop's and the collectors'.</param>
    public static async Task<FaultyShop> OpenAsync(string journeys, TimeSpan latency = default)
    {
        var shop = await DemoShopHost.StartAsync(new DemoShopOptions { Latency = latency }, CancellationToken.None);
        var composition = await Composition.StartAsync();
        return new FaultyShop(shop, composition, Ready(shop, Read(composition, journeys), latency));
    }

    /// <summary>Walks and judges.</summary>
    /// <param name="wanted">The journey, the device and the faults.</param>
    public async Task<JourneyVerdict> WalkAsync(FaultWalk wanted) => (await RecordAsync(wanted)).Verdict;

    /// <summary>Walks and judges, and keeps what was recorded.</summary>
    /// <param name="wanted">The journey, the device and the faults.</param>
    public Task<(JourneyRecording Recording, JourneyVerdict Verdict)> RecordAsync(FaultWalk wanted)
    {
        var network = wanted.Allowed.Count == 0 ? NetworkRules.Sinkhole : NetworkRules.Allowing(wanted.Allowed);
        var plan = Plan with { Configuration = workspace.Configuration with { Network = network } };
        var walk = plan.Walks.Single(walk =>
            walk.Journey.Name == wanted.Journey && walk.Device.Name == wanted.Device && walk.Consent.Name == wanted.Consent
        );
        var walker = WalkerOf(plan);
        var faulty = walk with
        {
            Id = $"{walk.Id}.{wanted.Faults[0].Name}",
            Journey = walk.Journey with { Start = WithFaults(walk.Journey.Start, wanted.Faults) },
        };
        return WalkAsync(walker, faulty, plan);
    }

    /// <summary>Walks and judges while a fault is put into the requests on the wire.</summary>
    /// <param name="walk">The walk.</param>
    /// <param name="fault">The fault; null = none.</param>
    public Task<(JourneyRecording Recording, JourneyVerdict Verdict)> WalkAsync(Walk walk, WireFault? fault)
    {
        if (fault is not null)
        {
            onTheWire[walk.Id] = fault;
        }

        return WalkAsync(WalkerOf(Plan), walk, Plan);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var walker in walkers.Values)
        {
            await walker.Value.DisposeAsync();
        }

        composition.Dispose();
        await shop.DisposeAsync();
    }

    private BrowserWalker WalkerOf(RunPlan plan) =>
        walkers
            .GetOrAdd(plan.Configuration.Network.ToString(), _ =>
                new(() => composition.WalkerOf(plan, MicroConvQA.Specs.Repository.Root, walk => onTheWire.GetValueOrDefault(walk.Id)))
            )
            .Value;

    private static async Task<(JourneyRecording Recording, JourneyVerdict Verdict)> WalkAsync(BrowserWalker walker, Walk walk, RunPlan plan)
    {
        // Not by the runner: it would walk each failed walk once more.
        var recording = await walker.WalkAsync(walk, new RunObservers(), CancellationToken.None);
        await new RecordingStore().WriteAsync(recording, Composition.DirectoriesOf(plan.Configuration).Of(walk), CancellationToken.None);
        return (recording, JourneyJudge.Judge(recording, walk.Journey, plan.Dictionary, plan.Configuration));
    }

    private static string WithFaults(string start, IReadOnlyList<Fault> faults) =>
        $"{start}{(start.Contains('?', StringComparison.Ordinal) ? '&' : '?')}fault={string.Join(',', faults.Select(fault => fault.Name))}";

    private static Workspace Read(Composition composition, string journeys)
    {
        var root = MicroConvQA.Specs.Repository.Root;
        var configuration = SourceFileOf(root, "playwright.config.json");
        var dictionary = SourceFileOf(root, "journeys/dictionary.yaml");
        var texts = Directory
            .GetFiles(Path.Combine(root, journeys), "*.yaml")
            .Order(StringComparer.Ordinal)
            .Select(file => SourceFileOf(root, Path.GetRelativePath(root, file)));
        return new WorkspaceReader(composition.Configurations).Read(
            configuration,
            root,
            new WorkspaceTexts(dictionary, [.. texts.Where(text => text.File != dictionary.File)])
        );
    }

    private static Source.SourceText SourceFileOf(string root, string file) => new(file, File.ReadAllText(Path.Combine(root, file)));

    private static Workspace Ready(DemoShopHost shop, Workspace workspace, TimeSpan latency) =>
        workspace with
        {
            Configuration = workspace.Configuration with
            {
                Network = NetworkRules.Sinkhole with { AnswerAfter = latency },
                BaseUrl = shop.BaseUrl.ToString().TrimEnd('/'),
                OutputDirectory = Path.Combine(TestContext.CurrentContext.WorkDirectory, "faults"),
                Devices =
                [
                    .. workspace.Configuration.Devices.Select(device =>
                        device with
                        {
                            Trace = ArtifactMode.Off,
                            Screenshot = ArtifactMode.Off,
                        }
                    ),
                ],
            },
        };
}
