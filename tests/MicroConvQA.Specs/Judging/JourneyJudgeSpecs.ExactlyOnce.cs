using FluentAssertions;
using MicroConvQA.Decoding;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging;

internal static partial class JourneyJudgeSpecs
{
    public sealed class ExactlyOnce
    {
        [Test]
        public void An_event_that_fired_once_passes()
        {
            var verdict = Walk().Fires("add_to_cart").Judge();

            verdict.Status.Should().Be(VerdictStatus.Passed);
            verdict.Findings.Should().BeEmpty();
            var destination = verdict.Expectations.Single().Destinations.Single();
            destination.Expected.Should().Be("'add_to_cart' exactly once");
            destination.Hits.Should().ContainSingle();
        }

        [Test]
        public void An_event_that_never_fired_is_missing()
        {
            var verdict = Walk().Fires("page_view").Judge();

            var finding = verdict.Findings.Single();
            verdict.Status.Should().Be(VerdictStatus.Failed);
            finding.Kind.Should().Be(FindingKind.Missing);
            finding
                .Message.Should()
                .Be("add_to_cart at Google Analytics 4: expected exactly once, never fired in step 'Put it into the cart'.");
            finding.Expected.Should().Be("'add_to_cart' exactly once");
            finding.Found.Should().Be("no hit; in this step Google Analytics 4 was sent page_view");
            finding.LikelyCause.Should().Be("No destination saw it: the page's code did not notice the shopper's action.");
            finding.NextMove.Should().Be("Do the step by hand and watch the data layer: Any trigger must cause it.");
        }

        [Test]
        public void An_event_that_fired_twice_is_a_duplicate()
        {
            var finding = Walk().Fires("add_to_cart").Fires("add_to_cart", second: 1.5).Finding();

            finding.Kind.Should().Be(FindingKind.Duplicate);
            finding
                .Message.Should()
                .Be("add_to_cart at Google Analytics 4: expected exactly once, fired twice in step 'Put it into the cart'.");
            finding.Found.Should().Be("2 hits: request 1 at 11.1 s and request 2 at 11.5 s");
            finding.Requests.Should().Equal(1, 2);
            finding.NextMove.Should().Be("Remove one of the senders, or say 'times: 2' at journeys/any.yaml:20 if the shop means it.");
        }

        [Test]
        public void One_destination_may_miss_what_another_got()
        {
            var finding = Walk()
                .At(Any.Ga4, Any.Mixpanel)
                .With(Any.Conversion("add_to_cart", "ga4", "mixpanel"))
                .Fires("add_to_cart", at: Any.Ga4)
                .Finding();

            finding.Destination.Should().Be("mixpanel");
            finding
                .LikelyCause.Should()
                .Be("It reached Google Analytics 4, so the shopper's action was noticed and only the way to Mixpanel is broken.");
        }

        [TestCase(1, true)]
        [TestCase(3, true)]
        [TestCase(4, false)]
        public void A_range_of_times_is_kept(int fired, bool passes)
        {
            var walk = new JudgedWalk().Step(Cart, Any.Expectation() with { Times = new(1, 3) });
            for (var time = 0; time < fired; time++)
                walk.Fires("add_to_cart");

            walk.Judge().Status.Should().Be(passes ? VerdictStatus.Passed : VerdictStatus.Failed);
        }

        [Test]
        public void The_same_event_id_again_is_a_copy_and_not_a_duplicate()
        {
            var verdict = Walk()
                .Fires("add_to_cart", hit: hit => hit with { EventId = "e-1" })
                .Fires("add_to_cart", second: 2, hit: hit => hit with { EventId = "e-1" })
                .Judge();

            verdict.Status.Should().Be(VerdictStatus.Passed);
        }

        [Test]
        public void The_same_bytes_after_an_error_are_a_retry()
        {
            var verdict = Walk()
                .Fires("add_to_cart", request: request => request with { Status = 503, Body = [1] })
                .Fires("add_to_cart", second: 2, request: request => request with { Body = [1] })
                .Judge();

            verdict.Status.Should().Be(VerdictStatus.Passed);
        }

        [Test]
        public void Companions_and_state_are_never_counted()
        {
            var verdict = Walk()
                .Fires("add_to_cart")
                .Fires("add_to_cart", hit: hit => hit with { Role = HitRole.Companion })
                .Fires("add_to_cart", hit: hit => hit with { Role = HitRole.State })
                .Judge();

            verdict.Status.Should().Be(VerdictStatus.Passed);
        }

        [Test]
        public void The_same_content_again_in_a_later_step_is_a_duplicate()
        {
            var finding = new JudgedWalk()
                .With(Any.Conversion("purchase") with { Parameters = [Any.Parameter("transaction_id")] })
                .Step("Pay", Any.Expectation("purchase"))
                .Step("Reload the confirmation")
                .Fires("purchase", parameters: new { transaction_id = "T-1" })
                .Fires("purchase", step: 1, second: 8, parameters: new { transaction_id = "T-1" })
                .Finding();

            finding.Kind.Should().Be(FindingKind.Duplicate);
            finding
                .Message.Should()
                .Be(
                    "purchase at Google Analytics 4: expected exactly once, fired twice: in step 'Pay' and in step 'Reload the confirmation'."
                );
        }

        [Test]
        public void Other_content_in_a_later_step_is_unexpected()
        {
            var finding = new JudgedWalk()
                .With(Any.Conversion("view_item") with { Parameters = [Any.Parameter("id")] })
                .Step("Look at the arc lamp", Any.Expectation("view_item"))
                .Step("Look at the desk lamp")
                .Fires("view_item", parameters: new { id = "ARC" })
                .Fires("view_item", step: 1, second: 8, parameters: new { id = "DESK" })
                .Finding();

            finding.Kind.Should().Be(FindingKind.Unexpected);
            finding
                .Message.Should()
                .Be("view_item at Google Analytics 4: fired once in step 'Look at the desk lamp', which does not expect it.");
        }
    }
}
