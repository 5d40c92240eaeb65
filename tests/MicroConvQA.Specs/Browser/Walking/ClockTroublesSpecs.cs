using FluentAssertions;
using MicroConvQA.Browser.Clock;
using MicroConvQA.Browser.Walking;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Specs.Browser.Walking;

internal sealed class ClockTroublesSpecs
{
    private static readonly ClockTrouble Thrown = new("a timer threw", "Error: each");

    private ClockTroubles _troubles = null!;

    [SetUp]
    public void NewRun() => _troubles = new ClockTroubles();

    [Test]
    public void An_error_that_real_time_brings_too_is_the_page_s_own()
    {
        _troubles.WalkedInRealTime(Thrown, Walked("Error: each\n    at https://shop.example/:1:50"));

        _troubles.AreOfTheClock(Thrown).Should().BeFalse();
    }

    [Test]
    public void An_error_that_real_time_does_not_bring_is_the_clock_s()
    {
        _troubles.WalkedInRealTime(Thrown, Walked("Error: another"));

        _troubles.AreOfTheClock(Thrown).Should().BeTrue();
    }

    [Test]
    public void A_page_that_does_not_follow_is_walked_in_real_time_each_time()
    {
        var stopped = new ClockTrouble("the page did not follow", null);

        _troubles.WalkedInRealTime(stopped, Walked("Error: each"));

        _troubles.AreOfTheClock(stopped).Should().BeTrue();
    }

    private static JourneyRecording Walked(string error) =>
        Any.Recording() with
        {
            Console = [new ConsoleLine(TimeSpan.Zero, "exception", error, null)],
        };
}
