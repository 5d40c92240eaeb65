using FluentAssertions;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Journeys.Locators;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Again;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Planning;
using MicroConvQA.Source;
using MicroConvQA.Specs.Recording.Har;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging.Again;

internal static class HarJudgeSpecs
{
    private const string Collect =
        "https://www.google-analytics.com/g/collect?v=2&tid=G-SHOP&_p=1&cid=1.1&sid=1&_s=1&dl=https%3A%2F%2Fshop.example%2F";

    public sealed class Judging
    {
        [Test]
        public void What_fired_once_anywhere_passes_in_the_steps_of_the_journey()
        {
            var judged = Judge(Journey(), Hit(1, "view_item"), Hit(2, "add_to_cart"), Hit(3, "view_item"));

            judged.Verdict.Findings.Should().BeEmpty();
            judged.Verdict.Status.Should().Be(VerdictStatus.Passed);
            judged
                .Verdict.Expectations.Select(one => (one.StepIndex, one.StepTitle, one.Expectation.Conversion, one.Ordinal))
                .Should()
                .Equal(
                    (0, "Look at the lamp", "view_item", 1),
                    (1, "Put it into the cart", "add_to_cart", 1),
                    (2, "Look again", "view_item", 1)
                );
        }

        [Test]
        public void What_is_missing_is_missing_in_the_whole_recording() =>
            Judge(Journey(), Hit(1, "view_item"), Hit(3, "view_item"))
                .Verdict.Findings.Select(finding => finding.Message)
                .Should()
                .Equal("add_to_cart at Google Analytics 4: expected exactly once, never fired in the whole recording.");

        [Test]
        public void What_fired_too_often_is_a_duplicate() =>
            Judge(Journey(), Hit(1, "view_item"), Hit(2, "add_to_cart"), Hit(2.1, "add_to_cart"), Hit(3, "view_item"))
                .Verdict.Findings.Select(finding => finding.Message)
                .Should()
                .Equal("add_to_cart at Google Analytics 4: expected exactly once, fired twice in the whole recording.");

        [Test]
        public void What_no_step_expects_is_unexpected() =>
            Judge(Journey(), Hit(1, "view_item"), Hit(2, "add_to_cart"), Hit(3, "view_item"), Hit(4, "purchase"))
                .Verdict.Findings.Select(finding => (finding.Message, finding.Found))
                .Should()
                .Equal(
                    (
                        "purchase at Google Analytics 4: fired once in the whole recording, though no step of the journey expects it.",
                        "1 hit (request 4)"
                    )
                );

        [Test]
        public void What_must_never_fire_and_no_step_expects_is_forbidden() =>
            Judge(Never("purchase"), Hit(1, "view_item"), Hit(2, "add_to_cart"), Hit(3, "view_item"), Hit(4, "purchase"))
                .Verdict.Findings.Single()
                .Kind.Should()
                .Be(FindingKind.Forbidden);

        [Test]
        public void What_another_step_may_fire_never_raises_a_count() =>
            Judge(Allowing("view_item"), Hit(1, "view_item"), Hit(2, "view_item"), Hit(3, "view_item"))
                .Verdict.Findings.Select(finding => finding.Message)
                .Should()
                .Equal("view_item at Google Analytics 4: expected exactly once, fired 3 times in the whole recording.");

        [Test]
        public void What_no_step_expects_may_fire_as_often_as_it_likes() =>
            Judge(Allowing("add_to_cart"), Hit(1, "view_item"), Hit(2, "add_to_cart"), Hit(3, "add_to_cart"))
                .Verdict.Status.Should()
                .Be(VerdictStatus.Passed);

        [Test]
        public void What_another_step_may_fire_is_named_among_what_a_HAR_cannot_tell() =>
            Judge(Allowing("view_item"), Hit(1, "view_item"))
                .NotJudged.Should()
                .Contain(
                    "That 'view_item' may fire in step 'Look around', because another step expects it: what repeats a counted hit is a duplicate, and of any other hit nobody can tell of which step it is."
                );

        [Test]
        public void Whether_another_product_is_what_another_step_may_fire_cannot_be_told()
        {
            var workspace = Workspace(Allowing("view_item"), Any.Ga4);
            workspace = workspace with
            {
                Dictionary = Any.Dictionary(Any.Conversion("view_item") with { Parameters = [Any.Parameter("item_id")] }),
            };

            var verdict = Judge(workspace, "granted", Hit(1, "view_item&ep.item_id=A"), Hit(2, "view_item&ep.item_id=B")).Verdict;

            verdict.Status.Should().Be(VerdictStatus.Broken);
            verdict.Findings.Should().BeEmpty();
            verdict
                .Expectations.Single()
                .Reason.Should()
                .Be(
                    "broken: 'view_item' fired once more with other content (request 2); another step may fire it, and of which step it is cannot be told"
                );
        }

        [Test]
        public void A_request_whose_body_is_not_in_the_HAR_is_unknown_and_not_missing()
        {
            var unread = HarSample
                .Entry(2, "https://www.google-analytics.com/g/collect?v=2&tid=G-SHOP&_p=1&cid=1.1")
                .WithHeader("content-length", "387");

            var verdict = Judge(Journey(), Hit(1, "view_item"), unread, Hit(3, "view_item")).Verdict;

            (verdict.Status, verdict.Expectations[1].Findings.Single().Kind).Should().Be((VerdictStatus.Broken, FindingKind.Undecodable));
        }

        [Test]
        public void What_was_read_from_the_page_cannot_be_told()
        {
            var journey = Any.Journey(Any.Step("Look at the lamp", Any.Expectation("view_item", ("value", new EqualTo("$price")))));

            Judge(journey, HarSample.Entry(1, $"{Collect}&en=view_item&epn.value=349"))
                .Verdict.Expectations.Single()
                .Reason.Should()
                .Be("broken: value must be $price, which is not known, so it cannot be told");
        }

        [TestCase("price=349", VerdictStatus.Passed)]
        [TestCase("price=349.00", VerdictStatus.Passed)]
        [TestCase("price=350", VerdictStatus.Failed)]
        public void What_a_walk_would_have_remembered_can_be_told(string given, VerdictStatus status)
        {
            var workspace = Workspace(Remembering(), Any.Ga4);

            var judged = HarJudge.Judge(
                HarSample.Read(HarSample.Entry(1, $"{Collect}&en=view_item&epn.value=349")),
                HarWalkChoice.Of(workspace, null, null, null, [given]),
                workspace,
                "any"
            );

            judged.Verdict.Status.Should().Be(status);
        }

        [Test]
        public void What_is_remembered_and_was_not_told_is_named_with_the_way_to_tell_it() =>
            Judge(Remembering(), HarSample.Entry(1, $"{Collect}&en=view_item&epn.value=349"))
                .NotJudged.Should()
                .Contain("What must equal $price: a walk reads it from the page. Give it by --var, such as --var price=….");

        [Test]
        public void A_variable_of_the_journey_is_known()
        {
            var journey = Any.Journey(Any.Step("Look at the lamp", Any.Expectation("view_item", ("value", new EqualTo("$price"))))) with
            {
                Variables = new Dictionary<string, JToken> { ["price"] = "$list", ["list"] = 349 },
            };

            Judge(journey, HarSample.Entry(1, $"{Collect}&en=view_item&epn.value=349")).Verdict.Status.Should().Be(VerdictStatus.Passed);
        }

        [Test]
        public void The_data_layer_is_left_out()
        {
            var workspace = Workspace(Journey(), Any.Ga4, Any.DataLayer);

            var judged = Judge(workspace, "granted", Hit(1, "view_item"), Hit(2, "add_to_cart"), Hit(3, "view_item"));

            judged.Verdict.Status.Should().Be(VerdictStatus.Passed);
            judged.NotJudged.Should().Contain("Data layer: a HAR holds requests, and pushes to the data layer are none.");
        }
    }

    public sealed class Consent
    {
        private static readonly Destination NeedsAnalytics = Any.Ga4 with { Needs = Need.Analytics };

        private static readonly Destination Signals = Any.Ga4 with { Needs = Need.ConsentMode };

        [Test]
        public void What_was_sent_though_it_was_denied_is_a_finding() =>
            Judge(Workspace(Journey(), NeedsAnalytics), "denied", Hit(1, "view_item"))
                .Verdict.Findings.Select(finding => finding.Kind)
                .Should()
                .Equal(FindingKind.AgainstConsent);

        [Test]
        public void A_signal_of_before_the_answer_is_no_finding() =>
            Judge(
                Workspace(Journey(), Signals),
                "granted",
                Hit(1, "view_item&gcs=G100"),
                Hit(2, "add_to_cart&gcs=G111"),
                Hit(3, "view_item&gcs=G111")
            )
                .Verdict.Findings.Should()
                .BeEmpty();

        [Test]
        public void A_signal_that_claims_what_was_denied_is_one() =>
            Judge(
                Workspace(Journey(), Signals),
                "denied",
                Hit(1, "view_item&gcs=G111"),
                Hit(2, "add_to_cart&gcs=G100"),
                Hit(3, "view_item&gcs=G100")
            )
                .Verdict.Findings.Select(finding => finding.Message)
                .Should()
                .Equal(
                    "view_item at Google Analytics 4: the hit says that analytics_storage is granted, though consent 'denied' does not grant it in the whole recording."
                );
    }

    public sealed class Limits
    {
        [Test]
        public void What_a_HAR_cannot_tell_is_said()
        {
            var journey = Never("view_item") with { Ordered = true };
            var workspace = Workspace(journey, Any.Ga4 with { Needs = Need.ConsentMode }, Any.DataLayer);

            Approved.Matches(string.Join("\n", Judge(workspace, "granted").NotJudged), "limits");
        }
    }

    public sealed class Choosing
    {
        [Test]
        public void The_only_walk_need_not_be_named() =>
            HarWalkChoice
                .Of(Workspace(Journey(), Any.Ga4), null, null, null)
                .Should()
                .Match<HarWalk>(walk => walk.Journey.Name == "guest-checkout" && walk.Consent.Name == "granted" && walk.Row == null);

        [Test]
        public void Several_journeys_have_to_be_chosen_from() =>
            Refused(null, null, null)
                .Should()
                .Be(
                    "command line: error: the folder has 2 journeys, and a HAR does not say which one it is of. Say it by --journey: guest-checkout, sign-up."
                );

        [Test]
        public void A_journey_that_is_not_there_is_named_with_what_was_probably_meant() =>
            Refused("sign-upp", null, null)
                .Should()
                .Be(
                    "command line: error: --journey 'sign-upp': there is no such journey. Did you mean 'sign-up'? There are: guest-checkout, sign-up."
                );

        [Test]
        public void Several_consent_states_have_to_be_chosen_from() =>
            Refused("sign-up", null, null)
                .Should()
                .Be(
                    "command line: error: the journey 'sign-up' has 2 consent states, and a HAR does not say which one it is of. Say it by --consent: granted, denied."
                );

        [Test]
        public void Rows_too() =>
            Refused("sign-up", "denied", null)
                .Should()
                .Be(
                    "command line: error: the journey 'sign-up' has 2 rows, and a HAR does not say which one it is of. Say it by --row: market=us, market=de."
                );

        [Test]
        public void A_row_of_a_journey_without_rows_is_refused() =>
            Refused("guest-checkout", null, "market=us")
                .Should()
                .Be("command line: error: --row 'market=us': the journey 'guest-checkout' has no row.");

        [Test]
        public void Variables_that_no_walk_would_remember_are_refused_all_at_once() =>
            FluentActions
                .Invoking(() =>
                    HarWalkChoice.Of(
                        Workspace(Remembering(), Any.Ga4),
                        null,
                        null,
                        null,
                        ["prize=1", "price", "=1", "price=1", "price=2", "person.mail=a", "env.KEY=k"]
                    )
                )
                .Should()
                .Throw<SourceProblemException>()
                .Which.Problems.Select(problem => problem.ToString())
                .Should()
                .Equal(
                    "command line: error: --var 'prize=1': the journey 'guest-checkout' does not remember 'prize' from the page. Did you mean 'price'?",
                    "command line: error: --var 'price': name a variable and its value, such as 'price=349'.",
                    "command line: error: --var '=1': name a variable and its value, such as 'price=349'.",
                    "command line: error: --var 'price=2': 'price' has the value '1' already. Give it once.",
                    "command line: error: --var 'person.mail=a': the journey 'guest-checkout' does not remember 'person.mail' from the page. Did you mean 'person.email'?"
                );

        [Test]
        public void What_is_asked_for_is_taken()
        {
            var walk = HarWalkChoice.Of(Two, "sign-up", "none", "market=de");

            (walk.Journey.Name, walk.Consent.Name, (string?)walk.Row!.Values["market"]).Should().Be(("sign-up", "none", "de"));
        }

        private static Workspace Two =>
            Workspace(Journey(), Any.Ga4) with
            {
                Journeys =
                [
                    Journey(),
                    Journey() with
                    {
                        Name = "sign-up",
                        Consent = ["granted", "denied"],
                        Matrix =
                        [
                            .. new[] { "us", "de" }.Select(market => new MatrixRow(new Dictionary<string, JToken> { ["market"] = market })),
                        ],
                    },
                ],
            };

        private static string Refused(string? journey, string? consent, string? row) =>
            FluentActions
                .Invoking(() => HarWalkChoice.Of(Two, journey, consent, row))
                .Should()
                .Throw<SourceProblemException>()
                .Which.Problems.Single()
                .ToString();
    }

    private static Journey Journey() =>
        Any.Journey(
            Any.Step("Look at the lamp", Any.Expectation("view_item")),
            Any.Step("Put it into the cart", Any.Expectation("add_to_cart")),
            Any.Step("Look again", Any.Expectation("view_item"))
        );

    private static Journey Allowing(string conversion) =>
        Any.Journey(Any.Step("Look at the lamp", Any.Expectation("view_item")), Any.Step("Look around") with { May = [conversion] });

    /// <summary>A journey whose price is read from the page, on phones only.</summary>
    private static Journey Remembering()
    {
        var shown = new PageReading { Kind = PageReadingKind.Text, Target = new LocatorChain([], Any.Place()) };
        var remember = new Remember(new Dictionary<string, PageReading> { ["price"] = shown }) { Place = Any.Place(), Text = "remember" };
        var step = Any.Step("Look at the lamp", Any.Expectation("view_item", ("value", new EqualTo("$price"))));
        return Any.Journey(step with { Do = [new OnDevice(["phone"], [remember]) { Place = Any.Place(), Text = "on phone" }] });
    }

    private static Journey Never(string conversion) =>
        Journey() is var journey
            ? journey with
            {
                Steps = [journey.Steps[0], journey.Steps[1] with { Never = [conversion] }, journey.Steps[2]],
            }
            : journey;

    private static Workspace Workspace(Journey journey, params Destination[] destinations)
    {
        Conversion[] conversions =
        [
            .. new[] { "view_item", "add_to_cart", "purchase" }.Select(name => Any.Conversion(name, "ga4", Any.DataLayer.Name)),
        ];
        return new Workspace(Any.Configuration(destinations), Any.Dictionary(conversions), [journey]);
    }

    private static HarVerdict Judge(Journey journey, params JObject[] entries) => Judge(Workspace(journey, Any.Ga4), "granted", entries);

    private static HarVerdict Judge(Workspace workspace, string consent, params JObject[] entries) =>
        HarJudge.Judge(HarSample.Read(entries), HarWalkChoice.Of(workspace, null, consent, null), workspace, "any");

    private static JObject Hit(double second, string name) => HarSample.Entry(second, $"{Collect}&en={name}");
}
