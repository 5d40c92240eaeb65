using FluentAssertions;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging;

internal static partial class JourneyJudgeSpecs
{
    public sealed class Nothing_expected
    {
        [Test]
        public void A_journey_that_expects_nothing_says_how_little_was_proven()
        {
            var verdict = new JudgedWalk().Step("Look around").Judge();

            verdict.Status.Should().Be(VerdictStatus.Passed);
            verdict
                .Warnings.Should()
                .Equal(
                    "Journey 'guest-checkout' expects no conversion: all that was proven is that none fired. Add 'expect' to a step at journeys/any.yaml(1,3), or 'never' where nothing may fire."
                );
        }

        [Test]
        public void One_that_is_there_to_forbid_says_nothing()
        {
            new JudgedWalk().Step(Any.Step("Look around") with { Never = ["add_to_cart"] }).Judge().Warnings.Should().BeEmpty();
            new JudgedWalk().Step("Look around").Journey(journey => journey with { Strict = true }).Judge().Warnings.Should().BeEmpty();
        }

        [Test]
        public void One_that_expects_something_says_nothing_either() =>
            new JudgedWalk().Step("Buy", Any.Expectation()).Fires("add_to_cart").Judge().Warnings.Should().BeEmpty();
    }

    public sealed class Strays
    {
        [Test]
        public void A_conversion_that_nobody_expects_is_unexpected()
        {
            var finding = new JudgedWalk().Step("Look").Fires("add_to_cart").Finding();

            finding.Kind.Should().Be(FindingKind.Unexpected);
            finding
                .Message.Should()
                .Be("add_to_cart at Google Analytics 4: fired once in step 'Look', though no step of the journey expects it.");
            finding
                .NextMove.Should()
                .Be(
                    "If the shopper's action should count, add 'add_to_cart' to 'expect' at journeys/any.yaml:18; if not, correct its trigger."
                );
        }

        [TestCase("add_to_*")]
        [TestCase("add_to_cart")]
        public void Noise_is_ignored(string noise) =>
            new JudgedWalk().Step("Look").Ignoring(noise).Fires("add_to_cart").Judge().Status.Should().Be(VerdictStatus.Passed);

        [Test]
        public void Events_outside_the_dictionary_matter_to_a_strict_journey_only()
        {
            var walk = Walk().Fires("add_to_cart").Fires("scroll");

            walk.Judge().Status.Should().Be(VerdictStatus.Passed);
            walk.Journey(journey => journey with { Strict = true })
                .Finding()
                .Message.Should()
                .Be(
                    "scroll at Google Analytics 4: fired once "
                        + "in step 'Put it into the cart', and the journey is strict: the dictionary does not know this event here."
                );
        }

        [Test]
        public void Never_is_kept_until_a_later_step_expects_it()
        {
            var walk = new JudgedWalk()
                .With(Any.Conversion("purchase"))
                .Step(Any.Step("Fill in the address") with { Never = ["purchase"] })
                .Step("Choose the delivery")
                .Step("Pay", Any.Expectation("purchase"))
                .Fires("purchase", step: 2);

            walk.Judge().Status.Should().Be(VerdictStatus.Passed);
            var finding = walk.Fires("purchase", step: 1).Finding();
            finding.Kind.Should().Be(FindingKind.Forbidden);
            finding
                .Message.Should()
                .Be(
                    "purchase at Google Analytics 4: fired once in step 'Choose the delivery', "
                        + "though step 'Fill in the address' says that it must never fire."
                );
        }

        [Test]
        public void Never_ends_where_the_conversion_is_expected()
        {
            var finding = new JudgedWalk()
                .With(Any.Conversion("purchase"))
                .Step(Any.Step("Fill in the address") with { Never = ["purchase"] })
                .Step("Pay", Any.Expectation("purchase"))
                .Fires("purchase", step: 1, second: 8)
                .Fires("purchase", step: 1, second: 8.2)
                .Finding();

            finding.Kind.Should().Be(FindingKind.Duplicate);
        }

        [Test]
        public void What_may_have_fired_in_a_step_that_allows_it_is_no_finding_where_it_is_sent_later()
        {
            var walk = Browsing(Any.Step("Look around") with { May = ["view_item"] }, Any.Step("Go on"));

            walk.Fires("view_item", step: 1, second: 0.5).Judge().Findings.Should().BeEmpty();
            walk.Fires("view_item", step: 1, second: 9).Finding().Kind.Should().Be(FindingKind.Unexpected);
        }

        [Test]
        public void Nor_is_it_where_the_next_step_forbids_it()
        {
            var walk = Browsing(Any.Step("Look around") with { May = ["view_item"] }, Any.Step("Go on") with { Never = ["view_item"] });

            walk.Fires("view_item", step: 1, second: 0.5).Judge().Findings.Should().BeEmpty();
            walk.Fires("view_item", step: 1, second: 9).Finding().Kind.Should().Be(FindingKind.Forbidden);
        }

        [Test]
        public void A_double_in_the_step_that_expects_it_is_not_excused_by_the_step_before_that_allows_it() =>
            Browsing(Any.Step("Look around") with { May = ["view_item"] }, Any.Step("Go on", Any.Expectation("view_item")))
                .Fires("view_item", step: 1, second: 0.5)
                .Fires("view_item", step: 1, second: 0.6)
                .Finding()
                .Kind.Should()
                .Be(FindingKind.Duplicate);

        [Test]
        public void What_a_step_may_fire_beside_what_it_expects_never_raises_its_count()
        {
            var walk = Browsing(Any.Step("Look around"), Any.Step("Go on", Any.Expectation("view_item")) with { May = ["view_item"] })
                .Fires("view_item", step: 1, second: 8);

            walk.Judge().Findings.Should().BeEmpty();
            walk.Fires("view_item", step: 1, second: 8.5)
                .Fires("view_item", step: 1, second: 9)
                .Finding()
                .Message.Should()
                .Be("view_item at Google Analytics 4: expected exactly once, fired 3 times in step 'Go on'.");
        }

        [Test]
        public void What_a_later_step_may_fire_again_is_no_double_of_what_was_expected_before() =>
            Browsing(Any.Step("Look", Any.Expectation("view_item")), Any.Step("Reload the page") with { May = ["view_item"] })
                .Fires("view_item")
                .Fires("view_item", step: 1, second: 8)
                .Judge()
                .Findings.Should()
                .BeEmpty();

        private static JudgedWalk Browsing(Step first, Step second) =>
            new JudgedWalk().With(Any.Conversion("view_item")).Step(first).Step(second);

        [Test]
        public void Only_forbids_the_other_destinations()
        {
            var finding = new JudgedWalk()
                .At(Any.Ga4, Any.Mixpanel)
                .With(Any.Conversion("add_to_cart", "ga4", "mixpanel"))
                .Step(Cart, Any.Expectation() with { Only = ["ga4"] })
                .Fires("add_to_cart", at: Any.Ga4)
                .Fires("add_to_cart", at: Any.Mixpanel)
                .Finding();

            finding.Kind.Should().Be(FindingKind.Forbidden);
            finding
                .Message.Should()
                .Be(
                    "add_to_cart at Mixpanel: fired once in step 'Put it into the cart', though the journey expects it only at Google Analytics 4."
                );
        }

        [Test]
        public void A_request_that_cannot_be_read_is_unknown_and_never_passed()
        {
            var verdict = Walk().Fires("add_to_cart").Garbles().Judge();

            verdict.Status.Should().Be(VerdictStatus.Broken);
            verdict
                .Findings.Single()
                .Message.Should()
                .Be("Google Analytics 4: request 2 in step 'Put it into the cart' could not be read, so what it carried is unknown.");
        }

        [Test]
        public void What_may_stand_in_an_unread_request_is_not_called_missing()
        {
            var verdict = Walk().Garbles().Judge();

            verdict.Status.Should().Be(VerdictStatus.Broken);
            verdict
                .Expectations.Single()
                .Findings.Single()
                .Message.Should()
                .Be(
                    "add_to_cart at Google Analytics 4: whether it fired cannot be told, "
                        + "because request 1 in step 'Put it into the cart' could not be read."
                );
        }

        [Test]
        public void An_unread_request_that_never_left_the_browser_was_sent_to_nobody()
        {
            var verdict = Walk().Fires("add_to_cart").Garbles(request: NeverLeft).Judge();

            verdict.Status.Should().Be(VerdictStatus.Passed);
            verdict.Warnings.Should().Equal("Request 2 (ga4) could not be read: The body is encrypted.");
        }

        [Test]
        public void What_may_have_stood_in_an_unread_request_that_never_left_the_browser_is_missing()
        {
            var finding = Walk().Garbles(request: NeverLeft).Finding();

            finding.Kind.Should().Be(FindingKind.Missing);
            finding
                .LikelyCause.Should()
                .Be(
                    "A request to Google Analytics 4 was tried and never left the browser (request 1: The device was offline). "
                        + "What was in it is not known; it may have been this."
                );
        }

        private static CapturedRequest NeverLeft(CapturedRequest request) =>
            request with
            {
                Fate = RequestFate.NotDelivered,
                Remark = "The device was offline.",
            };

        [Test]
        public void An_unread_request_may_hold_what_must_never_fire()
        {
            var verdict = Paying().Garbles(step: 1, vendor: "mixpanel").Judge();

            verdict.Status.Should().Be(VerdictStatus.Broken);
            verdict
                .StrayFindings.Single()
                .Message.Should()
                .Be(
                    "Mixpanel: request 2 in step 'Leave' could not be read, so whether purchase fired, which must never fire there, is unknown."
                );
        }

        [Test]
        public void An_unread_request_of_before_it_must_never_fire_is_a_warning() =>
            Paying().Garbles(step: 0, vendor: "mixpanel").Judge().Status.Should().Be(VerdictStatus.Passed);

        [Test]
        public void An_unread_request_of_a_vendor_that_is_never_sent_what_must_never_fire_is_a_warning() =>
            Paying(Any.Conversion("purchase"))
                .Garbles(step: 1, vendor: "mixpanel")
                .Judge()
                .Warnings.Should()
                .Equal("Request 2 (mixpanel) could not be read: The body is encrypted.");

        [Test]
        public void An_unread_request_may_hold_what_a_strict_journey_does_not_know()
        {
            var verdict = Paying(Any.Conversion("purchase"))
                .Journey(journey => journey with { Strict = true })
                .Garbles(step: 0, vendor: "mixpanel")
                .Judge();

            verdict.Status.Should().Be(VerdictStatus.Broken);
            verdict
                .StrayFindings.Single()
                .Message.Should()
                .Be(
                    "Mixpanel: request 2 in step 'Put it into the cart' could not be read, so whether it carried what nobody expects is unknown, and the journey is strict."
                );
        }

        [Test]
        public void A_replay_that_cannot_be_read_carries_no_conversion() =>
            Paying()
                .Journey(journey => journey with { Strict = true })
                .Sends(1, Any.Request() with { Url = "https://api-js.mixpanel.com/record/", Method = "POST", Body = [0x1f, 0x8b, 1, 2, 3] })
                .Judge()
                .Status.Should()
                .Be(VerdictStatus.Passed);

        /// <summary>A cart at Google Analytics 4, and then a step in which nothing may be bought anywhere.</summary>
        private static JudgedWalk Paying(Conversion? purchase = null) =>
            new JudgedWalk()
                .At(Any.Ga4, Any.Mixpanel)
                .With(Any.Conversion(), purchase ?? Any.Conversion("purchase", "ga4", "mixpanel"))
                .Step(Cart, Any.Expectation())
                .Step(Any.Step("Leave") with { Never = ["purchase"] })
                .Fires("add_to_cart", at: Any.Ga4);

        [Test]
        public void An_unread_request_of_a_vendor_nobody_asked_for_is_a_warning()
        {
            var verdict = Walk().Fires("add_to_cart").Garbles(vendor: "hotjar").Judge();

            verdict.Status.Should().Be(VerdictStatus.Passed);
            verdict.Warnings.Should().Equal("Request 2 (hotjar) could not be read: The body is encrypted.");
        }
    }
}
