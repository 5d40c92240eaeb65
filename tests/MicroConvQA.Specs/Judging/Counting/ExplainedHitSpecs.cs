using FluentAssertions;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Dictionary;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Counting;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;
using MicroConvQA.Specs.Decoding.Corpus;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging.Counting;

/// <summary>
/// What looks like a double, in the bytes that vendors' real scripts sent: only a real double is a finding, the rest is shown with its
/// reason.
/// </summary>
internal sealed class ExplainedHitSpecs
{
    private static readonly Destination Ga4 = Any.Ga4 with { Account = "G-TEST000001" };

    [Test]
    public void A_real_double_has_its_senders_side_by_side()
    {
        var ofPage = Purchase with
        {
            Initiator = [new("https://shop.example/js/shop.js", 88, 5, "thanks")],
            Trigger = new PageEvent("click", "button#pay 'Pay now'", TimeSpan.Zero),
        };
        var ofManager = Purchase with { Initiator = [new("https://www.googletagmanager.com/gtm.js?id=GTM-LAMP01", 412, 9, null)] };

        var finding = Walk(ofPage, ofManager).Finding();

        finding.Kind.Should().Be(FindingKind.Duplicate);
        finding
            .Senders.Should()
            .Equal(
                new HitSender(1, "shop.example/js/shop.js:88:5 (thanks)", null, "on click of button#pay 'Pay now'"),
                new HitSender(2, "a tag of the tag manager GTM-LAMP01 (www.googletagmanager.com/gtm.js:412:9)", null, null)
            );
    }

    [Test]
    public void The_pushes_that_led_to_a_double_stand_beside_their_hits()
    {
        var pushes = new[] { 10, 20 }.Select(line =>
            MicroConvQA.Specs.Decoding.Sample.Push("""{"event": "purchase"}""") with
            {
                Initiator = [new("https://shop.example/js/shop.js", line, 5, null)],
                Trigger = new PageEvent("submit", "form#payment", TimeSpan.Zero),
            }
        );
        var walk = new JudgedWalk()
            .At(Any.DataLayer, Ga4)
            .With(Any.Conversion("purchase", "data layer", "ga4"))
            .Step("Pay", Any.Expectation("purchase"))
            .Sends(0, [.. pushes, Purchase, Purchase]);

        walk.Judge()
            .Findings.Single(finding => finding.Destination == "ga4")
            .Senders.Select(sender => (sender.Push, sender.Event))
            .Should()
            .Equal(
                ("request 1 by shop.example/js/shop.js:10:5", "on submit of form#payment"),
                ("request 2 by shop.example/js/shop.js:20:5", "on submit of form#payment")
            );
    }

    [Test]
    public void A_retry_after_a_failed_answer() =>
        Only(Walk(Purchase with { Status = 503 }, Purchase))
            .Should()
            .Be((2, HitExplanation.Retry, "Request 1 was answered with 503, and the script sent the same bytes again."));

    [Test]
    public void A_second_retry_is_one_too()
    {
        var refused = Purchase with { Status = 503 };

        Walk(refused, refused, Purchase)
            .Judge()
            .Explained.Select(one => one.Explanation)
            .Should()
            .Equal(HitExplanation.Retry, HitExplanation.Retry);
    }

    [Test]
    public void A_redirect_that_the_browser_followed()
    {
        var plain = Purchase with { Url = Purchase.Url.Replace("https://", "http://", StringComparison.Ordinal), Status = 307 };

        Only(Walk(plain, Purchase))
            .Should()
            .Be((2, HitExplanation.Redirect, "Request 1 was answered with 307, and the browser followed it to this address."));
    }

    [Test]
    public void A_redirect_explains_one_request_only()
    {
        var plain = Purchase with { Url = Purchase.Url.Replace("https://", "http://", StringComparison.Ordinal), Status = 307 };

        Walk(plain, Purchase, Purchase).Finding().Kind.Should().Be(FindingKind.Duplicate);
    }

    [Test]
    public void What_a_service_worker_took_and_sent_on() =>
        Only(Walk(Purchase with { Fate = RequestFate.NotDelivered, SeenBy = Sightings.Browser }, Purchase))
            .Should()
            .Be((1, HitExplanation.WorkerEcho, "The page's service worker took it and sent it on as request 2."));

    [Test]
    public void One_call_for_several_properties()
    {
        var other = Purchase with { Url = Purchase.Url.Replace("G-TEST000001", "G-ROLLUP0001", StringComparison.Ordinal) };

        Only(Walk(Purchase, other))
            .Should()
            .Be(
                (
                    2,
                    HitExplanation.OtherProperty,
                    "It went to 'G-ROLLUP0001', another property than Google Analytics 4's 'G-TEST000001': each gets one."
                )
            );
    }

    [Test]
    public void A_copy_with_the_same_id()
    {
        var sent = Recorded("mixpanel/json")[0];
        var name = MicroConvQA.Specs.Decoding.Sample.Decoder.Decode(sent).Hits[0].Event;

        Only(Walk(Any.Mixpanel with { Needs = Need.Nothing }, name, sent, sent))
            .Should()
            .Be((2, HitExplanation.Copy, "It carries the event id of request 1, so Mixpanel counts both as one."));
    }

    [Test]
    public void A_copy_that_the_vendors_script_sends_by_design()
    {
        var pinterest = new Destination
        {
            Name = "pinterest",
            Title = "Pinterest",
            Vendor = "pinterest",
        };
        var sent = Recorded("captures/pinterest");

        var walk = Walk(pinterest, "addtocart", sent[2], sent[6]);

        walk.Judge().Status.Should().Be(VerdictStatus.Passed);
        Only(walk)
            .Should()
            .Be((1, HitExplanation.Companion, "The script of Pinterest sends it beside its events by design, and it is none itself."));
    }

    [Test]
    public void Several_events_in_one_batch()
    {
        var walk = new JudgedWalk()
            .At(Ga4)
            .With(Any.Conversion("view_item", "ga4"), Any.Conversion("add_to_cart", "ga4"))
            .Step("Put it into the cart", Any.Expectation("view_item"), Any.Expectation("add_to_cart"))
            .Sends(0, Recorded("captures/ga4")[3]);

        var verdict = walk.Judge();

        verdict.Status.Should().Be(VerdictStatus.Passed);
        verdict
            .Explained.Should()
            .OnlyContain(one => one.Reason == "It is one of 2 events that the script sent together in request 1; each counts.")
            .And.HaveCount(2);
    }

    private static CapturedRequest Purchase => Recorded("captures/ga4")[4] with { Status = 204 };

    private static IReadOnlyList<CapturedRequest> Recorded(string shape) =>
        CorpusShape.All().Single(one => one.ToString() == shape).Requests();

    private static JudgedWalk Walk(params CapturedRequest[] requests) => Walk(Ga4, "purchase", requests);

    private static JudgedWalk Walk(Destination at, string name, params CapturedRequest[] requests) =>
        new JudgedWalk()
            .At(at)
            .With(
                Any.Conversion(name, at.Name) with
                {
                    At = new Dictionary<string, DestinationEvent> { [at.Name] = new() { Event = name } },
                }
            )
            .Step("Pay", Any.Expectation(name))
            .Sends(0, requests);

    /// <summary>The one hit that a walk without a finding explains where it stands.</summary>
    private static (int Request, HitExplanation Explanation, string Reason) Only(JudgedWalk walk)
    {
        var verdict = walk.Judge();
        verdict.Findings.Should().BeEmpty();
        var only = verdict.Expectations.Single().Destinations.Single().Explained.Single();
        return (only.Hit.Request.Number, only.Explanation, only.Reason);
    }
}
