using FluentAssertions;
using MicroConvQA.Configuration;
using MicroConvQA.Judging;
using MicroConvQA.Recording;
using MicroConvQA.Running;
using NUnit.Framework;

namespace MicroConvQA.Specs.Running;

internal sealed class EvidenceSpecs
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeEvidence()
    {
        _folder = new();
        foreach (var file in new[] { "trace.zip", "video.webm", "step.jpg", "step.html" })
            File.WriteAllText(Path.Combine(_folder.Path, file), "");
    }

    [TearDown]
    public void RemoveEvidence() => _folder.Dispose();

    [Test]
    public async Task Of_a_walk_that_passed_only_what_is_always_kept_stays()
    {
        List<JourneyRecording> stored = [];

        await RunAsync(VerdictStatus.Passed, stored);

        Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Should().Equal("step.jpg");
        (stored[^1].Trace, stored[^1].Video, stored[^1].Steps[0].Screenshot, stored[^1].Steps[0].Markup)
            .Should()
            .Be((null, null, "step.jpg", null));
    }

    [TestCase(VerdictStatus.Failed)]
    [TestCase(VerdictStatus.Broken)]
    public async Task Of_a_walk_that_did_not_pass_everything_stays(VerdictStatus status)
    {
        await RunAsync(status, []);

        Directory.GetFiles(_folder.Path).Should().HaveCount(4);
    }

    private async Task RunAsync(VerdictStatus status, List<JourneyRecording> stored)
    {
        var device = Any.Device() with
        {
            Trace = ArtifactMode.RetainOnFailure,
            Video = ArtifactMode.RetainOnFailure,
            Screenshot = ArtifactMode.On,
        };
        var walk = Any.Walk(device: device) with { Id = Path.GetFileName(_folder.Path) };
        var recording = Any.Recording() with
        {
            Trace = "trace.zip",
            Video = "video.webm",
            Steps = [Any.RecordedStep(0) with { Screenshot = "step.jpg", Markup = "step.html" }],
        };
        var runner = new JourneyRunner(
            new ScriptedWalker((_, _) => Task.FromResult(recording)),
            (_, _) => Any.Verdict(status),
            (kept, _) =>
            {
                stored.Add(kept);
                return Task.CompletedTask;
            },
            new WalkDirectories(Path.GetDirectoryName(_folder.Path)!),
            new ObserverNotes(),
            new StandingClock(Any.StartedAt)
        );

        await runner.RunAsync(
            new()
            {
                Configuration = Any.Configuration(),
                Dictionary = Any.Dictionary(),
                Walks = [walk],
            },
            CancellationToken.None
        );
    }
}
