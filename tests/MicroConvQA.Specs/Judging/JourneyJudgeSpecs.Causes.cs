using FluentAssertions;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging;

internal static partial class JourneyJudgeSpecs
{
    public sealed class Causes
    {
        [Test]
        public void A_hit_that_never_left_the_browser()
        {
            var finding = Walk()
                .Fires("add_to_cart", request: request => request with { Fate = RequestFate.NotDelivered, Remark = "net::ERR_ABORTED." })
                .Finding();

            finding.Kind.Should().Be(FindingKind.Missing);
            finding.LikelyCause.Should().Be("It was tried but never left the browser (request 1: net::ERR_ABORTED).");
        }

        [Test]
        public void A_hit_at_another_account()
        {
            var finding = Walk().Fires("add_to_cart", hit: hit => hit with { Account = "G-STAGING" }).Finding();

            finding.LikelyCause.Should().Be("It went to the account G-STAGING instead of G-SHOP (request 1).");
            finding
                .NextMove.Should()
                .Be("Put the account of this environment into the tag, or correct the account of 'ga4' in playwright.config.json.");
        }

        [TestCase("addToCart")]
        [TestCase("add_to_card")]
        [TestCase("ad_to_cart")]
        public void A_hit_of_nearly_that_name(string name) =>
            Walk()
                .Fires(name)
                .Finding()
                .LikelyCause.Should()
                .Be($"An event named '{name}' was sent instead (request 1); its name is expected to be 'add_to_cart'.");

        [Test]
        public void A_push_that_no_tag_listened_to()
        {
            var finding = Walk()
                .At(Any.Ga4, Any.DataLayer)
                .With(Any.Conversion("add_to_cart", "ga4", "data layer"))
                .Fires("add_to_cart", at: Any.DataLayer, request: request =>
                    request with
                    {
                        Initiator = [new("http://127.0.0.1:5000/js/shop.js", 10, 5, "addToCart")],
                    }
                )
                .Finding();

            finding
                .LikelyCause.Should()
                .Be(
                    "The page pushed it to its data layer (request 1 by /js/shop.js:10:5 (addToCart)), "
                        + "but nothing was sent on to Google Analytics 4."
                );
        }

        [TestCase(
            100,
            "The page pushed it to its data layer (request 1) and was left 0.1 s later, before anything was sent on to Google Analytics 4."
        )]
        [TestCase(
            20,
            "The page pushed it to its data layer (request 1) and was left 20 ms later, before anything was sent on to Google Analytics 4."
        )]
        [TestCase(1000, "The page pushed it to its data layer (request 1), but nothing was sent on to Google Analytics 4.")]
        public void A_page_that_was_left_right_after_its_push(int milliseconds, string cause) =>
            Walk()
                .At(Any.Ga4, Any.DataLayer)
                .With(Any.Conversion("add_to_cart", "ga4", "data layer"))
                .Fires("add_to_cart", at: Any.DataLayer, request: request => request with { Visit = 1 })
                .Recorded(recording => recording with { Visits = [LeftAfter(recording.Requests[0], milliseconds)] })
                .Finding()
                .LikelyCause.Should()
                .Be(cause);

        private static PageVisit LeftAfter(CapturedRequest push, int milliseconds) =>
            new()
            {
                Number = 1,
                Tab = 1,
                Url = "https://shop.example/",
                From = TimeSpan.Zero,
                To = push.At + TimeSpan.FromMilliseconds(milliseconds),
                StepIndex = 0,
            };

        private const string Again = "Put it into the cart again";

        private static JudgedWalk Twice() => Walk().Step(Again, Any.Expectation());

        [Test]
        public void What_was_lost_in_one_step_is_no_cause_of_what_is_missing_in_another() =>
            Twice()
                .Fires("add_to_cart", second: 8, request: request => request with { Fate = RequestFate.NotDelivered })
                .Judge()
                .Findings.Select(finding => finding.LikelyCause)
                .Should()
                .Equal(
                    "It was tried but never left the browser (request 1).",
                    "No destination saw it: the page's code did not notice the shopper's action."
                );

        [Test]
        public void What_a_service_worker_sent_on_was_not_lost() =>
            new JudgedWalk()
                .Step(Cart, Any.Expectation() with { Times = new(2, 2) })
                .Fires("add_to_cart", request: request => request with { Fate = RequestFate.NotDelivered, Body = [1] })
                .Fires("add_to_cart", second: 1.2, request: request => request with { Body = [1] })
                .Finding()
                .LikelyCause.Should()
                .Be("No destination saw it more than once: the page's code did not notice each of the shopper's actions.");

        [Test]
        public void What_another_property_got_beside_this_one_is_no_cause() =>
            Twice()
                .Fires("add_to_cart", second: 8)
                .Fires("add_to_cart", second: 8.1, hit: hit => hit with { Account = "G-ROLLUP" })
                .Finding()
                .LikelyCause.Should()
                .Be("No destination saw it: the page's code did not notice the shopper's action.");

        [Test]
        public void An_event_of_nearly_that_name_in_another_step_is_no_cause() =>
            Twice()
                .Fires("addToCart", second: 8)
                .Fires("add_to_cart", second: 8.2)
                .Finding()
                .LikelyCause.Should()
                .Be("No destination saw it: the page's code did not notice the shopper's action.");

        [Test]
        public void What_fired_less_often_everywhere_was_pushed_less_often()
        {
            var causes = new JudgedWalk()
                .At(Any.Ga4, Any.DataLayer)
                .With(Any.Conversion("add_to_cart", "ga4", "data layer"))
                .Step(Cart, Any.Expectation() with { Times = new(2, 2) })
                .Fires("add_to_cart", at: Any.DataLayer)
                .Fires("add_to_cart", second: 1.2)
                .Judge()
                .Findings.Select(finding => finding.LikelyCause);

            causes
                .Should()
                .OnlyContain(cause =>
                    cause == "No destination saw it more than once: the page's code did not notice each of the shopper's actions."
                )
                .And.HaveCount(2);
        }

        [Test]
        public void A_second_push_that_no_tag_listened_to_is_named() =>
            new JudgedWalk()
                .At(Any.Ga4, Any.DataLayer)
                .With(Any.Conversion("add_to_cart", "ga4", "data layer"))
                .Step(Cart, Any.Expectation() with { Times = new(2, 2) })
                .Fires("add_to_cart", at: Any.DataLayer, hit: hit => hit with { ItemIds = ["A"] })
                .Fires("add_to_cart", second: 1.2, hit: hit => hit with { ItemIds = ["A"] })
                .Fires("add_to_cart", second: 1.3, at: Any.DataLayer, hit: hit => hit with { ItemIds = ["B"] })
                .Finding()
                .LikelyCause.Should()
                .Be(
                    "The page pushed it to its data layer twice (request 1 and request 3), but it was sent on to Google Analytics 4 only once."
                );

        [TestCase(0.5, "Google Analytics 4 answered request 1 with 401.")]
        [TestCase(8, "No destination saw it: the page's code did not notice the shopper's action.")]
        public void What_a_vendor_refused_is_the_cause_where_it_was_sent_nothing_afterwards(double second, string cause) =>
            new JudgedWalk()
                .Step("Look")
                .Step(Cart, Any.Expectation())
                .Asks("ga4", status: 401)
                .Fires("page_view", step: 0, second: second)
                .Finding()
                .LikelyCause.Should()
                .Be(cause);

        [Test]
        public void An_uncaught_error_is_named_before_what_the_page_merely_reports() =>
            Walk()
                .Recorded(recording =>
                    recording with
                    {
                        Console =
                        [
                            new(
                                Any.InStep(0, 1.1),
                                "error",
                                "Failed to load resource: the server responded with a status of 404 (Not Found)",
                                null
                            ),
                            new(Any.InStep(0, 1.2), "exception", "TypeError: gtag is not a function\n  at shop.js:3", null),
                        ],
                    }
                )
                .Finding()
                .LikelyCause.Should()
                .Be("No destination saw it, and the page reported an error meanwhile: 'TypeError: gtag is not a function'.");

        [Test]
        public void An_error_on_the_page()
        {
            var finding = Walk()
                .Recorded(recording =>
                    recording with
                    {
                        Console = [new(Any.InStep(0, 1.2), "error", "TypeError: gtag is not a function\n  at shop.js:3", null)],
                    }
                )
                .Finding();

            finding
                .LikelyCause.Should()
                .Be("No destination saw it, and the page reported an error meanwhile: 'TypeError: gtag is not a function'.");
        }

        [Test]
        public void A_double_with_both_senders_side_by_side()
        {
            var finding = Walk()
                .Fires("add_to_cart", request: request =>
                    request with
                    {
                        Initiator = [new("https://shop.example/js/shop.js", 10, 5, "addToCart")],
                    }
                )
                .Fires("add_to_cart", request: request =>
                    request with
                    {
                        Initiator = [new("https://www.googletagmanager.com/gtm.js?id=GTM-1", 3, 900, null)],
                    }
                )
                .Finding();

            finding
                .LikelyCause.Should()
                .Be(
                    "Different code sent it: request 1 by shop.example/js/shop.js:10:5 (addToCart) "
                        + "and request 2 by a tag of the tag manager GTM-1 (www.googletagmanager.com/gtm.js:3:900)."
                );
        }

        [Test]
        public void A_double_that_the_data_layer_caused()
        {
            var findings = Walk()
                .At(Any.Ga4, Any.DataLayer)
                .With(Any.Conversion("add_to_cart", "ga4", "data layer"))
                .Fires("add_to_cart", at: Any.DataLayer)
                .Fires("add_to_cart", second: 1.2)
                .Fires("add_to_cart", second: 1.3, at: Any.DataLayer)
                .Fires("add_to_cart", second: 1.4)
                .Judge()
                .Findings.ToList();

            findings.Should().OnlyContain(finding => finding.Kind == FindingKind.Duplicate).And.HaveCount(2);
            findings[0].LikelyCause.Should().Be("The page pushed it to its data layer twice: request 1 and request 3.");
        }

        [Test]
        public void A_double_beside_the_data_layer()
        {
            var finding = Walk()
                .At(Any.Ga4, Any.DataLayer)
                .With(Any.Conversion("add_to_cart", "ga4", "data layer"))
                .Fires("add_to_cart", at: Any.DataLayer)
                .Fires("add_to_cart", second: 1.2)
                .Fires("add_to_cart", second: 1.4)
                .Finding();

            finding
                .LikelyCause.Should()
                .Be(
                    "The data layer holds only one push (request 1), so something beside the data layer "
                        + "sends it too: request 2 and request 3."
                );
        }
    }
}
