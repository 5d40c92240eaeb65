using System.IO.Compression;
using MicroConvQA.Browser.Composing;
using MicroConvQA.Browser.Specs.Faults;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Specs;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.RecordingCorpus;

/// <summary>
/// Walks what <c>tests/Corpus/recordings</c> holds and writes the recordings there, compressed: every sample journey on its devices and in
/// its consent states, every fault of the demo shop, and foreign sites. It takes a quarter of an hour. What they are judged as is the
/// business of
/// <c>RecordedVerdictSpecs</c>, which needs no browser.
/// </summary>
[Explicit("Writes into the repository; run it by a filter of its name.")]
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class CorpusWalks
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Corpus", "recordings");

    private static readonly RecordingStore Store = new();

    private readonly Lazy<Task<FaultyShop>> _samples = new(() => FaultyShop.OpenAsync("journeys"));
    private readonly Lazy<Task<FaultyShop>> _faulty = new(() => FaultyShop.OpenAsync("tests/MicroConvQA.Browser.Specs/Faults/Journeys"));

    private static IEnumerable<FaultWalk> Faults => FaultJourneys.Alone();

    private static IEnumerable<TestCaseData> Samples
    {
        get
        {
            using var composition = Composition.StartAsync().GetAwaiter().GetResult();
            var workspace = composition.ReadWorkspace(Path.Combine(Repository.Root, "playwright.config.json"));
            var plan = RunPlanner.Plan(workspace, RunSelection.Everything);
            return [.. plan.Walks.Select(walk => new TestCaseData(walk.Id).SetArgDisplayNames(walk.Id))];
        }
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        foreach (var shop in new[] { _samples, _faulty })
        {
            if (shop.IsValueCreated)
            {
                await (await shop.Value).DisposeAsync();
            }
        }
    }

    [TestCaseSource(nameof(Samples))]
    public async Task Sample_journeys(string walk)
    {
        var shop = await _samples.Value;
        var (recording, _) = await shop.WalkAsync(shop.Plan.Walks.Single(planned => planned.Id == walk), fault: null);

        await WriteAsync("samples", walk, recording);
    }

    [TestCaseSource(nameof(Faults))]
    public async Task Demo_shop_faults(FaultWalk walk)
    {
        var (recording, _) = await (await _faulty.Value).RecordAsync(walk);

        await WriteAsync("faults", walk.Faults[0].Name, recording);
    }

    [TestCaseSource(typeof(RecordedSite), nameof(RecordedSite.Names))]
    public async Task Foreign_sites(string name)
    {
        await using var site = await RecordedSite.OfAsync(name);

        foreach (var walk in site.Walks)
        {
            await WriteAsync("foreign", $"{name}.{walk.Id}", await site.WalkAsync(walk));
        }
    }

    private static async Task WriteAsync(string group, string name, JourneyRecording recording)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, group)).FullName;
        await using var file = File.Create(Path.Combine(folder, $"{name}.json.gz"));
        await using var packed = new GZipStream(file, CompressionLevel.SmallestSize);
        await using var text = new StreamWriter(packed);
        await text.WriteAsync(Store.Write(recording));
    }
}
