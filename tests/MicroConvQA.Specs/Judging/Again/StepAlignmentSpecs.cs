using FluentAssertions;
using MicroConvQA.Journeys;
using MicroConvQA.Judging.Again;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging.Again;

internal sealed class StepAlignmentSpecs
{
    private static readonly Step Search = Any.Step("Search");
    private static readonly Step Look = Any.Step("Look");
    private static readonly Step Buy = Any.Step("Buy");

    private static readonly JourneyRecording Walked = Any.Recording(
        Any.Journey(Search, Look, Buy),
        Any.Request(1, -1),
        Any.Request(2, 0),
        Any.Request(3, 1),
        Any.Request(4, 2)
    );

    [Test]
    public void The_same_steps_leave_the_recording_as_it_is() =>
        StepAlignment.Align(Walked, Any.Journey(Search, Look, Buy)).Should().BeSameAs(Walked);

    [Test]
    public void A_step_that_was_added_was_not_reached()
    {
        var aligned = StepAlignment.Align(Walked, Any.Journey(Search, Any.Step("Filter"), Look, Buy));

        aligned.Steps.Select(step => step.State).Should().Equal(StepState.Done, StepState.NotReached, StepState.Done, StepState.Done);
        aligned.Requests.Select(request => request.StepIndex).Should().Equal(-1, 0, 2, 3);
    }

    [Test]
    public void What_a_removed_step_sent_belongs_to_the_one_before()
    {
        var aligned = StepAlignment.Align(Walked, Any.Journey(Search, Buy));

        aligned.Requests.Select(request => request.StepIndex).Should().Equal(-1, 0, 0, 1);
        aligned.Steps.Select(step => step.StartedAt).Should().Equal(Any.InStep(0, 0), Any.InStep(2, 0));
    }

    [Test]
    public void What_was_found_stored_moves_with_its_step()
    {
        var looked = Walked with
        {
            Stored =
            [
                new StorageLook
                {
                    At = Any.InStep(1, 9),
                    StepIndex = 1,
                    Appeared = [],
                },
            ],
        };

        StepAlignment.Align(looked, Any.Journey(Search, Any.Step("Filter"), Look, Buy)).Stored.Single().StepIndex.Should().Be(2);
    }

    [Test]
    public void A_step_that_was_moved_counts_as_not_walked()
    {
        var aligned = StepAlignment.Align(Walked, Any.Journey(Look, Search, Buy));

        aligned
            .Steps.Select(step => (step.Id, step.State))
            .Should()
            .Equal(("look", StepState.NotReached), ("search", StepState.Done), ("buy", StepState.Done));
    }
}
