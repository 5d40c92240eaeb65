using FluentAssertions;
using MicroConvQA.Cli.Display;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Specs.Cli;

internal sealed class RunTotalsSpecs
{
    [Test]
    public void Counts_what_left_this_machine_and_where_the_reports_are() =>
        Approved.Matches(
            Written.Text(
                RunTotals.Of(
                    Sample.Night,
                    [new WrittenReport("allure", "/shop/allure-report/index.html", null), new WrittenReport("github", null, null)]
                )
            ),
            "Night"
        );

    [Test]
    public void An_interrupted_run_says_how_far_it_came_and_faults_of_the_harness_are_named()
    {
        var stopped = Sample.Run(Sample.Night.Walks.Take(1)) with
        {
            Plan = Sample.Night.Plan,
            IsInterrupted = true,
            HarnessFaults = ["b [pixel-7] has no verdict because …"],
        };

        Approved.Matches(
            Written.Text(
                RunTotals.Of(stopped, [new WrittenReport("allure", "/shop/allure-results", "Node.js was not found on the PATH.")])
            ),
            "Interrupted"
        );
    }

    [Test]
    public void A_request_that_left_is_counted()
    {
        var walk = Sample.Night.Walks[0];
        var escaped = Any.Request() with { Fate = RequestFate.Delivered };

        RunTotals
            .Of(Sample.Run([walk with { Recording = walk.Recording with { Requests = [escaped] } }]), [])
            .Should()
            .Contain(line => line.Text == "1 analytics request left this machine.");
    }

    [TestCase(RequestFate.LetThrough, BodyState.Cut, true)]
    [TestCase(RequestFate.LetThrough, BodyState.Complete, false)]
    [TestCase(RequestFate.AnsweredHere, BodyState.Cut, false)]
    public void A_request_that_went_on_unread_is_counted(RequestFate fate, BodyState state, bool isCounted)
    {
        var walk = Sample.Night.Walks[0];
        var request = Any.Request() with { Fate = fate, BodyState = state };
        var said = RunTotals.Of(Sample.Run([walk with { Recording = walk.Recording with { Requests = [request] } }]), []);

        said.Any(line => line.Text == "1 request to nobody known left unread: too long, too slow or a file. What was in them is unknown.")
            .Should()
            .Be(isCounted);
    }
}
