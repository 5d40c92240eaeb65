using FluentAssertions;
using MicroConvQA.Decoding;
using MicroConvQA.Journeys;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging;

internal sealed class RejectionJudgeSpecs
{
    [Test]
    public void A_hit_that_the_collector_refused_is_a_finding_with_the_status_and_its_cause()
    {
        var verdict = Walk().Fires("add_to_cart", request: Answered(413)).Judge();

        var finding = verdict.Findings.Should().ContainSingle().Subject;
        finding.Kind.Should().Be(FindingKind.Rejected);
        finding
            .Message.Should()
            .Be(
                "add_to_cart at Google Analytics 4: the collector answered request 1 in step 'Put it into the cart' with 413, so Google Analytics 4 does not count it."
            );
        finding.LikelyCause.Should().Be("The request is longer than the server before the collector takes.");
        finding
            .NextMove.Should()
            .Be(
                "Open request 1 of the recording, send it once more by hand, and ask who runs that address for its log of refused requests."
            );
        verdict.Status.Should().Be(VerdictStatus.Failed);
    }

    [TestCase(200)]
    [TestCase(204)]
    [TestCase(302)]
    public void One_that_it_took_is_none(int status) =>
        Walk().Fires("add_to_cart", request: Answered(status)).Judge().Findings.Should().BeEmpty();

    [Test]
    public void One_that_was_taken_when_the_sdk_sent_it_again_is_none() =>
        SentAgain(first: Answered(503), again: Answered(200)).Judge().Findings.Should().BeEmpty();

    [TestCase(400, "The collector does not understand the request: a required field is missing or has the wrong form.")]
    [TestCase(401, "A firewall or a list of allowed sites stands before the collector, or the key in the tag is not valid there.")]
    [TestCase(403, "A firewall or a list of allowed sites stands before the collector, or the key in the tag is not valid there.")]
    [TestCase(404, "The collector is no longer at this address: the endpoint in the tag is an old one.")]
    [TestCase(405, "The collector is no longer at this address: the endpoint in the tag is an old one.")]
    [TestCase(410, "The collector is no longer at this address: the endpoint in the tag is an old one.")]
    [TestCase(414, "The request is longer than the server before the collector takes.")]
    [TestCase(422, "The collector does not understand the request: a required field is missing or has the wrong form.")]
    [TestCase(429, "The collector was sent more than it takes in this time.")]
    [TestCase(431, "The request is longer than the server before the collector takes.")]
    [TestCase(500, "The collector, or the shop's own way to it, was broken at that moment.")]
    [TestCase(503, "The collector, or the shop's own way to it, was broken at that moment.")]
    public void The_status_says_where_to_look(int status, string cause) =>
        Walk().Fires("add_to_cart", request: Answered(status)).Finding().LikelyCause.Should().Be(cause);

    [Test]
    public void One_that_no_answer_is_known_of_is_none() =>
        Walk().Fires("add_to_cart", request: request => request with { Status = null }).Judge().Findings.Should().BeEmpty();

    [Test]
    public void The_address_stands_there_without_what_was_sent_to_it()
    {
        var finding = Walk()
            .Fires("add_to_cart", request: request => Answered(413)(request) with { Url = "https://collect.example/hit?uid=jane" })
            .Finding();

        finding.Found.Should().Be("status 413 from https://collect.example/hit");
    }

    [Test]
    public void One_that_was_refused_each_time_is_one_finding() =>
        SentAgain(first: Answered(503), again: Answered(503)).Finding().Kind.Should().Be(FindingKind.Rejected);

    [Test]
    public void What_was_taken_of_another_event_does_not_make_it_good() =>
        new JudgedWalk()
            .Step("Put two into the cart", Any.Expectation() with { Times = CountRule.Exactly(2) })
            .Fires("add_to_cart", hit: With("e1"), request: Answered(503))
            .Fires("add_to_cart", second: 1.2, hit: With("e2"), request: Answered(200))
            .Fires("add_to_cart", second: 1.4, hit: With("e2"), request: Answered(200))
            .Finding()
            .Requests.Should()
            .Equal(1);

    [Test]
    public void What_was_taken_of_another_product_under_the_same_id_does_not_make_it_good() =>
        Walk()
            .Fires("add_to_cart", hit: With("e1", "LAMP-01"), request: Answered(503))
            .Fires("add_to_cart", second: 1.4, hit: With("e1", "BULB-07"), request: Answered(200))
            .Finding()
            .Kind.Should()
            .Be(FindingKind.Rejected);

    [Test]
    public void Each_status_is_a_finding_of_its_own_and_a_batch_is_one_request()
    {
        var walk = new JudgedWalk()
            .Step("Put three into the cart", Any.Expectation() with { Times = CountRule.Exactly(3) })
            .Batch(0, 1.1, hit => Refused(hit, "e1"), hit => Refused(hit, "e2"))
            .Fires("add_to_cart", second: 1.4, hit: With("e3"), request: Answered(413));

        walk.Judge().Findings.Select(finding => string.Join(", ", finding.Requests)).Should().Equal("1", "2");
    }

    private static Hit Refused(Hit hit, string id) => hit with { EventId = id, Request = Answered(403)(hit.Request) };

    private static JudgedWalk SentAgain(Func<CapturedRequest, CapturedRequest> first, Func<CapturedRequest, CapturedRequest> again) =>
        Walk().Fires("add_to_cart", hit: With("e1"), request: first).Fires("add_to_cart", second: 1.4, hit: With("e1"), request: again);

    private static Func<Hit, Hit> With(string id, params string[] items) => hit => hit with { EventId = id, ItemIds = items };

    private static JudgedWalk Walk() => new JudgedWalk().Step("Put it into the cart", Any.Expectation());

    private static Func<CapturedRequest, CapturedRequest> Answered(int status) =>
        request => request with { Fate = RequestFate.Delivered, Status = status };
}
