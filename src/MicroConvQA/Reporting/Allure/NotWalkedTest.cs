using MicroConvQA.Planning;
using MicroConvQA.Running;

namespace MicroConvQA.Reporting.Allure;

/// <summary>A planned walk that has no result, as a test.</summary>
internal sealed class NotWalkedTest(RunResult run, Walk walk)
{
    public AllureTest Build()
    {
        var segments = new WalkSegments(walk, recording: null);
        var identity = new TestIdentity($"{walk.Journey.Name}:{WalkedTest.IdentityName}", segments.Parameters);
        var end = (run.StartedAt + run.Duration).ToUnixTimeMilliseconds();
        var result = new AllureResult
        {
            Uuid = identity.UuidIn(run.StartedAt),
            HistoryId = identity.HistoryId,
            TestCaseId = identity.TestCaseId,
            FullName = identity.FullName,
            Name = WalkedTest.NameOf(walk, segments),
            Status = run.IsInterrupted ? AllureStatus.Skipped : AllureStatus.Broken,
            StatusDetails = new AllureStatusDetails { Message = NotWalked.ReasonIn(run) },
            Start = end,
            Stop = end,
            Labels =
            [
                new("epic", FunnelText.Walk),
                new("feature", WalkedTest.Feature),
                new("story", walk.Journey.Title),
                new("parentSuite", walk.Journey.Title),
                new("suite", walk.Device.Name),
                new("framework", "MicroConvQA"),
                new("severity", "critical"),
            ],
            Parameters = segments.Parameters,
        };
        return new AllureTest(result, []);
    }
}
