using FluentAssertions;
using MicroConvQA.Attribution;
using MicroConvQA.Configuration;
using MicroConvQA.Decoding;
using MicroConvQA.DemoShop.Faults;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Again;
using MicroConvQA.Matching;
using MicroConvQA.Recording;
using MicroConvQA.Specs.Configuration.Devices;
using NUnit.Framework;

namespace MicroConvQA.Specs.RecordingCorpus;

/// <summary>
/// What the recordings of <c>tests/Corpus/recordings</c> are judged as, each beside its recording: whoever changes a verdict sees it as a few lines.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class RecordedVerdictSpecs
{
    private const string Extension = ".json.gz";

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Corpus", "recordings");

    private static readonly ConfigurationReader Configurations = new(new KnownDevices(), StandardDecoders.All.KnownVendors);

    private static readonly RecordingJudge Judge = new((text, vendors) => Configurations.Read(text, Folder, vendors));

    private static IReadOnlyList<TestCaseData> Recordings =>
    [
        .. Directory.GetFiles(Folder, $"*{Extension}", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file)[..^Extension.Length].Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(name => new TestCaseData(name).SetArgDisplayNames(name)),
    ];

    [TestCaseSource(nameof(Recordings))]
    public void A_recording_is_judged_as_it_was(string name)
    {
        var file = Path.Combine(Folder, name);
        var recording = TrafficFile.Read(file + Extension, () => Stream.Null, CancellationToken.None).Recording!;

        var read = Judge.Read(recording);
        var verdict = Judge.Judge(recording);

        var text = VerdictText.Of(verdict, read.Recording, Attributed(read, verdict));
        Approved.HoldsAgainst(text, $"{file}.approved.txt", $"{file}.received.txt");
    }

    [Test]
    public void The_corpus_has_every_kind_of_recording_and_no_verdict_without_one()
    {
        var names = Recordings.Select(test => (string)test.Arguments[0]!).ToList();

        names.Select(name => name.Split('/')[0]).Distinct().Should().Equal("faults", "foreign", "samples");
        names.Where(name => name.StartsWith("faults/", StringComparison.Ordinal))
            .Should().BeEquivalentTo(FaultCatalogue.All.Select(fault => $"faults/{fault.Name}"));
        Directory.GetFiles(Folder, "*.approved.txt", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/').Replace(".approved.txt", "", StringComparison.Ordinal))
            .Should().BeEquivalentTo(names);
    }

    private static IReadOnlyList<AttributedHit> Attributed(RecordedCase read, JourneyVerdict verdict)
    {
        var events = new EventIndex(read.Dictionary, read.Configuration.Destinations);
        return new StepAttribution(read.Recording, events.KeyOf, new Tolerances()).Attribute([.. verdict.Traffic.SelectMany(request => request.Hits)]);
    }
}
