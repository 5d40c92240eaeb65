using FluentAssertions;
using MicroConvQA.Configuration;
using MicroConvQA.Decoding;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Judging;
using MicroConvQA.Recording;
using MicroConvQA.Reporting;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging;

public static class JourneyJudgeSpecs
{
    private const string Cart = "Put it into the cart";

    private static JudgedWalk Walk() => new JudgedWalk().Step(Cart, Any.Expectation());

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
            finding.Message.Should().Be("add_to_cart at Google Analytics 4: expected exactly once, never fired in step 'Put it into the cart'.");
            finding.Expected.Should().Be("'add_to_cart' exactly once");
            finding.Found.Should().Be("no hit; in this step Google Analytics 4 was sent page_view");
            finding.LikelyCause.Should().Be("No destination saw it, so that the page's code did not notice the shopper's action.");
            finding.NextMove.Should().Be("Do the step by hand and watch the data layer: Any trigger must cause it.");
        }

        [Test]
        public void An_event_that_fired_twice_is_a_duplicate()
        {
            var finding = Walk().Fires("add_to_cart").Fires("add_to_cart", second: 1.5).Finding();

            finding.Kind.Should().Be(FindingKind.Duplicate);
            finding.Message.Should().Be("add_to_cart at Google Analytics 4: expected exactly once, fired twice in step 'Put it into the cart'.");
            finding.Found.Should().Be("2 hits: request 1 at 11.1 s and request 2 at 11.5 s");
            finding.Requests.Should().Equal(1, 2);
            finding.NextMove.Should().Be("Remove one of the senders, or say 'times: 2' at journeys/any.yaml:20 if the shop means it.");
        }

        [Test]
        public void One_destination_may_miss_what_another_got()
        {
            var finding = Walk().At(Any.Ga4, Any.Mixpanel).With(Any.Conversion("add_to_cart", "ga4", "mixpanel"))
                .Fires("add_to_cart", at: Any.Ga4).Finding();

            finding.Destination.Should().Be("mixpanel");
            finding.LikelyCause.Should().Be(
                "It reached Google Analytics 4, so that the shopper's action was noticed and only the way to Mixpanel is broken.");
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
            var verdict = Walk().Fires("add_to_cart", hit: hit => hit with { EventId = "e-1" })
                .Fires("add_to_cart", second: 2, hit: hit => hit with { EventId = "e-1" }).Judge();

            verdict.Status.Should().Be(VerdictStatus.Passed);
        }

        [Test]
        public void The_same_bytes_after_an_error_are_a_retry()
        {
            var verdict = Walk()
                .Fires("add_to_cart", request: request => request with { Status = 503, Body = [1] })
                .Fires("add_to_cart", second: 2, request: request => request with { Body = [1] }).Judge();

            verdict.Status.Should().Be(VerdictStatus.Passed);
        }

        [Test]
        public void Companions_and_state_are_never_counted()
        {
            var verdict = Walk().Fires("add_to_cart")
                .Fires("add_to_cart", hit: hit => hit with { Role = HitRole.Companion })
                .Fires("add_to_cart", hit: hit => hit with { Role = HitRole.State }).Judge();

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
                .Fires("purchase", step: 1, second: 8, parameters: new { transaction_id = "T-1" }).Finding();

            finding.Kind.Should().Be(FindingKind.Duplicate);
            finding.Message.Should().Be(
                "purchase at Google Analytics 4: expected exactly once, fired twice: in step 'Pay' and in step 'Reload the confirmation'.");
        }

        [Test]
        public void Other_content_in_a_later_step_is_unexpected()
        {
            var finding = new JudgedWalk()
                .With(Any.Conversion("view_item") with { Parameters = [Any.Parameter("id")] })
                .Step("Look at the arc lamp", Any.Expectation("view_item"))
                .Step("Look at the desk lamp")
                .Fires("view_item", parameters: new { id = "ARC" })
                .Fires("view_item", step: 1, second: 8, parameters: new { id = "DESK" }).Finding();

            finding.Kind.Should().Be(FindingKind.Unexpected);
            finding.Message.Should().Be("view_item at Google Analytics 4: fired once in step 'Look at the desk lamp', which does not expect it.");
        }
    }

    public sealed class Causes
    {
        [Test]
        public void A_hit_that_never_left_the_browser()
        {
            var finding = Walk().Fires("add_to_cart", request: request =>
                request with { Fate = RequestFate.NotDelivered, Remark = "net::ERR_ABORTED." }).Finding();

            finding.Kind.Should().Be(FindingKind.Missing);
            finding.LikelyCause.Should().Be("It was tried but never left the browser (request 1: net::ERR_ABORTED).");
        }

        [Test]
        public void A_hit_at_another_account()
        {
            var finding = Walk().Fires("add_to_cart", hit: hit => hit with { Account = "G-STAGING" }).Finding();

            finding.LikelyCause.Should().Be("It went to the account G-STAGING instead of G-SHOP (request 1).");
            finding.NextMove.Should().Be(
                "Put the account of this environment into the tag, or correct the account of 'ga4' in playwright.config.json.");
        }

        [TestCase("addToCart")]
        [TestCase("add_to_card")]
        [TestCase("ad_to_cart")]
        public void A_hit_of_nearly_that_name(string name) =>
            Walk().Fires(name).Finding().LikelyCause.Should().Be(
                $"An event named '{name}' was sent instead (request 1); its name is expected to be 'add_to_cart'.");

        [Test]
        public void A_push_that_no_tag_listened_to()
        {
            var finding = Walk().At(Any.Ga4, Any.DataLayer).With(Any.Conversion("add_to_cart", "ga4", "data layer"))
                .Fires("add_to_cart", at: Any.DataLayer, request: request => request with
                {
                    Initiator = [new("http://127.0.0.1:5000/js/shop.js", 10, 5, "addToCart")],
                }).Finding();

            finding.LikelyCause.Should().Be("The page pushed it to its data layer (request 1 by /js/shop.js:10:5 (addToCart)), "
                + "but nothing was sent on to Google Analytics 4.");
        }

        [TestCase(100, "The page pushed it to its data layer (request 1) and was left 0.1 s later, before anything was sent on to Google Analytics 4.")]
        [TestCase(20, "The page pushed it to its data layer (request 1) and was left 20 ms later, before anything was sent on to Google Analytics 4.")]
        [TestCase(1000, "The page pushed it to its data layer (request 1), but nothing was sent on to Google Analytics 4.")]
        public void A_page_that_was_left_right_after_its_push(int milliseconds, string cause) =>
            Walk().At(Any.Ga4, Any.DataLayer).With(Any.Conversion("add_to_cart", "ga4", "data layer"))
                .Fires("add_to_cart", at: Any.DataLayer, request: request => request with { Visit = 1 })
                .Recorded(recording => recording with { Visits = [LeftAfter(recording.Requests[0], milliseconds)] })
                .Finding().LikelyCause.Should().Be(cause);

        private static PageVisit LeftAfter(CapturedRequest push, int milliseconds) =>
            new() { Number = 1, Tab = 1, Url = "https://shop.example/", From = TimeSpan.Zero, To = push.At + TimeSpan.FromMilliseconds(milliseconds), StepIndex = 0 };

        [Test]
        public void An_error_on_the_page()
        {
            var finding = Walk().Recorded(recording => recording with
            {
                Console = [new(Any.InStep(0, 1.2), "error", "TypeError: gtag is not a function\n  at shop.js:3", null)],
            }).Finding();

            finding.LikelyCause.Should().Be(
                "No destination saw it, and the page reported an error meanwhile: 'TypeError: gtag is not a function'.");
        }

        [Test]
        public void A_double_with_both_senders_side_by_side()
        {
            var finding = Walk()
                .Fires("add_to_cart", request: request => request with { Initiator = [new("https://shop.example/js/shop.js", 10, 5, "addToCart")] })
                .Fires("add_to_cart", request: request => request with
                {
                    Initiator = [new("https://www.googletagmanager.com/gtm.js?id=GTM-1", 3, 900, null)],
                }).Finding();

            finding.LikelyCause.Should().Be("Different code sent it: request 1 by shop.example/js/shop.js:10:5 (addToCart) "
                + "and request 2 by a tag of the tag manager GTM-1 (www.googletagmanager.com/gtm.js:3:900).");
        }

        [Test]
        public void A_double_that_the_data_layer_caused()
        {
            var findings = Walk().At(Any.Ga4, Any.DataLayer).With(Any.Conversion("add_to_cart", "ga4", "data layer"))
                .Fires("add_to_cart", at: Any.DataLayer).Fires("add_to_cart", second: 1.2)
                .Fires("add_to_cart", second: 1.3, at: Any.DataLayer).Fires("add_to_cart", second: 1.4)
                .Judge().Findings.ToList();

            findings.Should().OnlyContain(finding => finding.Kind == FindingKind.Duplicate).And.HaveCount(2);
            findings[0].LikelyCause.Should().Be("The page pushed it to its data layer twice: request 1 and request 3.");
        }

        [Test]
        public void A_double_beside_the_data_layer()
        {
            var finding = Walk().At(Any.Ga4, Any.DataLayer).With(Any.Conversion("add_to_cart", "ga4", "data layer"))
                .Fires("add_to_cart", at: Any.DataLayer).Fires("add_to_cart", second: 1.2).Fires("add_to_cart", second: 1.4)
                .Finding();

            finding.LikelyCause.Should().Be("The data layer holds only one push (request 1), so that something beside the data layer "
                + "sends it too: request 2 and request 3.");
        }
    }

    public sealed class SharedNames
    {
        private static MicroConvQA.Dictionary.Conversion Told(string name, string value) => Any.Conversion(name) with
        {
            At = new Dictionary<string, MicroConvQA.Dictionary.DestinationEvent>
            {
                ["ga4"] = new() { Event = "action", Where = new Dictionary<string, Newtonsoft.Json.Linq.JToken> { ["detail.name"] = value } },
            },
        };

        private static JudgedWalk TwoOfOneName() => new JudgedWalk()
            .With(Told("begin_checkout", "begin"), Told("purchase", "pay"))
            .Step("Pay", Any.Expectation("begin_checkout"), Any.Expectation("purchase"));

        [Test]
        public void Conversions_of_one_event_name_are_told_by_a_value() =>
            TwoOfOneName()
                .Fires("action", parameters: new { detail = new { name = "pay" } })
                .Fires("action", parameters: new { detail = new { name = "begin" } })
                .Judge().Status.Should().Be(VerdictStatus.Passed);

        [Test]
        public void One_of_them_is_never_taken_for_the_other()
        {
            var findings = TwoOfOneName()
                .Fires("action", parameters: new { detail = new { name = "pay" } })
                .Fires("action", parameters: new { detail = new { name = "pay" } })
                .Judge().Findings;

            findings.Select(finding => (finding.Kind, finding.Conversion)).Should().Equal(
                (FindingKind.Missing, "begin_checkout"), (FindingKind.Duplicate, "purchase"));
        }

        [Test]
        public void An_event_with_another_value_is_named()
        {
            var finding = TwoOfOneName()
                .Fires("action", parameters: new { detail = new { name = "pay" } })
                .Fires("action", parameters: new { detail = new { name = "start" } })
                .Finding();

            finding.Kind.Should().Be(FindingKind.Missing);
            finding.LikelyCause.Should().Be("A 'action' was sent (request 2), but its detail.name is 'start' and not 'begin', "
                + "by which the dictionary tells it from others of that name.");
        }
    }

    public sealed class Parameters
    {
        private static readonly MicroConvQA.Dictionary.ParameterRule[] Money =
            [Any.Parameter("value", ParameterType.Money), Any.Parameter("currency", ParameterType.Currency)];

        private static JudgedWalk Priced(params (string, Condition)[] conditions) => new JudgedWalk()
            .With(Any.Conversion() with { Parameters = Money })
            .Step(Cart, Any.Expectation("add_to_cart", conditions));

        [Test]
        public void A_wrong_value_is_shown_with_what_it_must_be()
        {
            var finding = Priced(("currency", new EqualTo("EUR"))).Fires("add_to_cart", parameters: new { value = 129.9, currency = "USD" }).Finding();

            finding.Kind.Should().Be(FindingKind.WrongParameter);
            finding.Message.Should().Be("add_to_cart at Google Analytics 4: currency must be 'EUR', but is 'USD' in step 'Put it into the cart'.");
            finding.Differences.Should().BeEquivalentTo(
            [
                new ParameterDifference("value", "be an amount of money (a number, not negative, at most two decimals)", "129.9", true),
                new ParameterDifference("currency", "be an ISO 4217 currency code in capitals and be 'EUR'", "'USD'", false),
            ]);
        }

        [Test]
        public void A_number_in_quotes_is_a_text()
        {
            var finding = Priced().Fires("add_to_cart", parameters: new { value = "129.90", currency = "EUR" }).Finding();

            finding.Kind.Should().Be(FindingKind.WrongParameter);
            finding.Message.Should().Be("add_to_cart at Google Analytics 4: value must be an amount of money (a number, not negative, "
                + "at most two decimals), but is '129.90' (a text) in step 'Put it into the cart'.");
            finding.LikelyCause.Should().Be("The number was sent as a text.");
        }

        [TestCase("1.299,00")]
        [TestCase("€ 1,299.00")]
        public void A_number_as_shown_is_named_as_such(string value) =>
            Priced().Fires("add_to_cart", parameters: new { value, currency = "EUR" }).Finding()
                .LikelyCause.Should().Be("The number was sent as it is shown to the shopper, not as a number.");

        [Test]
        public void A_required_parameter_that_was_not_sent_is_missing()
        {
            var finding = Priced().Fires("add_to_cart", parameters: new { Value = 129.9, currency = "EUR" }).Finding();

            finding.Kind.Should().Be(FindingKind.MissingParameter);
            finding.Message.Should().Be("add_to_cart at Google Analytics 4: the parameter value was not sent in step 'Put it into the cart'.");
            finding.Found.Should().Be("absent");
            finding.LikelyCause.Should().Be("It stands under another name: 'Value' is 129.9.");
        }

        [Test]
        public void A_parameter_that_a_destination_is_not_sent_is_not_judged_there()
        {
            var conversion = Any.Conversion() with
            {
                Parameters = Money,
                At = new Dictionary<string, MicroConvQA.Dictionary.DestinationEvent>
                {
                    ["ga4"] = new() { Event = "add_to_cart", NotSent = new HashSet<string> { "currency" } },
                },
            };

            new JudgedWalk().With(conversion).Step(Cart, Any.Expectation("add_to_cart", ("currency", new EqualTo("EUR"))))
                .Fires("add_to_cart", parameters: new { value = 1 }).Judge().Status.Should().Be(VerdictStatus.Passed);
        }

        [Test]
        public void A_value_changed_between_push_and_hit_is_named()
        {
            var finding = Priced(("currency", new EqualTo("EUR")))
                .At(Any.Ga4, Any.DataLayer)
                .With(Any.Conversion("add_to_cart", "ga4", "data layer") with { Parameters = Money })
                .Fires("add_to_cart", at: Any.DataLayer, parameters: new { value = 1, currency = "EUR" })
                .Fires("add_to_cart", second: 1.2, parameters: new { value = 1, currency = "USD" }).Finding();

            finding.LikelyCause.Should().Be(
                "The data-layer push that caused it (request 1) holds 'EUR': it was changed on the way to Google Analytics 4.");
        }

        [Test]
        public void A_variable_is_compared_by_its_value()
        {
            var finding = Priced(("value", new EqualTo("$price"))).Fires("add_to_cart", parameters: new { value = 12, currency = "EUR" })
                .Recorded(recording => recording with { Variables = JudgedWalk.Variables(("price", 129.9)) }).Finding();

            finding.Message.Should().Be("add_to_cart at Google Analytics 4: value must be 129.9 ($price), but is 12 in step 'Put it into the cart'.");
        }

        [Test]
        public void A_variable_that_was_never_read_cannot_be_told()
        {
            var verdict = Priced(("value", new EqualTo("$price"))).Fires("add_to_cart", parameters: new { value = 12, currency = "EUR" }).Judge();

            verdict.Status.Should().Be(VerdictStatus.Broken);
            verdict.Findings.Should().BeEmpty();
            verdict.Expectations.Single().Reason.Should().Be("broken: value must be $price, which is not known, so that it cannot be told");
        }

        [Test]
        public void The_same_as_at_another_destination_is_judged_by_the_paired_hit()
        {
            var walk = new JudgedWalk().At(Any.Ga4, Any.Mixpanel)
                .With(Any.Conversion("purchase", "ga4", "mixpanel") with { Parameters = [Any.Parameter("value")] })
                .Step("Pay", Any.Expectation("purchase", ("value", new SameAs(null, "mixpanel"))))
                .Fires("purchase", parameters: new { value = 10 })
                .Fires("purchase", at: Any.Mixpanel, parameters: new { value = 11 });

            walk.Finding().Message.Should().Be(
                "purchase at Google Analytics 4: value must be 11 (the same as at mixpanel), but is 10 in step 'Pay'.");
        }
    }

    public sealed class EarlierVisits
    {
        [TestCase(Visitor.Returning, 0)]
        [TestCase(Visitor.New, 1)]
        public void What_an_SDK_had_kept_since_the_earlier_visit_is_not_counted(Visitor visitor, int duplicates)
        {
            var verdict = new JudgedWalk()
                .Journey(journey => journey with { Visitor = visitor })
                .Step("Look", Any.Expectation("add_to_cart"))
                .Batch(0, 1, hit => hit with { StatedTime = Any.StartedAt.AddDays(-1), EventId = "then" }, hit => hit with { EventId = "now" })
                .Judge();

            verdict.Findings.Select(finding => finding.Kind).Should().Equal(Enumerable.Repeat(FindingKind.Duplicate, duplicates));
        }
    }

    public sealed class Steps
    {
        [Test]
        public void What_the_opening_fires_came_too_early_for_the_click_of_the_first_step()
        {
            var finding = new JudgedWalk().Step(Cart, Any.Expectation())
                .Recorded(recording => recording with { Steps = [.. recording.Steps.Select(step => step with { FirstActedAt = Any.InStep(0, 0.5) })] })
                .Fires("add_to_cart", step: -1).Finding();

            finding.Kind.Should().Be(FindingKind.OutOfOrder);
            finding.NextMove.Should().EndWith("If the opening of the start page is to fire it, expect it in a first step without actions.");
        }

        [Test]
        public void An_event_of_an_earlier_step_came_too_early()
        {
            var finding = new JudgedWalk().Step("Look").Step(Cart, Any.Expectation()).Fires("add_to_cart", step: 0).Finding();

            finding.Kind.Should().Be(FindingKind.OutOfOrder);
            finding.Message.Should().Be("add_to_cart at Google Analytics 4: fired in step 'Look', earlier than step 'Put it into the cart' that must cause it.");
        }

        [Test]
        public void What_the_start_page_fires_may_be_what_the_first_step_expects() =>
            Walk().Fires("add_to_cart", step: -1, second: 2).Judge().Status.Should().Be(VerdictStatus.Passed);

        [Test]
        public void An_event_created_too_long_after_its_step_is_late()
        {
            var finding = Walk().Step("Wait")
                .Fires("add_to_cart", step: 1, second: 9.5, hit: hit => hit with { StatedTime = Any.StartedAt + Any.InStep(1, 9.5) }).Finding();

            finding.Kind.Should().Be(FindingKind.Late);
            finding.Message.Should().Be("add_to_cart at Google Analytics 4: fired 18.5 s after the actions of step 'Put it into the cart' "
                + "were done; 5 s are allowed.");
        }

        [Test]
        public void An_event_sent_later_than_it_was_created_is_in_time()
        {
            var verdict = Walk().Step("Wait")
                .Fires("add_to_cart", step: 1, second: 9.5, hit: hit => hit with { StatedTime = Any.StartedAt + Any.InStep(0, 1.1) }).Judge();

            verdict.Status.Should().Be(VerdictStatus.Passed);
        }

        [Test]
        public void Each_of_two_steps_takes_its_own_hit()
        {
            var verdict = Walk().Step("Once more", Any.Expectation())
                .Fires("add_to_cart", step: 0).Fires("add_to_cart", step: 1).Judge();

            verdict.Expectations.Select(expectation => expectation.Destinations[0].Hits.Single().Request.Number).Should().Equal(1, 2);
            verdict.Status.Should().Be(VerdictStatus.Passed);
        }

        [Test]
        public void A_double_in_one_step_does_not_hide_a_miss_in_another()
        {
            var verdict = Walk().Step("Once more", Any.Expectation())
                .Fires("add_to_cart", second: 1.1).Fires("add_to_cart", second: 1.2).Judge();

            verdict.Findings.Select(finding => (finding.Kind, finding.StepIndex)).Should().Equal(
                (FindingKind.Duplicate, 0), (FindingKind.Missing, 1));
        }

        [Test]
        public void A_journey_in_order_refuses_hits_in_another()
        {
            var walk = new JudgedWalk().With(Any.Conversion("begin_checkout"), Any.Conversion("purchase"))
                .Step("Check out", Any.Expectation("begin_checkout")).Step("Pay", Any.Expectation("purchase"))
                .Fires("purchase", step: 1, second: 0.5)
                .Fires("begin_checkout", step: 1, second: 4, hit: hit => hit with { StatedTime = Any.StartedAt + Any.InStep(1, 2) + TimeSpan.FromMilliseconds(1) })
                .Recorded(recording => recording with { Steps = [recording.Steps[0] with { ActedAt = Any.InStep(0, 9) }, recording.Steps[1]] });

            walk.Judge().Status.Should().Be(VerdictStatus.Passed);
            walk.Journey(journey => journey with { Ordered = true }).Finding().Message.Should().Be(
                "purchase at Google Analytics 4: fired before begin_checkout, though the journey's order asks for it afterwards.");
        }
    }

    public sealed class Strays
    {
        [Test]
        public void A_conversion_that_nobody_expects_is_unexpected()
        {
            var finding = new JudgedWalk().Step("Look").Fires("add_to_cart").Finding();

            finding.Kind.Should().Be(FindingKind.Unexpected);
            finding.Message.Should().Be("add_to_cart at Google Analytics 4: fired once in step 'Look', though no step of the journey expects it.");
            finding.NextMove.Should().Be(
                "If the shopper's action should count, add 'add_to_cart' to 'expect' at journeys/any.yaml:18; if not, correct its trigger.");
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
            walk.Journey(journey => journey with { Strict = true }).Finding().Message.Should().Be("scroll at Google Analytics 4: fired once "
                + "in step 'Put it into the cart', and the journey is strict: the dictionary does not know this event here.");
        }

        [Test]
        public void Never_is_kept_until_a_later_step_expects_it()
        {
            var walk = new JudgedWalk().With(Any.Conversion("purchase"))
                .Step(Any.Step("Fill in the address") with { Never = ["purchase"] })
                .Step("Choose the delivery")
                .Step("Pay", Any.Expectation("purchase"))
                .Fires("purchase", step: 2);

            walk.Judge().Status.Should().Be(VerdictStatus.Passed);
            var finding = walk.Fires("purchase", step: 1).Finding();
            finding.Kind.Should().Be(FindingKind.Forbidden);
            finding.Message.Should().Be("purchase at Google Analytics 4: fired once in step 'Choose the delivery', "
                + "though step 'Fill in the address' says that it must never fire.");
        }

        [Test]
        public void Never_ends_where_the_conversion_is_expected()
        {
            var finding = new JudgedWalk().With(Any.Conversion("purchase"))
                .Step(Any.Step("Fill in the address") with { Never = ["purchase"] })
                .Step("Pay", Any.Expectation("purchase"))
                .Fires("purchase", step: 1, second: 8).Fires("purchase", step: 1, second: 8.2).Finding();

            finding.Kind.Should().Be(FindingKind.Duplicate);
        }

        [Test]
        public void Only_forbids_the_other_destinations()
        {
            var finding = new JudgedWalk().At(Any.Ga4, Any.Mixpanel).With(Any.Conversion("add_to_cart", "ga4", "mixpanel"))
                .Step(Cart, Any.Expectation() with { Only = ["ga4"] })
                .Fires("add_to_cart", at: Any.Ga4).Fires("add_to_cart", at: Any.Mixpanel).Finding();

            finding.Kind.Should().Be(FindingKind.Forbidden);
            finding.Message.Should().Be(
                "add_to_cart at Mixpanel: fired once in step 'Put it into the cart', though the journey expects it only at Google Analytics 4.");
        }

        [Test]
        public void A_request_that_cannot_be_read_is_unknown_and_never_passed()
        {
            var verdict = Walk().Fires("add_to_cart").Garbles().Judge();

            verdict.Status.Should().Be(VerdictStatus.Broken);
            verdict.Findings.Single().Message.Should().Be(
                "Google Analytics 4: request 2 in step 'Put it into the cart' could not be read, so that what it carried is unknown.");
        }

        [Test]
        public void What_may_stand_in_an_unread_request_is_not_called_missing()
        {
            var verdict = Walk().Garbles().Judge();

            verdict.Status.Should().Be(VerdictStatus.Broken);
            verdict.Expectations.Single().Findings.Single().Message.Should().Be("add_to_cart at Google Analytics 4: whether it fired cannot be told, "
                + "because request 1 in step 'Put it into the cart' could not be read.");
        }

        [Test]
        public void An_unread_request_of_a_vendor_nobody_asked_for_is_a_warning()
        {
            var verdict = Walk().Fires("add_to_cart").Garbles(vendor: "hotjar").Judge();

            verdict.Status.Should().Be(VerdictStatus.Passed);
            verdict.Warnings.Should().Equal("Request 2 (hotjar) could not be read: The body is encrypted.");
        }
    }

    public sealed class BrokenWalks
    {
        private static JourneyRecording Broken(JourneyRecording recording) => recording with
        {
            Steps =
            [
                recording.Steps[0],
                recording.Steps[1] with { State = StepState.Broken, ActedAt = null, FinishedAt = null },
                recording.Steps[2] with { State = StepState.NotReached, StartedAt = null, ActedAt = null, FinishedAt = null },
            ],
            Breakage = new()
            {
                StepIndex = 1,
                Place = new("journeys/a.yaml", 31, 9),
                Action = "click: Add to cart",
                Reason = "No control of that name is visible.",
            },
        };

        private static JudgedWalk ThreeSteps() => new JudgedWalk()
            .With(Any.Conversion("view_item"), Any.Conversion(), Any.Conversion("purchase"))
            .Step("Look", Any.Expectation("view_item")).Step(Cart, Any.Expectation()).Step("Pay", Any.Expectation("purchase"))
            .Recorded(Broken);

        [Test]
        public void Steps_not_reached_are_broken_and_never_missing()
        {
            var verdict = ThreeSteps().Fires("view_item").Judge();

            verdict.Status.Should().Be(VerdictStatus.Broken);
            verdict.Findings.Should().BeEmpty();
            verdict.Expectations.Select(expectation => expectation.Status)
                .Should().Equal(VerdictStatus.Passed, VerdictStatus.Broken, VerdictStatus.Broken);
            verdict.Expectations[1].Reason.Should().Be("broken: nothing fired before step 'Put it into the cart' (journeys/a.yaml:31) "
                + "could not do 'click: Add to cart': No control of that name is visible.");
            verdict.Expectations[2].Reason.Should().Be("broken: not reached, because step 'Put it into the cart' (journeys/a.yaml:31) "
                + "could not do 'click: Add to cart': No control of that name is visible.");
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

        [Test]
        public void What_nobody_expected_still_counts() =>
            ThreeSteps().Fires("view_item").Fires("purchase", step: 1).Finding().Kind.Should().Be(FindingKind.Unexpected);
    }

    public sealed class Consent
    {
        private static JudgedWalk Asked(string preset, double answeredAt = 5) => new JudgedWalk()
            .At(Any.Ga4, Any.Mixpanel).With(Any.Conversion("add_to_cart", "ga4", "mixpanel"))
            .Step(Cart, Any.Expectation())
            .Recorded(recording => recording with
            {
                Walk = Any.WalkLabel(preset),
                ConsentAnswers = preset == "none" ? [] : [new(TimeSpan.FromSeconds(answeredAt), preset)],
            });

        [Test]
        public void What_the_preset_does_not_allow_becomes_never()
        {
            var verdict = Asked("denied").Fires("add_to_cart", at: Any.Ga4).Judge();

            verdict.Status.Should().Be(VerdictStatus.Passed);
            verdict.Expectations.Single().Destinations[1].Expected.Should().Be(
                "nothing, because consent 'denied' does not grant analytics, which Mixpanel needs");
        }

        [Test]
        public void A_hit_against_consent_is_a_finding_of_its_expectation()
        {
            var verdict = Asked("denied").Fires("add_to_cart", at: Any.Ga4).Fires("add_to_cart", at: Any.Mixpanel).Judge();

            var finding = verdict.Expectations.Single().Destinations[1].Findings.Single();
            finding.Kind.Should().Be(FindingKind.AgainstConsent);
            finding.Message.Should().Be("add_to_cart at Mixpanel: sent once in step 'Put it into the cart', "
                + "though consent 'denied' does not grant analytics, which Mixpanel needs.");
            verdict.StrayFindings.Should().BeEmpty();
        }

        [Test]
        public void Whatever_is_sent_before_the_answer_is_before_consent()
        {
            var finding = Asked("granted").Fires("add_to_cart", at: Any.Ga4).Fires("add_to_cart", at: Any.Mixpanel)
                .Fires("identify", step: -1, second: 2, at: Any.Mixpanel, hit: hit => hit with { Role = HitRole.State }).Finding();

            finding.Kind.Should().Be(FindingKind.BeforeConsent);
            finding.Message.Should().Be("identify at Mixpanel: sent once before the first step, before the consent question was answered; "
                + "Mixpanel needs consent to analytics.");
        }

        [Test]
        public void What_is_sent_after_the_answer_and_before_the_first_step_is_allowed() =>
            Asked("granted", answeredAt: 1).Fires("add_to_cart", at: Any.Ga4).Fires("add_to_cart", at: Any.Mixpanel)
                .Fires("identify", step: -1, second: 2, at: Any.Mixpanel, hit: hit => hit with { Role = HitRole.State })
                .Judge().Status.Should().Be(VerdictStatus.Passed);

        [Test]
        public void An_unanswered_question_allows_nothing() =>
            Asked("none").Fires("add_to_cart", at: Any.Ga4).Fires("add_to_cart", at: Any.Mixpanel).Finding()
                .Kind.Should().Be(FindingKind.BeforeConsent);

        [Test]
        public void Consent_withdrawn_midway_is_judged_by_the_time_of_sending()
        {
            var walk = Asked("granted").Step("Withdraw", Any.Expectation())
                .Recorded(recording => recording with { ConsentAnswers = [.. recording.ConsentAnswers, new(Any.InStep(1, 0.5), "denied")] })
                .Fires("add_to_cart", at: Any.Ga4).Fires("add_to_cart", at: Any.Mixpanel).Fires("add_to_cart", step: 1, at: Any.Ga4);

            walk.Judge().Status.Should().Be(VerdictStatus.Passed);
            walk.Fires("add_to_cart", step: 1, at: Any.Mixpanel).Finding().Kind.Should().Be(FindingKind.AgainstConsent);
        }

        [Test]
        public void A_step_that_changes_the_consent_is_expected_by_the_one_at_its_end() =>
            Asked("granted").Recorded(recording => recording with { ConsentAnswers = [.. recording.ConsentAnswers, new(Any.InStep(0, 3), "denied")] })
                .Fires("add_to_cart", second: 4, at: Any.Ga4)
                .Judge().Expectations.Single().Destinations[1].Expected.Should().StartWith("nothing, because consent 'denied'");

        [TestCase(3.1, false)]
        [TestCase(3.6, true)]
        public void What_was_on_its_way_when_the_consent_was_withdrawn_is_forgiven_and_what_came_later_is_not(double second, bool isFinding) =>
            Asked("granted").Recorded(recording => recording with { ConsentAnswers = [.. recording.ConsentAnswers, new(Any.InStep(0, 3), "denied")] })
                .Fires("add_to_cart", second: 4, at: Any.Ga4)
                .Fires("identify", second: second, at: Any.Mixpanel, hit: hit => hit with { Role = HitRole.State })
                .Judge().Findings.Any(finding => finding.Kind == FindingKind.AgainstConsent).Should().Be(isFinding);

        [Test]
        public void What_was_tried_and_never_sent_is_against_nobodys_consent() =>
            Asked("denied").Fires("add_to_cart", at: Any.Ga4)
                .Fires("identify", at: Any.Mixpanel, hit: hit => hit with { Role = HitRole.State }, request: request => request with { Fate = RequestFate.NotDelivered })
                .Judge().Status.Should().Be(VerdictStatus.Passed);

        [Test]
        public void One_event_before_the_answer_and_against_it_is_two_findings_however_often_it_was_sent() =>
            Asked("denied").Fires("add_to_cart", at: Any.Ga4)
                .Fires("identify", step: -1, second: 1, at: Any.Mixpanel, hit: hit => hit with { Role = HitRole.State })
                .Fires("identify", step: -1, second: 2, at: Any.Mixpanel, hit: hit => hit with { Role = HitRole.State })
                .Fires("identify", second: 2, at: Any.Mixpanel, hit: hit => hit with { Role = HitRole.State })
                .Judge().Findings.Select(finding => finding.Kind).Should().BeEquivalentTo([FindingKind.BeforeConsent, FindingKind.AgainstConsent]);

        [TestCase("granted")]
        [TestCase("none")]
        public void What_the_opening_did_not_answer_holds_from_the_start(string preset)
        {
            var withdrawn = Asked(preset).Recorded(recording => recording with { ConsentAnswers = [new(Any.InStep(0, 5), "denied")] })
                .Fires("identify", step: -1, second: 2, at: Any.Mixpanel, hit: hit => hit with { Role = HitRole.State });

            withdrawn.Judge().Findings.Any(finding => finding.Kind == FindingKind.BeforeConsent).Should().Be(preset == "none");
        }

        private static readonly Destination Signalled = Any.Ga4 with { Needs = Need.ConsentMode };

        private static JudgedWalk WithSignal(string preset, ConsentSignal? signal) => new JudgedWalk().At(Signalled)
            .Step(Cart, Any.Expectation())
            .Recorded(recording => recording with { Walk = Any.WalkLabel(preset), ConsentAnswers = [new(TimeSpan.FromSeconds(1), preset)] })
            .Fires("add_to_cart", hit: hit => hit with { Consent = signal });

        [Test]
        public void A_signal_that_agrees_passes() =>
            WithSignal("denied", new() { AdStorage = false, AnalyticsStorage = false, Raw = "gcs=G100" }).Judge().Status.Should().Be(VerdictStatus.Passed);

        [Test]
        public void A_signal_that_disagrees_is_a_finding()
        {
            var finding = WithSignal("denied", new() { AdStorage = false, AnalyticsStorage = true, Raw = "gcs=G101" }).Finding();

            finding.Kind.Should().Be(FindingKind.AgainstConsent);
            finding.Message.Should().Be("add_to_cart at Google Analytics 4: the hit says that analytics_storage is granted, "
                + "though consent 'denied' does not grant it in step 'Put it into the cart'.");
            finding.Found.Should().Be("1 hit with gcs=G101");
        }

        [TestCase("analytics_storage")]
        [TestCase("ad_storage")]
        [TestCase("ad_user_data")]
        [TestCase("ad_personalization")]
        public void Each_of_the_four_purposes_is_held_against_the_consent(string purpose)
        {
            var signal = new ConsentSignal
            {
                AnalyticsStorage = purpose == "analytics_storage",
                AdStorage = purpose == "ad_storage",
                AdUserData = purpose == "ad_user_data",
                AdPersonalization = purpose == "ad_personalization",
                Raw = "gcd",
            };

            WithSignal("denied", signal).Finding().Message.Should().Contain($"the hit says that {purpose} is granted, though consent 'denied' does not grant it");
        }

        [TestCase("none", FindingKind.BeforeConsent)]
        [TestCase("denied", FindingKind.AgainstConsent)]
        public void A_wrong_signal_is_before_the_answer_or_against_it(string preset, FindingKind kind) =>
            WithSignal(preset, new() { AnalyticsStorage = true, Raw = "gcd" }).Finding().Kind.Should().Be(kind);

        [TestCase("denied", true, 't', true, null, "The default is wrong: it grants analytics_storage, and no update followed (letter 't' of gcd).")]
        [TestCase("denied", true, 'r', false, true, "The update is wrong: it grants analytics_storage (letter 'r' of gcd).")]
        [TestCase("granted", false, 'q', false, false, "The update is wrong: it denies analytics_storage (letter 'q' of gcd).")]
        [TestCase("granted", false, 'p', false, null,
            "The default denies analytics_storage, and no update has followed (letter 'p' of gcd): it did not reach the tag, or came after the event.")]
        public void The_letters_tell_whether_the_default_or_the_update_is_wrong(string preset, bool said, char letter, bool? byDefault, bool? update, string cause) =>
            WithSignal(preset, new() { AnalyticsStorage = said, History = [new("analytics_storage", letter, byDefault, update)], Raw = "gcd" }).Finding().LikelyCause.Should().Be(cause);

        [TestCase("npa", "ad_personalization", "denied", true)]
        [TestCase("gcs", "analytics_storage", "denied", true)]
        [TestCase("gcs", "ad_storage", "partial", true)]
        [TestCase("npa", "ad_personalization", "granted", false)]
        [TestCase("gcs", "analytics_storage", "partial", false)]
        public void A_field_beside_gcd_that_says_another_thing_is_held_against_the_consent_too(string field, string purpose, string preset, bool isFinding)
        {
            var signal = new ConsentSignal { AnalyticsStorage = preset != "denied", AdPersonalization = preset == "granted", Besides = [new(field, purpose, true)], Raw = "gcd" };

            var findings = WithSignal(preset, signal).Judge().Findings.ToList();

            findings.Select(finding => finding.Message).Should().Equal(isFinding
                ? [$"add_to_cart at Google Analytics 4: the hit says by {field} that {purpose} is granted, though consent '{preset}' does not grant it in step 'Put it into the cart'."]
                : []);
            findings.Select(finding => finding.LikelyCause).Should().Equal(isFinding
                ? [$"gcd of the same hit says the opposite. Google's tags write {field} and gcd from one state: another script writes the hit, or something changes it on its way."]
                : []);
        }

        [Test]
        public void What_was_held_against_which_consent_is_told()
        {
            var verdict = new JudgedWalk().At(Signalled, Any.Mixpanel with { Needs = Need.Ads }).With(Any.Conversion("add_to_cart", "ga4", "mixpanel"))
                .Step(Cart, Any.Expectation())
                .Recorded(recording => recording with
                {
                    Walk = Any.WalkLabel("partial"),
                    ConsentAnswers = [new(TimeSpan.FromSeconds(5), "partial")],
                    Stored = [new StorageLook { At = TimeSpan.FromSeconds(12), StepIndex = 0, Appeared = [new() { Kind = StorageKind.Cookie, Name = "_ga", Domain = ".shop.example" }] }],
                })
                .Fires("add_to_cart", at: Signalled, hit: hit => hit with { Consent = new() { AdStorage = false, AdUserData = false, AnalyticsStorage = true, Raw = "gcs=G101" } })
                .Judge();

            verdict.Status.Should().Be(VerdictStatus.Passed);
            ConsentText.Of(verdict).SelectMany(state => state.Destinations.Prepend(state.Consent)).Should().Equal(
                "consent 'none', which grants nothing",
                "Google Analytics 4 by consent mode: nothing came",
                "Mixpanel needs ads, which it does not grant: nothing came",
                "consent 'partial', which grants analytics",
                "Google Analytics 4 by consent mode: 1 hit, 1 name stored; said: analytics_storage granted; ad_storage and ad_user_data denied",
                "Mixpanel needs ads, which it does not grant: nothing came");
        }

        [Test]
        public void Where_nothing_needs_consent_nothing_is_held_against_it() =>
            new JudgedWalk().At(Any.Ga4).Step(Cart, Any.Expectation()).Fires("add_to_cart").Judge().Consent.Should().BeEmpty();

        [TestCase("500", "The update came 0.8 s after the hit had left with the default, whose wait_for_update is 500 ms.")]
        [TestCase(null, "The update came 0.8 s after the hit had left with the default, which names no wait_for_update.")]
        public void A_hit_that_did_not_wait_for_the_update_says_by_how_much_it_was_too_early(string? wait, string cause)
        {
            var layer = Any.Ga4 with { Name = "layer", Vendor = "datalayer", Account = null };
            Func<Hit, Hit> command = hit => hit with { Role = HitRole.State };

            var findings = WithSignal("granted", new() { AnalyticsStorage = false, History = [new("analytics_storage", 'p', false, null)], Raw = "gcd" }).At(Signalled, layer)
                .Fires("consent", second: 0.5, at: layer, hit: command, parameters: wait is null ? new { command = "default" } : new { command = "default", wait_for_update = wait })
                .Fires("consent", second: 1.9, at: layer, hit: command, parameters: new { command = "update" })
                .Judge().Findings;

            findings.Single(finding => finding.Kind == FindingKind.AgainstConsent).LikelyCause.Should().Be(cause);
        }

        [Test]
        public void A_hit_without_a_signal_is_a_finding() =>
            WithSignal("granted", null).Finding().Message.Should().Be("add_to_cart at Google Analytics 4: "
                + "the hit does not say which consent is in force in step 'Put it into the cart'.");

        [TestCase(9.8, VerdictStatus.Passed)]
        [TestCase(10.9, VerdictStatus.Failed)]
        public void An_update_takes_a_moment_but_a_page_that_was_opened_after_the_answer_knows_it(double opened, VerdictStatus status) =>
            new JudgedWalk().At(Signalled)
                .Step(Cart, Any.Expectation())
                .Recorded(recording => recording with
                {
                    Walk = Any.WalkLabel("none"),
                    ConsentAnswers = [new(TimeSpan.FromSeconds(10.6), "granted")],
                    Visits = [new PageVisit { Number = 1, Tab = 1, Url = "https://shop.example/", From = TimeSpan.FromSeconds(opened), StepIndex = 0 }],
                })
                .Fires(
                    "add_to_cart",
                    hit: hit => hit with { Consent = new() { AdStorage = false, AnalyticsStorage = false, Raw = "gcs=G100" } },
                    request: request => request with { Visit = 1, At = TimeSpan.FromSeconds(11.1) })
                .Judge().Status.Should().Be(status);

        [Test]
        public void A_signal_that_says_nothing_of_any_purpose_is_a_finding()
        {
            var finding = WithSignal("granted", new() { Raw = "gcs=G1-- gcd=13l3l3l3l1l1" }).Finding();

            finding.Message.Should().Be("add_to_cart at Google Analytics 4: the hit does not say which consent is in force in step 'Put it into the cart'.");
            finding.Found.Should().Be("1 hit with gcs=G1-- gcd=13l3l3l3l1l1");
            finding.LikelyCause.Should().Be("No consent default was set before the tag was configured.");
        }
    }
}
