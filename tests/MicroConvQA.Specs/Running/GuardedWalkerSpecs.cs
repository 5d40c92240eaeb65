using FluentAssertions;
using MicroConvQA.Judging;
using MicroConvQA.Recording;
using MicroConvQA.Running;
using NUnit.Framework;

namespace MicroConvQA.Specs.Running;

internal sealed class GuardedWalkerSpecs
{
    [Test]
    public async Task A_walk_that_cannot_begin_is_broken_before_its_first_step()
    {
        var inner = new ScriptedWalker((_, _) => throw new InvalidOperationException("must not be asked"));

        var recording = await Walker(inner, "The shop is down.").WalkAsync(Any.Walk(), new ObserverNotes(), CancellationToken.None);

        recording
            .Breakage.Should()
            .Be(
                new Breakage
                {
                    StepIndex = -1,
                    Place = Any.Place(),
                    Action = "open: /",
                    Reason = "The shop is down.",
                }
            );
        recording.Steps.Should().OnlyContain(step => step.State == StepState.NotReached);
    }

    [Test]
    public async Task Its_recording_is_judged_as_broken_like_any_other()
    {
        var walk = Any.Walk(Any.Journey(Any.Step("Buy", Any.Expectation())));
        var recording = await Walker(new ScriptedWalker((_, _) => throw new InvalidOperationException()), "The shop is down.")
            .WalkAsync(walk, new ObserverNotes(), CancellationToken.None);

        var verdict = JourneyJudge.Judge(recording, walk.Journey, Any.Dictionary(), Any.Configuration());

        (verdict.Status, verdict.Expectations.Single().Status, verdict.Findings.Count())
            .Should()
            .Be((VerdictStatus.Broken, VerdictStatus.Broken, 0));
    }

    [Test]
    public async Task An_obstacle_that_is_met_only_when_the_walk_begins_breaks_it_too()
    {
        var inner = new ScriptedWalker((_, _) => throw new WalkObstacleException("The browser did not start."));

        var recording = await Walker(inner, obstacle: null).WalkAsync(Any.Walk(), new ObserverNotes(), CancellationToken.None);

        recording.Breakage!.Reason.Should().Be("The browser did not start.");
    }

    [Test]
    public async Task What_this_machine_lacks_makes_the_run_void_and_is_said_once()
    {
        var inner = new ScriptedWalker((_, _) => throw new WalkObstacleException("There is no browser."));
        var walker = Walker(inner, obstacle: null);

        await walker.WalkAsync(Any.Walk(), new ObserverNotes(), CancellationToken.None);
        await walker.WalkAsync(Any.Walk(), new ObserverNotes(), CancellationToken.None);

        walker.Faults.Should().Equal("Not walked: There is no browser.");
    }

    [TestCase(true, "Not walked: 'npm start' ended.")]
    [TestCase(false)]
    public async Task A_server_that_does_not_start_is_of_this_machine_and_a_shop_that_is_down_is_not(
        bool isOfThisMachine,
        params string[] faults
    )
    {
        var inner = new ScriptedWalker((_, _) => throw new InvalidOperationException("must not be asked"));
        var walker = Walker(inner, "'npm start' ended.", isOfThisMachine);

        await walker.WalkAsync(Any.Walk(), new ObserverNotes(), CancellationToken.None);

        walker.Faults.Should().Equal(faults);
    }

    [Test]
    public async Task A_walk_without_an_obstacle_is_walked()
    {
        var inner = new ScriptedWalker((walk, _) => Task.FromResult(Any.Recording(walk.Journey)));

        var walker = Walker(inner, obstacle: null);

        await walker.WalkAsync(Any.Walk(), new ObserverNotes(), CancellationToken.None);

        walker.Faults.Should().BeEmpty();
        inner.Attempts.Should().Equal("guest-checkout 1");
    }

    private static GuardedWalker Walker(IJourneyWalker inner, string? obstacle, bool isOfThisMachine = false) =>
        new(
            inner,
            obstacle,
            Any.Configuration(),
            Any.SourceText("journeys/dictionary.yaml"),
            "MicroConvQA 0.1.0",
            new StandingClock(Any.StartedAt),
            isOfThisMachine
        );
}
