using MicroConvQA.Configuration;
using MicroConvQA.Dictionary;
using MicroConvQA.Judging;
using MicroConvQA.Recording;
using MicroConvQA.Running;

namespace MicroConvQA.Reporting.Allure;

/// <summary>What all tests of one walk share.</summary>
internal sealed class AllureWalk(RunResult run, WalkResult walk, IEnumerable<string> secrets, string host)
{
    public WalkResult Walk { get; } = walk;

    public JourneyRecording Recording { get; } = walk.Recording;

    public JourneyVerdict Verdict { get; } = walk.Verdict;

    public WalkSegments Segments { get; } = new(walk.Walk, walk.Recording);

    public WalkTimes Times { get; } = new(walk.Recording);

    public ValueMask Mask { get; } = new(walk.Recording, secrets);

    public bool HasPassed => Verdict.Status is VerdictStatus.Passed or VerdictStatus.Skipped;

    /// <summary>
    /// Whether each hit and request is shown; of walks that passed they would be half of a report, and recordings have them.
    /// </summary>
    public bool ShowsTraffic => !HasPassed || run.Plan.Configuration.AllureTraffic == ArtifactMode.On;

    /// <summary>What is only once in the report, because a trace in each failed test would make it too large to open.</summary>
    public string WalkEntry =>
        this switch
        {
            { HasPassed: false } => "All traffic, trace and recording are in the test",
            { ShowsTraffic: true } => "All traffic is in the test",
            _ => "The walk is in the test",
        };

    public TrafficTables Tables => new(Recording, Mask);

    public TestIdentity Identity(string name) => new($"{Walk.Walk.Journey.Name}:{name}", Segments.Parameters);

    public string UuidOf(TestIdentity identity) => identity.UuidIn(run.StartedAt);

    public Conversion ConversionOf(string name) =>
        run.Plan.Dictionary.Find(name)
        ?? throw new InvalidOperationException(
            $"The verdict of '{Walk.Walk.Title}' judges the conversion '{name}', which the run's dictionary does not have."
        );

    public RecordedStep? StepAt(int index) => Recording.Steps.FirstOrDefault(step => step.Index == index);

    public CapturedRequest? Request(int number) => Recording.Requests.FirstOrDefault(request => request.Number == number);

    public string NameOfWalkedTest => WalkedTest.NameOf(Walk.Walk, Segments);

    /// <summary>The labels that every test of the walk has, whatever it is about.</summary>
    public IEnumerable<AllureLabel> Labels()
    {
        var journey = Walk.Walk.Journey;
        yield return new AllureLabel("story", journey.Title);
        yield return new AllureLabel("parentSuite", journey.Title);
        yield return new AllureLabel("suite", Walk.Walk.Device.Name);
        foreach (var tag in journey.Tags)
            yield return new AllureLabel("tag", tag);
        yield return new AllureLabel("framework", "MicroConvQA");
        yield return new AllureLabel("language", "yaml");
        yield return new AllureLabel("host", host);
        // One lane a walk on the timeline.
        yield return new AllureLabel("thread", Walk.Walk.Id);
    }
}
