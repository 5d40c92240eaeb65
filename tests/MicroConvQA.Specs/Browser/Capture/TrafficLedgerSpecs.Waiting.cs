using FluentAssertions;
using MicroConvQA.Browser.Capture;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;
using MicroConvQA.Specs.Browser.Settling;
using NUnit.Framework;

namespace MicroConvQA.Specs.Browser.Capture;

internal sealed partial class TrafficLedgerSpecs
{
    [Test]
    public async Task What_is_waited_for_sees_the_step_in_which_the_browser_sent_a_request()
    {
        _spec.Time.Pass(TimeSpan.FromSeconds(1));
        _spec.Ledger.Steps.Begin(0);
        var late = _spec.Sent("late");

        _spec.Ledger.Requests.Dispatched(late.Number, new Dispatch(SecondsAgo(1), "", []));

        (await _spec.Ledger.Requests.WaitUntilAsync(hits => hits.Single().Request.StepIndex == -1, TimeSpan.Zero, CancellationToken.None))
            .Should()
            .BeTrue();
    }

    [Test]
    public void An_analytics_request_is_in_flight_until_its_end_is_known()
    {
        var request = _spec.Sent("search");
        var before = _spec.Ledger.Requests.InFlight;

        _spec.Ledger.Requests.Conclude(request.Number, RequestFate.NotDelivered, remark: "Refused.");

        (before, _spec.Ledger.Requests.InFlight).Should().Be((1, 0));
        _spec.Ledger.Snapshot().Requests[0].Should().BeEquivalentTo(new { Fate = RequestFate.NotDelivered, Remark = "Refused." });
    }

    [Test]
    public async Task It_is_quiet_only_after_a_while_without_traffic_and_with_nothing_in_flight()
    {
        var request = _spec.Sent("search");
        var quiet = _spec.Ledger.Requests.WaitForQuietAsync(
            TimeSpan.FromMilliseconds(300),
            TimeSpan.FromSeconds(10),
            CancellationToken.None
        );

        _spec.Time.Pass(TimeSpan.FromSeconds(1));
        quiet.IsCompleted.Should().BeFalse("it is in flight");
        _spec.Answered(request);
        _spec.Time.Pass(TimeSpan.FromMilliseconds(200));
        quiet.IsCompleted.Should().BeFalse("the answer was 200 ms ago");
        await PassUntilDoneAsync(quiet, TimeSpan.FromMilliseconds(100));

        (await quiet).Should().BeTrue();
    }

    [Test]
    public async Task Waiting_for_quiet_ends_at_its_deadline()
    {
        _spec.Sent("never answered");
        var quiet = _spec.Ledger.Requests.WaitForQuietAsync(
            TimeSpan.FromMilliseconds(300),
            TimeSpan.FromSeconds(2),
            CancellationToken.None
        );

        _spec.Time.Pass(TimeSpan.FromSeconds(2));

        (await quiet).Should().BeFalse();
    }

    [Test]
    public async Task What_arrives_while_quiet_is_waited_for_begins_it_anew()
    {
        var quiet = _spec.Ledger.Requests.WaitForQuietAsync(
            TimeSpan.FromMilliseconds(300),
            TimeSpan.FromMilliseconds(400),
            CancellationToken.None
        );
        _spec.Time.Pass(TimeSpan.FromMilliseconds(200));
        _spec.Pushed("push");

        await PassUntilDoneAsync(quiet, TimeSpan.FromMilliseconds(200));

        (await quiet).Should().BeFalse("the push was not 300 ms ago when the time was over");
    }

    [Test]
    public void The_last_arrival_is_that_of_a_request_its_answer_or_a_push()
    {
        var arrivals = new List<double?> { _spec.Ledger.Requests.LastArrival?.TotalSeconds };

        void AfterASecond(Action happens)
        {
            _spec.Time.Pass(TimeSpan.FromSeconds(1));
            happens();
            arrivals.Add(_spec.Ledger.Requests.LastArrival?.TotalSeconds);
        }

        CapturedRequest request = null!;
        AfterASecond(() => request = _spec.Sent("hit"));
        AfterASecond(() => _spec.Answered(request));
        AfterASecond(() => _spec.Pushed("push"));
        AfterASecond(() => _spec.Ledger.Requests.Arrived(request.Number, SpecLedger.Sighting("hit")));

        arrivals.Should().Equal(null, 1, 2, 3, 4);
    }

    [Test]
    public async Task What_comes_at_the_last_moment_has_come_in_time()
    {
        var waiting = _spec.Ledger.Requests.WaitUntilAsync(hits => hits.Count == 1, TimeSpan.FromSeconds(5), CancellationToken.None);

        _spec.Time.Pass(TimeSpan.FromSeconds(4.9));
        _spec.Sent("hit");

        (await waiting).Should().BeTrue();
    }

    [Test]
    public async Task A_wait_whose_time_ends_between_two_looks_at_the_clock_is_over()
    {
        var ledger = new TrafficLedger(new WalkTimer(new HaltingTime(TimeSpan.FromMilliseconds(10))), request => new DecodedRequest
        {
            Request = request,
        });

        (await ledger.Requests.WaitUntilAsync(_ => false, TimeSpan.FromMilliseconds(15), CancellationToken.None)).Should().BeFalse();
    }

    [Test]
    public async Task What_comes_while_a_claim_is_asked_is_entered_at_once_and_the_claim_is_asked_again()
    {
        _spec.Sent("first");
        var asked = new List<(int Before, bool IsEntered, int After)>();

        var isTrue = await _spec.Ledger.Requests.WaitUntilAsync(
            hits =>
            {
                var before = hits.Count;
                var isEntered = before > 1 || Task.Run(() => _spec.Sent("second")).Wait(TimeSpan.FromSeconds(5));
                asked.Add((before, isEntered, hits.Count));
                return before > 1;
            },
            TimeSpan.FromSeconds(5),
            CancellationToken.None
        );

        isTrue.Should().BeTrue();
        asked.Should().Equal((1, true, 1), (2, true, 2));
    }

    [Test]
    public async Task A_claim_is_asked_again_only_when_a_hit_has_changed()
    {
        var request = _spec.Sent("hit");
        var asked = 0;
        var waiting = _spec.Ledger.Requests.WaitUntilAsync(_ => ++asked > 1, TimeSpan.FromSeconds(5), CancellationToken.None);

        _spec.Ledger.Console.Wrote("log", "a line", null);
        _spec.Answered(request);
        await PassUntilDoneAsync(waiting, TimeSpan.FromSeconds(1));

        (await waiting, asked).Should().Be((false, 1));
    }

    [Test]
    public async Task What_is_there_already_is_not_waited_for()
    {
        _spec.Sent("hit");

        (await _spec.Ledger.Requests.WaitUntilAsync(hits => hits.Count == 1, TimeSpan.Zero, CancellationToken.None)).Should().BeTrue();
    }

    /// <summary>The waiter takes up the change on a thread of its own, and may then wait for a timer that was not there before.</summary>
    private async Task PassUntilDoneAsync(Task waiting, TimeSpan by)
    {
        while (!waiting.IsCompleted)
        {
            _spec.Time.Pass(by);
            await Task.Yield();
        }
    }

    /// <summary>A clock of a machine that halts for a while before each look at it.</summary>
    private sealed class HaltingTime(TimeSpan halt) : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now += halt.Ticks;
    }
}
