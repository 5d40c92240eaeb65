using FluentAssertions;
using MicroConvQA.Attribution;
using MicroConvQA.Browser.Capture;
using MicroConvQA.Recording;
using MicroConvQA.Specs.Browser.Settling;
using NUnit.Framework;

namespace MicroConvQA.Specs.Browser.Capture;

internal sealed partial class TrafficLedgerSpecs
{
    private SpecLedger _spec = null!;

    [SetUp]
    public void NewWalk() => _spec = new SpecLedger();

    [Test]
    public void Requests_are_numbered_in_the_order_of_arrival()
    {
        _spec.Pushed("one");
        _spec.Sent("two");

        _spec.Ledger.Snapshot().Requests.Select(request => request.Number).Should().Equal(1, 2);
    }

    [Test]
    public void Requests_stand_in_the_order_and_step_in_which_the_browser_sent_them()
    {
        _spec.Ledger.Steps.Begin(0);
        _spec.Time.Pass(TimeSpan.FromSeconds(1));
        _spec.Sent("second");
        _spec.Ledger.Steps.Begin(1);
        _spec.Time.Pass(TimeSpan.FromSeconds(1));
        var late = _spec.Sent("first");

        _spec.Ledger.Requests.Dispatched(late.Number, new Dispatch(SecondsAgo(1.5), "", []));

        _spec
            .Ledger.Snapshot()
            .Requests.Should()
            .BeEquivalentTo(
                [
                    new
                    {
                        Number = 1,
                        Url = late.Url,
                        StepIndex = 0,
                        At = TimeSpan.FromSeconds(0.5),
                    },
                    new
                    {
                        Number = 2,
                        Url = "https://vendor.example/collect?n=second",
                        StepIndex = 0,
                        At = TimeSpan.FromSeconds(1),
                    },
                ],
                options => options.WithStrictOrdering()
            );
    }

    [Test]
    public async Task A_request_that_was_decoded_before_it_is_entered_is_not_decoded_again()
    {
        var ledger = new TrafficLedger(new WalkTimer(_spec.Time), _ => throw new InvalidOperationException("It was decoded already."));
        var sighting = SpecLedger.Sighting("known");

        var entered = ledger.Requests.EnterAnalytics(sighting with { Hits = new SpecKnowledge().Decode(sighting.Draft()).Hits });

        (await ledger.Requests.WaitUntilAsync(hits => hits.Single().Request == entered, TimeSpan.Zero, CancellationToken.None))
            .Should()
            .BeTrue();
    }

    [Test]
    public void Pushes_keep_their_order_when_a_quicker_message_shows_how_far_the_clocks_are_apart()
    {
        var page = new ForeignTime();
        _spec.Time.Pass(TimeSpan.FromMilliseconds(100));
        _spec.Pushed("first", page.Told(1_000, _spec.Ledger.Timer.Elapsed));
        _spec.Time.Pass(TimeSpan.FromMilliseconds(5));
        _spec.Pushed("second", page.Told(1_001, _spec.Ledger.Timer.Elapsed));
        _spec.Time.Pass(TimeSpan.FromMilliseconds(5));
        _spec.Pushed("third", page.Told(1_090, _spec.Ledger.Timer.Elapsed));

        _spec.Ledger.Snapshot().Requests.Select(request => request.At.TotalMilliseconds).Should().Equal(20, 21, 110);
    }

    [Test]
    public void What_the_browser_tells_of_when_the_next_page_has_begun_is_of_the_document_that_sent_it()
    {
        _spec.Ledger.Pages.AddressChanged(1, "https://shop.example/left");
        _spec.Ledger.Pages.AddressChanged(1, "https://shop.example/next");
        var late = _spec.Sent("unload");
        _spec.Ledger.Requests.SeenByBrowser(late.Number, Transport.Ping, 1, 2);

        _spec.Ledger.Requests.Dispatched(late.Number, new Dispatch(SecondsAgo(0), "https://shop.example/left", []));

        _spec.Ledger.Snapshot().Requests.Single().Visit.Should().Be(1);
    }

    [Test]
    public void What_a_page_sends_before_the_browser_tells_of_the_page_is_of_the_document_that_sent_it()
    {
        _spec.Ledger.Pages.AddressChanged(1, "https://shop.example/left");
        var early = _spec.Sent("head");
        _spec.Ledger.Requests.SeenByBrowser(early.Number, Transport.Ping, 1, null);
        _spec.Time.Pass(TimeSpan.FromMilliseconds(5));
        _spec.Ledger.Pages.AddressChanged(1, "https://shop.example/next");

        _spec.Ledger.Requests.Dispatched(early.Number, new Dispatch(SecondsAgo(0), "https://shop.example/next", []));

        _spec.Ledger.Snapshot().Requests.Single().Visit.Should().Be(2);
    }

    [Test]
    public void A_request_is_never_sent_after_the_wire_saw_it()
    {
        var request = _spec.Sent("seen");
        _spec.Time.Pass(TimeSpan.FromSeconds(1));

        _spec.Ledger.Requests.Dispatched(request.Number, new Dispatch(SecondsAgo(0.5), "", []));

        _spec.Ledger.Snapshot().Requests[0].At.Should().Be(TimeSpan.Zero);
    }

    [Test]
    public void A_request_belongs_to_the_step_in_progress()
    {
        var opening = _spec.Sent("opening");
        _spec.Ledger.Steps.Begin(0);
        var step = _spec.Sent("step");

        (opening.StepIndex, step.StepIndex).Should().Be((-1, 0));
    }

    [Test]
    public void A_push_that_is_told_late_belongs_to_the_step_and_visit_in_which_it_was_made()
    {
        _spec.Ledger.Steps.Begin(0);
        _spec.Ledger.Pages.DocumentBegan(1, "document", "https://shop.example/", TimeSpan.Zero);
        _spec.Time.Pass(TimeSpan.FromSeconds(2));
        _spec.Ledger.Steps.Begin(1);
        _spec.Ledger.Pages.DocumentBegan(1, "next", "https://shop.example/next", TimeSpan.Zero);
        _spec.Time.Pass(TimeSpan.FromSeconds(1));

        var push = _spec.Pushed("leaving", TimeSpan.FromSeconds(2));

        push.Should()
            .BeEquivalentTo(
                new
                {
                    StepIndex = 0,
                    Visit = 1,
                    At = TimeSpan.FromSeconds(1),
                }
            );
    }

    [Test]
    public void Two_tabs_have_visits_of_their_own()
    {
        _spec.Ledger.Pages.AddressChanged(1, "https://shop.example/");
        _spec.Ledger.Pages.AddressChanged(2, "https://shop.example/popup");
        _spec.Ledger.Pages.DocumentBegan(1, "document", "https://shop.example/", TimeSpan.Zero);

        _spec
            .Ledger.Snapshot()
            .Visits.Should()
            .BeEquivalentTo([
                new
                {
                    Number = 1,
                    Tab = 1,
                    To = (TimeSpan?)null,
                },
                new
                {
                    Number = 2,
                    Tab = 2,
                    To = (TimeSpan?)null,
                },
            ]);
    }

    [Test]
    public void A_page_that_floods_the_console_is_cut_and_one_line_says_so()
    {
        for (var line = 0; line < 3_000; line++)
            _spec.Ledger.Console.Wrote("log", "again", null);

        _spec
            .Ledger.Snapshot()
            .Console.Should()
            .HaveCount(2_001)
            .And.Subject.Last()
            .Text.Should()
            .Be("The page wrote more than 2000 lines; the rest was left out.");
    }

    [Test]
    public void Nothing_is_written_to_one_part_while_a_snapshot_is_taken_of_another()
    {
        Thread? writer = null;
        _spec.Ledger.Requests.EnterAnalytics(
            SpecLedger.Sighting("untold") with
            {
                IsUntold = true,
                Headers = new LookedAt(WriteMeanwhile),
            }
        );

        void WriteMeanwhile()
        {
            writer = new Thread(() => _spec.Ledger.Console.Wrote("log", "meanwhile", null));
            writer.Start();
            SpinWait.SpinUntil(() => !writer.IsAlive || writer.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
        }

        var snapshot = _spec.Ledger.Snapshot();
        writer!.Join();

        snapshot.Console.Should().BeEmpty();
        _spec.Ledger.Snapshot().Console.Should().NotBeEmpty();
    }

    [Test]
    public void A_tab_has_one_number()
    {
        var (one, other) = (new object(), new object());

        new[] { one, other, one }.Select(_spec.Ledger.Pages.TabOf).Should().Equal(1, 2, 1);
    }

    [Test]
    public void A_push_is_no_request()
    {
        _spec.Pushed("push");
        _spec.Sent("hit");

        (_spec.Ledger.Requests.AnalyticsCount, _spec.Ledger.Requests.InFlight).Should().Be((1, 1));
    }

    [Test]
    public void An_answer_has_its_status_and_leaves_a_remark_that_was_there()
    {
        var request = _spec.Ledger.Requests.EnterAnalytics(
            SpecLedger.Sighting("hit") with
            {
                Remark = "Cut.",
                Fate = RequestFate.NotDelivered,
            }
        );

        _spec.Answered(request);

        _spec
            .Ledger.Snapshot()
            .Requests.Single()
            .Should()
            .BeEquivalentTo(
                new
                {
                    Fate = RequestFate.AnsweredHere,
                    Status = 204,
                    Remark = "Cut.",
                }
            );
    }

    [Test]
    public void What_the_browser_tells_of_a_request_stands_beside_what_the_wire_saw()
    {
        ScriptFrame[] script = [new("https://shop.example/app.js", 1, 2, "send")];
        var request = _spec.Ledger.Requests.EnterAnalytics(SpecLedger.Sighting("hit") with { SeenBy = Sightings.Wire });

        _spec.Ledger.Requests.SeenByBrowser(request.Number, Transport.Ping, null, null);
        _spec.Ledger.Requests.Dispatched(request.Number, new Dispatch(SecondsAgo(0), null, script));

        _spec
            .Ledger.Snapshot()
            .Requests.Single()
            .Should()
            .BeEquivalentTo(
                new
                {
                    Transport = Transport.Ping,
                    SeenBy = Sightings.Wire | Sightings.Browser,
                    Initiator = script,
                }
            );
    }

    [Test]
    public void The_script_that_is_known_at_once_is_kept()
    {
        ScriptFrame[] script = [new("https://shop.example/app.js", 1, 2, "send")];
        _spec.Time.Pass(TimeSpan.FromSeconds(2));

        _spec.Ledger.Requests.EnterAnalytics(
            SpecLedger.Sighting("hit") with
            {
                Dispatch = new Dispatch(SecondsAgo(1), null, script),
                Age = TimeSpan.FromSeconds(0.5),
            }
        );

        _spec.Ledger.Snapshot().Requests.Single().Should().BeEquivalentTo(new { At = TimeSpan.FromSeconds(1), Initiator = script });
    }

    [Test]
    public void What_happened_on_the_page_before_a_push_is_kept()
    {
        var trigger = new PageEvent("click", "button", TimeSpan.Zero);

        _spec
            .Ledger.Requests.EnterPush(SpecLedger.Sighting("push") with { Tab = 1, Trigger = trigger }, "document")
            .Trigger.Should()
            .Be(trigger);
    }

    [Test]
    public async Task All_hits_of_a_request_know_what_became_known_of_it()
    {
        var sighting = SpecLedger.Sighting("hit");
        var hit = new SpecKnowledge().Decode(sighting.Draft()).Hits.Single();
        var request = _spec.Ledger.Requests.EnterAnalytics(sighting with { Hits = [hit, hit with { Line = 1 }] });
        _spec.Sent("later");

        _spec.Ledger.Requests.SeenByBrowser(request.Number, Transport.Ping, null, null);

        (
            await _spec.Ledger.Requests.WaitUntilAsync(
                hits => hits.Count(one => one.Request.Transport == Transport.Ping) == 2,
                TimeSpan.Zero,
                CancellationToken.None
            )
        )
            .Should()
            .BeTrue();
    }

    [Test]
    public async Task What_arrives_after_all_is_that_request_and_its_hits_are_read_anew()
    {
        var given = _spec.Ledger.Requests.EnterAnalytics(
            SpecLedger.Sighting("before") with
            {
                SeenBy = Sightings.Browser,
                Remark = "Given up.",
            }
        );
        _spec.Ledger.Requests.Conclude(given.Number, RequestFate.NotDelivered);

        _spec.Ledger.Requests.Arrived(
            given.Number,
            SpecLedger.Sighting("after") with
            {
                Body = [1],
                BodyState = BodyState.Complete,
                Hits = new SpecKnowledge().Decode(SpecLedger.Sighting("after").Draft()).Hits,
            }
        );

        _spec.Ledger.Requests.InFlight.Should().Be(1);
        _spec
            .Ledger.Snapshot()
            .Requests.Should()
            .ContainSingle()
            .Which.Should()
            .BeEquivalentTo(
                new
                {
                    Fate = RequestFate.AnsweredHere,
                    SeenBy = Sightings.Wire | Sightings.Browser,
                    Remark = (string?)null,
                    Body = new byte[] { 1 },
                }
            );
        (await _spec.Ledger.Requests.WaitUntilAsync(hits => hits.Single().Event == "after", TimeSpan.Zero, CancellationToken.None))
            .Should()
            .BeTrue();
    }

    [Test]
    public void What_was_told_late_or_never_is_of_the_visit_of_its_moment()
    {
        _spec.Ledger.Pages.AddressChanged(1, "https://shop.example/one");
        _spec.Ledger.Pages.AddressChanged(2, "https://shop.example/popup");
        _spec.Time.Pass(TimeSpan.FromSeconds(5));
        var late = _spec.Sent("late");
        var inTab = _spec.Ledger.Requests.EnterAnalytics(SpecLedger.Sighting("in tab") with { IsUntold = true, Tab = 1 });
        var untold = _spec.Ledger.Requests.EnterAnalytics(
            SpecLedger.Sighting("untold") with
            {
                IsUntold = true,
                Headers = new Dictionary<string, string> { ["Referer"] = "https://shop.example/one" },
            }
        );
        _spec.Time.Pass(TimeSpan.FromSeconds(5));
        _spec.Ledger.Pages.AddressChanged(1, "https://shop.example/two");

        _spec.Ledger.Requests.SeenByBrowser(late.Number, Transport.Ping, 1, 3);

        (inTab.Visit, untold.Visit).Should().Be((1, null));
        _spec.Ledger.Snapshot().Requests.Select(request => request.Visit).Should().Equal(1, 1, 1);
    }

    [Test]
    public void A_visit_that_is_known_is_kept()
    {
        _spec.Ledger.Pages.AddressChanged(1, "https://shop.example/one");
        _spec.Ledger.Pages.AddressChanged(1, "https://shop.example/two");

        _spec.Ledger.Requests.Enter(SpecLedger.Sighting("hit") with { Tab = 1, Visit = 1 }).Visit.Should().Be(1);
    }

    [Test]
    public void A_document_began_when_it_says()
    {
        _spec.Time.Pass(TimeSpan.FromSeconds(3));

        _spec.Ledger.Pages.DocumentBegan(1, "document", "https://shop.example/", TimeSpan.FromSeconds(1));
        _spec.Ledger.Pages.DocumentBegan(2, "older", "https://shop.example/", TimeSpan.FromSeconds(9));

        _spec.Ledger.Snapshot().Visits.Select(visit => visit.From.TotalSeconds).Should().Equal(2, 0);
    }

    [Test]
    public void A_tab_knows_the_addresses_that_it_was_at()
    {
        _spec.Ledger.Pages.AddressChanged(1, "https://shop.example/one");
        _spec.Ledger.Pages.AddressChanged(2, "https://shop.example/popup");
        _spec.Ledger.Pages.AddressChanged(1, "https://shop.example/two");

        _spec.Ledger.Pages.AddressesOf(1).Should().Equal("https://shop.example/one", "https://shop.example/two");
    }

    [Test]
    public void A_script_is_kept_once_and_not_without_end()
    {
        for (var script = 0; script < 3_000; script++)
            _spec.Ledger.Scripts.Asked($"https://shop.example/{script / 2}.js");
        _spec.Ledger.Snapshot().Scripts.Should().HaveCount(1_500);

        for (var script = 0; script < 3_000; script++)
            _spec.Ledger.Scripts.Asked($"https://other.example/{script}.js");
        _spec.Ledger.Snapshot().Scripts.Should().HaveCount(2_000);
    }

    [Test]
    public void A_line_that_asks_for_the_driver_is_kept_once_and_not_without_end()
    {
        for (var line = 0; line < 500; line++)
            _spec.Ledger.Scripts.BotChecked(TimeSpan.FromSeconds(line), [new("https://shop.example/app.js", line / 2, 1, null)]);

        _spec.Ledger.Snapshot().BotChecks.Should().HaveCount(200).And.OnlyHaveUniqueItems(check => check.Initiator[0].Line);
    }

    [Test]
    public void A_move_of_the_clock_is_kept_with_its_moment()
    {
        _spec.Time.Pass(TimeSpan.FromSeconds(2));

        _spec.Ledger.Steps.ClockMoved(TimeSpan.FromSeconds(6));

        _spec.Ledger.Snapshot().ClockJumps.Should().Equal(new ClockJump(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(6)));
    }

    [Test]
    public void What_another_clock_puts_before_the_walk_is_at_its_begin()
    {
        _spec.Time.Pass(TimeSpan.FromSeconds(1));
        var request = _spec.Sent("hit");

        _spec.Ledger.Requests.Dispatched(request.Number, new Dispatch(SecondsAgo(3), null, []));

        _spec.Ledger.Snapshot().Requests.Single().At.Should().Be(TimeSpan.Zero);
    }

    /// <summary>Headers that do something when they are first looked at.</summary>
    private sealed class LookedAt(Action then) : Dictionary<string, string>, IReadOnlyDictionary<string, string>
    {
        private Action? _then = then;

        bool IReadOnlyDictionary<string, string>.TryGetValue(string key, out string value)
        {
            Interlocked.Exchange(ref _then, null)?.Invoke();
            return TryGetValue(key, out value!);
        }
    }

    private ForeignMoment SecondsAgo(double seconds) =>
        new ForeignTime().Told(0, _spec.Ledger.Timer.Elapsed - TimeSpan.FromSeconds(seconds));
}
