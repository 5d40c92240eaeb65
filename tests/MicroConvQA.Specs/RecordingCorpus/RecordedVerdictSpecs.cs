using FluentAssertions;
using MicroConvQA.Attribution;
using MicroConvQA.Configuration;
using MicroConvQA.Decoding;
using MicroConvQA.DemoShop.Faults;
using MicroConvQA.Dictionary;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Again;
using MicroConvQA.Matching;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Specs.Configuration.Devices;
using NUnit.Framework;

namespace MicroConvQA.Specs.RecordingCorpus;

/// <summary>
/// What the recordings of <c>tests/Corpus/recordings</c> are judged as, each beside its recording: whoever changes a verdict sees it as a
/// few lines.
/// </summary>
[Parallelizable(ParallelScope.All)]
internal sealed class RecordedVerdictSpecs
{
    private const string Extension = ".json.gz";
    private const string Approval = ".approved.txt";
    private const string OfHar = ".har";

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Corpus", "recordings");

    private static readonly ConfigurationReader Configurations = new(new KnownDevices(), StandardDecoders.All.KnownVendors);

    private static readonly RecordingJudge Judge = new((text, vendors) => Configurations.Read(text, Folder, vendors));

    private static IEnumerable<TestCaseData> Recordings => Names.Select(name => new TestCaseData(name).SetArgDisplayNames(name));

    /// <summary>The foreign walks on a desktop are held against their journeys as HARs too.</summary>
    private static IEnumerable<TestCaseData> Hars => Names.Where(IsHarToo).Select(name => new TestCaseData(name).SetArgDisplayNames(name));

    [TestCaseSource(nameof(Recordings))]
    public void A_recording_is_judged_as_it_was(string name)
    {
        var file = Path.Combine(Folder, name);
        var recording = RecordingAt(file);

        var read = Judge.Read(recording);
        var verdict = Judge.Judge(recording);

        var text = VerdictText.Of(verdict, read.Recording, Attributed(read.Recording, verdict, read.Dictionary, read.Configuration));
        Approved.HoldsAgainst(text, file + Approval, $"{file}.received.txt");
    }

    [TestCaseSource(nameof(Hars))]
    public void A_recording_is_judged_as_it_was_where_only_a_HAR_is_left_of_it(string name)
    {
        var file = Path.Combine(Folder, name);
        var recording = RecordingAt(file);
        var har = TrafficFile.Read(new StringReader(HarOfRecording.Write(recording)), name, CancellationToken.None).Har!;
        var workspace = new WorkspaceReader(Configurations).Read(
            recording.Configuration,
            Folder,
            new WorkspaceTexts(recording.Dictionary, recording.Sources)
        );

        var judged = HarJudge.Judge(
            har,
            HarWalkChoice.Of(workspace, recording.Walk.Journey, recording.Walk.Consent, row: null),
            workspace,
            "corpus"
        );

        var hits = Attributed(judged.Recording, judged.Verdict, workspace.Dictionary, workspace.Configuration);
        var text =
            VerdictText.Of(judged.Verdict, judged.Recording, hits)
            + string.Concat(judged.NotJudged.Select(line => $"not judged: {line}\n"));
        Approved.HoldsAgainst(text, file + OfHar + Approval, $"{file}{OfHar}.received.txt");
    }

    [Test]
    public void The_corpus_has_every_kind_of_recording_and_no_verdict_without_one()
    {
        List<string> names = [.. Names];

        names.Select(name => name.Split('/')[0]).Distinct().Should().BeEquivalentTo("faults", "foreign", "samples");
        names
            .Where(name => name.StartsWith("faults/", StringComparison.Ordinal))
            .Should()
            .BeEquivalentTo(FaultCatalogue.All.Select(fault => $"faults/{fault.Name}"));
        NamesOf(Approval).Should().BeEquivalentTo([.. names, .. names.Where(IsHarToo).Select(name => name + OfHar)]);
    }

    private static IEnumerable<string> Names => NamesOf(Extension);

    private static bool IsHarToo(string name) =>
        name.StartsWith("foreign/", StringComparison.Ordinal) && name.Contains(".desktop-chrome.", StringComparison.Ordinal);

    private static JourneyRecording RecordingAt(string file) =>
        TrafficFile.Read(file + Extension, () => Stream.Null, CancellationToken.None).Recording!;

    private static IEnumerable<string> NamesOf(string extension) =>
        Directory
            .GetFiles(Folder, $"*{extension}", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file)[..^extension.Length].Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static IReadOnlyList<AttributedHit> Attributed(
        JourneyRecording recording,
        JourneyVerdict verdict,
        ConversionDictionary dictionary,
        RunConfiguration configuration
    )
    {
        var events = new EventIndex(dictionary, configuration.Destinations);
        return new StepAttribution(recording, events.KeyOf, new Tolerances()).Attribute([
            .. verdict.Traffic.SelectMany(request => request.Hits),
        ]);
    }
}
