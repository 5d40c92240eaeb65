using FluentAssertions;
using MicroConvQA.Judging;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging;

public sealed class RejectionJudgeSpecs
{
    [Test]
    public void A_hit_that_the_collector_refused_is_a_finding_with_the_status_and_its_cause()
    {
        var verdict = Walk().Fires("add_to_cart", request: Answered(413)).Judge();

        var finding = verdict.Findings.Should().ContainSingle().Subject;
        finding.Kind.Should().Be(FindingKind.Rejected);
        finding.Message.Should().Be(
            "add_to_cart at Google Analytics 4: the collector answered request 1 in step 'Put it into the cart' with 413, so that Google Analytics 4 does not count it.");
        finding.LikelyCause.Should().Be("The request is longer than the server before the collector takes.");
        finding.NextMove.Should().Be("Open request 1 of the recording, send it once more by hand, and ask who runs that address for its log of refused requests.");
        verdict.Status.Should().Be(VerdictStatus.Failed);
    }

    [TestCase(200)]
    [TestCase(204)]
    [TestCase(302)]
    public void One_that_it_took_is_none(int status) => Walk().Fires("add_to_cart", request: Answered(status)).Judge().Findings.Should().BeEmpty();

    [Test]
    public void One_that_was_taken_when_the_sdk_sent_it_again_is_none() =>
        Walk()
            .Fires("add_to_cart", hit: hit => hit with { EventId = "e1" }, request: Answered(503))
            .Fires("add_to_cart", second: 1.4, hit: hit => hit with { EventId = "e1" }, request: Answered(200))
            .Judge().Findings.Should().BeEmpty();

    private static JudgedWalk Walk() => new JudgedWalk().Step("Put it into the cart", Any.Expectation());

    private static Func<CapturedRequest, CapturedRequest> Answered(int status) => request => request with { Fate = RequestFate.Delivered, Status = status };
}
