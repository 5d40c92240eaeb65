using FluentAssertions;
using MicroConvQA.Cli.Display;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Specs.Cli;

internal sealed class FailureListSpecs
{
    [Test]
    public void Each_thing_is_said_once_with_all_its_walks_and_destinations() =>
        Approved.Matches(Written.Text(FailureList.Of(Sample.Judged(Sample.Night))), "Night");

    [Test]
    public void Nothing_is_said_where_nothing_is_wrong() => FailureList.Of([Judged(Sample.Walk("a", "pixel-7", []))]).Should().BeEmpty();

    [Test]
    public void The_same_finding_with_other_values_is_the_same_finding()
    {
        var other = Sample.NoCurrency("ga4") with
        {
            Found = "purchase once, without currency, in request 77",
            Place = Any.Place(12, "journeys/express.yaml"),
        };

        var causes = Cause.Of([Failed("guest-checkout", Sample.NoCurrency("ga4")), Failed("express-checkout", other)]);

        causes.Should().ContainSingle().Which.Places.Should().Equal(Any.Place(58), Any.Place(12, "journeys/express.yaml"));
    }

    [Test]
    public void Another_parameter_is_another_finding()
    {
        var other = Sample.NoCurrency("ga4") with { Differences = [new ParameterDifference("value", "be a money", null, false)] };

        Cause.Of([Failed("a", Sample.NoCurrency("ga4")), Failed("b", other)]).Should().HaveCount(2);
    }

    [Test]
    public void A_destination_that_fails_on_fewer_walks_is_a_cause_of_its_own() =>
        Cause
            .Of([Failed("a", Sample.NoCurrency("ga4"), Sample.NoCurrency("mixpanel")), Failed("b", Sample.NoCurrency("ga4"))])
            .Select(cause => string.Join(" ", cause.Destinations))
            .Should()
            .Equal("Google Analytics 4", "Mixpanel");

    [Test]
    public void A_site_that_is_down_is_said_once()
    {
        Breakage Down(int line) =>
            new()
            {
                StepIndex = -1,
                Place = Any.Place(line),
                Action = "open: /",
                Reason = "http://127.0.0.1:9 does not answer: the connection was refused. Start the site.",
            };

        var list = FailureList.Of([Judged(Sample.Walk("a", "pixel-7", [], Down(1))), Judged(Sample.Walk("b", "pixel-7", [], Down(2)))]);

        Approved.Matches(Written.Text(list), "Down");
    }

    [Test]
    public void Warnings_are_shown_once_and_apart()
    {
        var walk = Sample.Walk("a", "pixel-7", []);
        var warned = walk with
        {
            Verdict = walk.Verdict with
            {
                Warnings = ["Step 'Pay': the second locator was used."],
                StrayFindings = [Sample.Double with { IsWarning = true }],
            },
        };

        Approved.Matches(
            Written.Text(FailureList.Of([Judged(warned), Judged(warned with { Walk = warned.Walk with { Title = "a [iphone-15]" } })])),
            "Warnings"
        );
    }

    private static JudgedWalk Judged(MicroConvQA.Running.WalkResult walk) => JudgedWalk.Of(walk, "/shop");

    private static JudgedWalk Failed(string journey, params Finding[] findings) =>
        Judged(Sample.Walk(journey, "pixel-7", [Sample.Met("purchase", VerdictStatus.Failed, findings)]));
}
