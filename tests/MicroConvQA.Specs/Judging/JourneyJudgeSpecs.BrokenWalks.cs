using FluentAssertions;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging;

internal static partial class JourneyJudgeSpecs
{
    public sealed class BrokenWalks
    {
        private static JourneyRecording Broken(JourneyRecording recording) =>
            recording with
            {
                Steps =
                [
                    recording.Steps[0],
                    recording.Steps[1] with
                    {
                        State = StepState.Broken,
                        ActedAt = null,
                        FinishedAt = null,
                    },
                    recording.Steps[2] with
                    {
                        State = StepState.NotReached,
                        StartedAt = null,
                        ActedAt = null,
                        FinishedAt = null,
                    },
                ],
                Breakage = new()
                {
                    StepIndex = 1,
                    Place = new("journeys/a.yaml", 31, 9),
                    Action = "click: Add to cart",
                    Reason = "No control of that name is visible.",
                },
            };

        private static JudgedWalk ThreeSteps() =>
            new JudgedWalk()
                .With(Any.Conversion("view_item"), Any.Conversion(), Any.Conversion("purchase"))
                .Step("Look", Any.Expectation("view_item"))
                .Step(Cart, Any.Expectation())
                .Step("Pay", Any.Expectation("purchase"))
                .Recorded(Broken);

        [Test]
        public void Steps_not_reached_are_broken_and_never_missing()
        {
            var verdict = ThreeSteps().Fires("view_item").Judge();

            verdict.Status.Should().Be(VerdictStatus.Broken);
            verdict.Findings.Should().BeEmpty();
            verdict
                .Expectations.Select(expectation => expectation.Status)
                .Should()
                .Equal(VerdictStatus.Passed, VerdictStatus.Broken, VerdictStatus.Broken);
            verdict
                .Expectations[1]
                .Reason.Should()
                .Be(
                    "broken: nothing fired before step 'Put it into the cart' (journeys/a.yaml:31) "
                        + "could not do 'click: Add to cart': No control of that name is visible."
                );
            verdict
                .Expectations[2]
                .Reason.Should()
                .Be(
                    "broken: not reached, because step 'Put it into the cart' (journeys/a.yaml:31) "
                        + "could not do 'click: Add to cart': No control of that name is visible."
                );
        }

        [Test]
        public void What_fired_in_the_step_that_broke_counts() =>
            ThreeSteps().Fires("view_item").Fires("add_to_cart", step: 1).Judge().Expectations[1].Status.Should().Be(VerdictStatus.Passed);

        [Test]
        public void Findings_of_earlier_steps_still_count()
        {
            var verdict = ThreeSteps().Fires("view_item").Fires("view_item").Judge();

            verdict.Status.Should().Be(VerdictStatus.Failed);
            verdict.Findings.Single().Kind.Should().Be(FindingKind.Duplicate);
        }

        [Test]
        public void A_walk_that_did_not_settle_cannot_tell_what_is_missing()
        {
            var verdict = ThreeSteps().Recorded(recording => recording with { Settled = null }).Judge();

            verdict.Findings.Should().BeEmpty();
            verdict.Expectations[0].Reason.Should().StartWith("broken: the walk ended before waiting batches were sent");
        }

        [TestCase(0, VerdictStatus.Failed)]
        [TestCase(1, VerdictStatus.Broken)]
        public void What_is_missing_at_the_data_layer_cannot_be_told_where_a_message_of_the_page_was_lost(int lost, VerdictStatus status)
        {
            var layer = Any.Ga4 with { Name = "layer", Vendor = "datalayer", Account = null };

            var verdict = new JudgedWalk()
                .At(layer)
                .With(Any.Conversion("add_to_cart", "layer"))
                .Step(Cart, Any.Expectation())
                .Recorded(recording => recording with { LostMessages = lost })
                .Judge();

            verdict.Status.Should().Be(status);
            verdict
                .Expectations[0]
                .Reason.Should()
                .Be(
                    lost == 0
                        ? null
                        : "broken: 1 message of the page could not be read, and a push to the data layer may have been among them"
                );
        }

        [Test]
        public void A_lost_message_says_nothing_of_what_is_missing_on_the_wire() =>
            new JudgedWalk()
                .Step(Cart, Any.Expectation())
                .Recorded(recording => recording with { LostMessages = 1 })
                .Finding()
                .Kind.Should()
                .Be(FindingKind.Missing);

        [Test]
        public void A_destination_that_could_still_have_been_sent_something_is_broken_and_named()
        {
            var verdict = new JudgedWalk()
                .Step(Cart, Any.Expectation())
                .Fires("add_to_cart")
                .Recorded(recording =>
                    recording with
                    {
                        Unsettled = [new UnsettledVendor("ga4", null, "POST https://ga4.example/g/collect was not answered")],
                    }
                )
                .Judge();

            verdict.Status.Should().Be(VerdictStatus.Broken);
            verdict
                .Expectations[0]
                .Reason.Should()
                .Be(
                    $"broken: {Any.Ga4.Title} could still have been sent something when the walk was given up: POST https://ga4.example/g/collect was not answered"
                );
            verdict
                .Warnings.Should()
                .Contain(
                    $"{Any.Ga4.Title} could still have been sent something when the walk was given up: POST https://ga4.example/g/collect was not answered."
                );
        }

        [TestCase("plausible", null)]
        [TestCase("ga4", "G-ANOTHER")]
        public void What_another_could_still_have_been_sent_changes_nothing(string vendor, string? account) =>
            new JudgedWalk()
                .At(Any.Ga4 with { Account = "G-ONE" })
                .Step(Cart, Any.Expectation())
                .Fires("add_to_cart")
                .Recorded(recording => recording with { Unsettled = [new UnsettledVendor(vendor, account, "it was open")] })
                .Judge()
                .Status.Should()
                .Be(VerdictStatus.Passed);

        [Test]
        public void What_is_missing_at_a_destination_that_could_still_have_been_sent_it_cannot_be_told()
        {
            var verdict = new JudgedWalk()
                .Step(Cart, Any.Expectation())
                .Recorded(recording => recording with { Unsettled = [new UnsettledVendor(null, null, "it could not be settled")] })
                .Judge();

            verdict.Findings.Should().BeEmpty();
            verdict.Status.Should().Be(VerdictStatus.Broken);
        }

        [Test]
        public void What_nobody_expected_still_counts() =>
            ThreeSteps().Fires("view_item").Fires("purchase", step: 1).Finding().Kind.Should().Be(FindingKind.Unexpected);
    }
}
