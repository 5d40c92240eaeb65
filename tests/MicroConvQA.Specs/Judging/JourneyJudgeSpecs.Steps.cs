using FluentAssertions;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging;

internal static partial class JourneyJudgeSpecs
{
    public sealed class Steps
    {
        [Test]
        public void What_the_opening_fires_came_too_early_for_the_click_of_the_first_step()
        {
            var finding = new JudgedWalk()
                .Step(Cart, Any.Expectation())
                .Recorded(recording =>
                    recording with
                    {
                        Steps = [.. recording.Steps.Select(step => step with { FirstActedAt = Any.InStep(0, 0.5) })],
                    }
                )
                .Fires("add_to_cart", step: -1)
                .Finding();

            finding.Kind.Should().Be(FindingKind.OutOfOrder);
            finding.NextMove.Should().EndWith("If the opening of the start page is to fire it, expect it in a first step without actions.");
        }

        [Test]
        public void An_event_of_an_earlier_step_came_too_early()
        {
            var finding = new JudgedWalk().Step("Look").Step(Cart, Any.Expectation()).Fires("add_to_cart", step: 0).Finding();

            finding.Kind.Should().Be(FindingKind.OutOfOrder);
            finding
                .Message.Should()
                .Be(
                    "add_to_cart at Google Analytics 4: fired in step 'Look', earlier than step 'Put it into the cart' that must cause it."
                );
        }

        [TestCase(4.0, false)]
        [TestCase(0.9, true, Description = "Before its actions were done nothing was waited for.")]
        public void What_a_wait_for_a_missing_event_sets_free_is_not_out_of_order(double second, bool isEarly)
        {
            var findings = new JudgedWalk()
                .Step("Look", Any.Expectation("view_item"))
                .Step(Cart, Any.Expectation())
                .With(Any.Conversion(), Any.Conversion("view_item"))
                .Recorded(recording =>
                    recording with
                    {
                        Steps =
                        [
                            recording.Steps[0] with
                            {
                                AwaitedInVain = [new AwaitedInVain("view_item", "plausible", null)],
                            },
                            recording.Steps[1],
                        ],
                    }
                )
                .Fires("add_to_cart", step: 0, second)
                .Judge()
                .Findings.Select(finding => finding.Kind);

            findings.Should().Equal(isEarly ? [FindingKind.Missing, FindingKind.OutOfOrder] : [FindingKind.Missing]);
        }

        [Test]
        public void What_the_start_page_fires_may_be_what_the_first_step_expects() =>
            Walk().Fires("add_to_cart", step: -1, second: 2).Judge().Status.Should().Be(VerdictStatus.Passed);

        [Test]
        public void An_event_created_too_long_after_its_step_is_late()
        {
            var finding = Walk()
                .Step("Wait")
                .Fires("add_to_cart", step: 1, second: 9.5, hit: hit => hit with { StatedTime = Any.StartedAt + Any.InStep(1, 9.5) })
                .Finding();

            finding.Kind.Should().Be(FindingKind.Late);
            finding
                .Message.Should()
                .Be(
                    "add_to_cart at Google Analytics 4: fired 18.5 s after the actions of step 'Put it into the cart' "
                        + "were done; 5 s are allowed."
                );
        }

        [TestCase(5.1, true, TestName = "What_only_the_next_steps_action_caused_is_late_where_the_step_was_waited_for_in_vain")]
        [TestCase(4.9, false, TestName = "What_came_in_time_when_the_walk_had_gone_on_is_not_late")]
        public void An_event_of_the_next_step(double afterwards, bool isLate)
        {
            var findings = Walk()
                .At(Any.Ga4, Any.DataLayer)
                .With(Any.Conversion("add_to_cart", "ga4", "data layer"))
                .Step("Go on")
                .Recorded(recording =>
                    recording with
                    {
                        Steps =
                        [
                            recording.Steps[0],
                            recording.Steps[1] with
                            {
                                FirstActedAt = Any.InStep(0, 1 + afterwards) - TimeSpan.FromMilliseconds(20),
                            },
                        ],
                    }
                )
                .Fires("add_to_cart", step: 1, second: afterwards - 9, at: Any.DataLayer)
                .Fires("add_to_cart", step: 1, second: afterwards - 8.99)
                .Judge()
                .Findings.Select(finding => finding.Kind);

            findings.Should().Equal(isLate ? [FindingKind.Late, FindingKind.Late] : []);
        }

        [Test]
        public void What_comes_only_after_the_next_action_is_late_where_the_step_had_waited_for_it()
        {
            var finding = PushedThenSentByTheNextAction(isAwaited: true).Finding();

            finding.Kind.Should().Be(FindingKind.Late);
            finding
                .Message.Should()
                .Be(
                    "add_to_cart at Google Analytics 4: fired only after the action of step 'Go on'; step 'Put it into the cart' had waited 5 s for it."
                );
            finding
                .LikelyCause.Should()
                .Be(
                    "The action of step 'Go on' triggers it, so shoppers who do not go on are not counted. A timer or a slow answer of more than 5 s would look the same."
                );
            finding
                .NextMove.Should()
                .StartWith("Bind the tag to the action that the dictionary names (")
                .And.EndWith(") and send it at once.");
        }

        [Test]
        public void What_comes_after_the_next_action_may_be_of_the_step_that_had_not_waited_for_it() =>
            PushedThenSentByTheNextAction(isAwaited: false).Judge().Findings.Should().BeEmpty();

        private static JudgedWalk PushedThenSentByTheNextAction(bool isAwaited) =>
            Walk()
                .At(Any.Ga4, Any.DataLayer)
                .With(Any.Conversion("add_to_cart", "ga4", "data layer"))
                .Step("Go on")
                .Recorded(recording =>
                    recording with
                    {
                        Steps =
                        [
                            recording.Steps[0] with
                            {
                                AwaitedInVain = isAwaited ? [new AwaitedInVain("add_to_cart", Any.Ga4.Vendor, null)] : [],
                            },
                            recording.Steps[1] with
                            {
                                FirstActedAt = Any.InStep(0, 5.5),
                            },
                        ],
                    }
                )
                .Fires("add_to_cart", step: 0, second: 1.1, at: Any.DataLayer)
                .Fires("add_to_cart", step: 1, second: -4.4);

        [Test]
        public void An_event_sent_later_than_it_was_created_is_in_time()
        {
            var verdict = Walk()
                .Step("Wait")
                .Fires("add_to_cart", step: 1, second: 9.5, hit: hit => hit with { StatedTime = Any.StartedAt + Any.InStep(0, 1.1) })
                .Judge();

            verdict.Status.Should().Be(VerdictStatus.Passed);
        }

        [Test]
        public void Each_of_two_steps_takes_its_own_hit()
        {
            var verdict = Walk().Step("Once more", Any.Expectation()).Fires("add_to_cart", step: 0).Fires("add_to_cart", step: 1).Judge();

            verdict.Expectations.Select(expectation => expectation.Destinations[0].Hits.Single().Request.Number).Should().Equal(1, 2);
            verdict.Status.Should().Be(VerdictStatus.Passed);
        }

        [Test]
        public void A_double_in_one_step_does_not_hide_a_miss_in_another()
        {
            var verdict = Walk()
                .Step("Once more", Any.Expectation())
                .Fires("add_to_cart", second: 1.1)
                .Fires("add_to_cart", second: 1.2)
                .Judge();

            verdict
                .Findings.Select(finding => (finding.Kind, finding.StepIndex))
                .Should()
                .Equal((FindingKind.Duplicate, 0), (FindingKind.Missing, 1));
        }

        [Test]
        public void A_journey_in_order_refuses_hits_in_another()
        {
            var walk = new JudgedWalk()
                .With(Any.Conversion("begin_checkout"), Any.Conversion("purchase"))
                .Step("Check out", Any.Expectation("begin_checkout"))
                .Step("Pay", Any.Expectation("purchase"))
                .Fires("purchase", step: 1, second: 0.5)
                .Fires("begin_checkout", step: 1, second: 4, hit: hit =>
                    hit with
                    {
                        StatedTime = Any.StartedAt + Any.InStep(1, 2) + TimeSpan.FromMilliseconds(1),
                    }
                )
                .Recorded(recording =>
                    recording with
                    {
                        Steps = [recording.Steps[0] with { ActedAt = Any.InStep(0, 9) }, recording.Steps[1]],
                    }
                );

            walk.Judge().Status.Should().Be(VerdictStatus.Passed);
            walk.Journey(journey => journey with { Ordered = true })
                .Finding()
                .Message.Should()
                .Be("purchase at Google Analytics 4: fired before begin_checkout, though the journey's order asks for it afterwards.");
        }
    }
}
