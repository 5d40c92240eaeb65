using MicroConvQA.Browser.Composing;
using MicroConvQA.Browser.Specs.Capture;
using MicroConvQA.Browser.Walking;
using MicroConvQA.Configuration;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Running;
using MicroConvQA.Source;
using MicroConvQA.Specs;

namespace MicroConvQA.Browser.Specs.RecordingCorpus;

/// <summary>A small site that is none of ours, with its own configuration, dictionary and journeys, set up to be walked.</summary>
internal sealed class RecordedSite : IAsyncDisposable
{
    /// <summary>Stands in a configuration for where the site is, which differs from run to run.</summary>
    private const string Origin = "http://site.invalid";

    private const string Configuration = "playwright.config.json";

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "MicroConvQA.Browser.Specs", "RecordingCorpus", "Sites");

    private readonly SpecSite site;
    private readonly Composition composition;
    private readonly RunPlan plan;
    private readonly BrowserWalker walker;
    private readonly TemporaryFolder output = new();

    private RecordedSite(SpecSite site, Composition composition, IReadOnlyList<SourceText> texts)
    {
        (this.site, this.composition) = (site, composition);
        var workspace = Read(texts);
        plan = RunPlanner.Plan(workspace with { Configuration = Ready(workspace.Configuration) }, RunSelection.Everything);
        walker = composition.WalkerOf(plan, output.Path);
    }

    /// <summary>The folders of <c>Sites</c>.</summary>
    public static IEnumerable<string> Names =>
        Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    public IReadOnlyList<Walk> Walks => plan.Walks;

    /// <summary>A site of a folder of <c>Sites</c>: its pages are served under their names without <c>.html</c>.</summary>
    public static async Task<RecordedSite> OfAsync(string name)
    {
        var folder = Path.Combine(Folder, name);
        var site = await SpecSite.StartAsync();
        foreach (var file in Directory.GetFiles(folder, "*.html"))
        {
            site.Serve($"/{Path.GetFileNameWithoutExtension(file)}", await File.ReadAllTextAsync(file));
        }
        foreach (var file in Directory.GetFiles(folder, "*.js"))
        {
            site.Serve($"/{Path.GetFileName(file)}", await File.ReadAllTextAsync(file), "text/javascript; charset=utf-8");
        }
        var texts = Directory
            .GetFiles(folder, "*.yaml")
            .Append(Path.Combine(folder, Configuration))
            .Order(StringComparer.Ordinal)
            .Select(file => new SourceText(Path.GetFileName(file), File.ReadAllText(file)));
        return new RecordedSite(site, await Composition.StartAsync(), [.. texts]);
    }

    public Task<JourneyRecording> WalkAsync(Walk walk) => walker.WalkAsync(walk, new RunObservers(), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await walker.DisposeAsync();
        composition.Dispose();
        await site.DisposeAsync();
        output.Dispose();
    }

    private Workspace Read(IReadOnlyList<SourceText> texts)
    {
        var configuration = texts.Single(text => text.File == Configuration);
        var dictionary = texts.Single(text => text.File == "dictionary.yaml");
        configuration = configuration with { Text = configuration.Text.Replace(Origin, site.Origin, StringComparison.Ordinal) };
        var journeys = texts.Where(text => text.File is not (Configuration or "dictionary.yaml")).ToList();
        return new WorkspaceReader(composition.Configurations).Read(configuration, output.Path, new WorkspaceTexts(dictionary, journeys));
    }

    /// <summary>A recording of the corpus has no traces and pictures beside it.</summary>
    private RunConfiguration Ready(RunConfiguration configuration) =>
        configuration with
        {
            OutputDirectory = output.Path,
            Devices = [.. configuration.Devices.Select(device => device with { Trace = ArtifactMode.Off, Screenshot = ArtifactMode.Off })],
        };
}
