using FluentAssertions;
using MicroConvQA.Attribution;
using MicroConvQA.Decoding;
using MicroConvQA.Journeys;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Specs.Attribution;

internal sealed class StepAttributionSpecs
{
    private static readonly Journey ThreeSteps = Any.Journey(Any.Step("Search"), Any.Step("Look"), Any.Step("Buy"));

    [Test]
    public void A_push_belongs_to_the_step_in_which_it_was_made()
    {
        var hit = Attribute(Any.Recording(ThreeSteps), Push("view_item", step: 1));

        hit.StepIndex.Should().Be(1);
        hit.Reason.Should().Be("the page pushed it to its data layer in that step");
    }

    [TestCase(1.0, true)]
    [TestCase(0.5, false, Description = "Before the action nothing had caused it but the step before.")]
    public void What_a_step_waited_for_in_vain_belongs_to_the_action_after_which_it_came(double second, bool isOfTheNext)
    {
        var recording = Waited(Any.InStep(1, 0.8), new AwaitedInVain("view_item", Any.Hit().Vendor, null));

        var found = AttributeAll(recording, Push("view_item", step: 0), Hit(arrives: 1, second, number: 2))
            .Single(hit => hit.Hit.Line == 0 && hit.Hit.Request.Number == 2);

        found.StepIndex.Should().Be(isOfTheNext ? 1 : 0);
        found.AwaitedIn.Should().Be(isOfTheNext ? 0 : null);
        if (isOfTheNext)
            found.Reason.Should().Be("step 'Search' waited for it in vain, and it came only after the action of step 'Look'");
    }

    [Test]
    public void What_was_waited_for_at_another_vendor_says_nothing_of_this_one()
    {
        var recording = Waited(Any.InStep(1, 0.8), new AwaitedInVain("view_item", "other", null));

        AttributeAll(recording, Push("view_item", step: 0), Hit(arrives: 1, number: 2)).Should().OnlyContain(hit => hit.StepIndex == 0);
    }

    private static JourneyRecording Waited(TimeSpan nextActedAt, AwaitedInVain awaited)
    {
        var recording = Any.Recording(ThreeSteps);
        return recording with
        {
            Steps =
            [
                recording.Steps[0] with
                {
                    AwaitedInVain = [awaited],
                },
                recording.Steps[1] with
                {
                    FirstActedAt = nextActedAt,
                },
                recording.Steps[2],
            ],
        };
    }

    [Test]
    public void A_stated_time_tells_the_step_of_a_batch_that_is_sent_later()
    {
        var hit = Attribute(
            OnRealClock(Any.Recording(ThreeSteps)),
            Hit(arrives: 2) with
            {
                StatedTime = Any.StartedAt + Any.InStep(0, 3.25),
            }
        );

        (hit.FirstStep, hit.LastStep).Should().Be((0, 0));
        hit.Reason.Should().Be("the hit states the time 12:00:13.250");
    }

    [Test]
    public void A_virtual_clock_falls_behind_so_that_a_stated_time_is_the_earliest()
    {
        var hit = Attribute(Any.Recording(ThreeSteps), Hit(arrives: 2) with { StatedTime = Any.StartedAt + Any.InStep(0, 3.25) });

        (hit.FirstStep, hit.StepIndex, hit.LastStep).Should().Be((0, 0, 2));
    }

    [Test]
    public void A_time_stated_just_after_the_next_step_began_belongs_to_the_push_that_caused_it()
    {
        var push = Push("view_item", step: 0, second: 9.99);
        var hit = Hit(arrives: 1, number: 2) with { StatedTime = Any.StartedAt + Any.InStep(1, 0.01) };

        AttributeAll(Any.Recording(ThreeSteps), push, hit).Single(found => found.Hit == hit).StepIndex.Should().Be(0);
    }

    [Test]
    public void The_step_of_the_push_does_not_take_the_stated_page_time_away()
    {
        var recording = Any.Recording(ThreeSteps) with { ClockJumps = [new(Any.InStep(1, 0.05), TimeSpan.FromSeconds(8))] };
        var push = Push("view_item", step: 1, second: 0.1);
        var hit = Hit(arrives: 1, number: 2) with { StatedTime = Any.StartedAt + Any.InStep(1, 8.05) };

        AttributeAll(recording, push, hit).Single(found => found.Hit == hit).EarliestOnPage.Should().Be(Any.InStep(1, 8.05));
    }

    [Test]
    public void A_stated_time_is_taken_back_from_the_virtual_clock()
    {
        var recording = Any.Recording(ThreeSteps) with { ClockJumps = [new(Any.InStep(0, 5), TimeSpan.FromMinutes(1))] };

        var hit = Attribute(recording, Hit(arrives: 2) with { StatedTime = Any.StartedAt + Any.InStep(1, 2.5) + TimeSpan.FromMinutes(1) });

        hit.StepIndex.Should().Be(1);
        hit.Earliest.Should().Be(Any.InStep(1, 1.5), "a virtual clock is known to a second");
    }

    [Test]
    public void A_time_stated_within_a_jump_is_the_moment_of_the_jump()
    {
        var recording = Any.Recording(ThreeSteps) with { ClockJumps = [new(Any.InStep(0, 5), TimeSpan.FromMinutes(1))] };

        var hit = Attribute(recording, Hit(arrives: 2) with { StatedTime = Any.StartedAt + Any.InStep(0, 5) + TimeSpan.FromSeconds(40) });

        hit.Earliest.Should().Be(Any.InStep(0, 4), "a virtual clock is known to a second");
    }

    [Test]
    public void A_time_that_cannot_be_true_is_not_believed()
    {
        var hit = Attribute(Any.Recording(ThreeSteps), Hit(arrives: 1) with { StatedTime = Any.StartedAt + TimeSpan.FromDays(1) });

        hit.StepIndex.Should().Be(1);
        hit.Reason.Should().Be("it arrived in that step and says nothing of when it was created");
    }

    [Test]
    public void A_batch_flushed_by_the_navigation_belongs_to_the_page_that_was_left()
    {
        var recording = Any.Recording(ThreeSteps) with
        {
            Visits =
            [
                Visit(1, "https://shop.example/search", 0, from: Any.InStep(0), to: Any.InStep(1, 0.5)),
                Visit(2, "https://shop.example/lamp", 1, from: Any.InStep(1, 0.5)),
            ],
        };

        var hit = Attribute(recording, Hit(arrives: 1, second: 0.6) with { PageUrl = "https://shop.example/search#top" });

        hit.StepIndex.Should().Be(0);
        hit.CanBelongTo(0).Should().BeTrue();
        hit.Reason.Should().Be("it names the page https://shop.example/search, which was open then");
    }

    [TestCase(Sightings.Wire, 0, TestName = "What_the_wire_alone_saw_just_before_the_next_page_began_left_with_the_page")]
    [TestCase(Sightings.Wire | Sightings.Browser, 1, TestName = "What_the_browser_told_of_too_was_sent_while_the_page_was_open")]
    public void A_hit_may_leave_with_its_page(Sightings seenBy, int step)
    {
        var recording = Any.Recording(ThreeSteps) with
        {
            Visits = [Visit(1, "https://shop.example/search", 0, from: Any.InStep(0), to: Any.InStep(1, 0.7))],
        };
        var hit = Hit(arrives: 1, second: 0.6) with { PageUrl = "https://shop.example/search" };

        Attribute(recording, hit with { Request = hit.Request with { SeenBy = seenBy } }).StepIndex.Should().Be(step);
    }

    [Test]
    public void The_last_words_of_a_page_before_its_reload_may_belong_to_the_step_before()
    {
        const string url = "https://shop.example/thanks";
        var recording = Any.Recording(ThreeSteps) with
        {
            Visits = [Visit(1, url, 0, from: Any.InStep(0), to: Any.InStep(1, 0.5)), Visit(2, url, 1, from: Any.InStep(1, 0.5))],
        };

        Attribute(recording, Hit(arrives: 1, second: 0.6) with { PageUrl = url }).CanBelongTo(0).Should().BeTrue();
        Attribute(recording, Hit(arrives: 1, second: 9.9) with { PageUrl = url }).CanBelongTo(0).Should().BeFalse();
    }

    [Test]
    public void A_page_load_id_tells_two_loads_of_one_page_apart()
    {
        const string url = "https://shop.example/thanks";
        var recording = Any.Recording(ThreeSteps) with
        {
            Visits = [Visit(1, url, 0, from: Any.InStep(0), to: Any.InStep(1, 5)), Visit(2, url, 1, from: Any.InStep(1, 5))],
        };
        var first = Hit(arrives: 0, second: 2, number: 1) with { PageUrl = url, PageLoadId = "a" };
        var last = Hit(arrives: 1, second: 5.2, number: 2) with { PageUrl = url, PageLoadId = "a" };

        AttributeAll(recording, first, last)[1].StepIndex.Should().Be(0);
    }

    [TestCase(2, 5.2, 1, 2, TestName = "What_a_document_sends_when_it_came_back_to_a_page_and_left_it_again_is_of_its_second_stay")]
    [TestCase(1, 1, 0, 0, TestName = "What_a_document_sends_before_it_came_back_to_a_page_is_of_its_first_stay")]
    public void One_document_on_several_pages(int arrives, double second, int first, int last)
    {
        const string lamp = "https://shop.example/lamp";
        const string lamps = "https://shop.example/lamps";
        var recording = Any.Recording(ThreeSteps) with
        {
            Visits =
            [
                Visit(1, lamp, 0, from: Any.InStep(0), to: Any.InStep(0, 5)),
                Visit(2, lamps, 0, from: Any.InStep(0, 5), to: Any.InStep(1, 5)),
                Visit(3, lamp, 1, from: Any.InStep(1, 5), to: Any.InStep(2, 5)),
                Visit(4, "https://shop.example/cart", 2, from: Any.InStep(2, 5)),
            ],
        };
        var queued = OfDocument(3, lamp, arrives, second);

        var found = AttributeAll(recording, OfDocument(1, lamp, 0, 2), OfDocument(2, lamps, 0, 6), queued)
            .Single(found => found.Hit == queued);

        (found.FirstStep, found.LastStep).Should().Be((first, last));
    }

    [Test]
    public void Two_tabs_are_told_apart_by_the_page_that_sent_it()
    {
        var recording = Any.Recording(ThreeSteps) with
        {
            Visits =
            [
                Visit(1, "https://shop.example/lamp", 0, from: Any.InStep(0), to: null),
                Visit(2, "https://shop.example/lamp", 1, from: Any.InStep(1), to: null) with
                {
                    Tab = 2,
                },
            ],
        };
        var hit = Hit(arrives: 1, second: 8) with { PageUrl = "https://shop.example/lamp" };

        Attribute(recording, hit with { Request = hit.Request with { Visit = 2 } }).CanBelongTo(0).Should().BeFalse();
    }

    [Test]
    public void What_a_page_of_one_tab_sends_when_it_was_left_is_not_of_the_same_page_in_another_tab()
    {
        const string lamp = "https://shop.example/lamp";
        var recording = Any.Recording(ThreeSteps) with
        {
            Visits =
            [
                Visit(1, lamp, 0, from: Any.InStep(0), to: Any.InStep(2, 0.5)),
                Visit(2, lamp, 1, from: Any.InStep(1)) with
                {
                    Tab = 2,
                },
                Visit(3, "https://shop.example/cart", 2, from: Any.InStep(2, 0.5)),
            ],
        };
        var batch = Hit(arrives: 2, second: 0.6) with { PageUrl = lamp, SendDelay = TimeSpan.FromMinutes(1) };

        Attribute(recording, batch with { Request = batch.Request with { Visit = 3 } }).CanBelongTo(0).Should().BeTrue();
    }

    [Test]
    public void Lines_of_one_batch_belong_to_the_steps_of_their_pushes()
    {
        var recording = Any.Recording(ThreeSteps);
        var batch = Any.Request(3, 1, Any.InStep(1, 2));

        var hits = AttributeAll(
            recording,
            Push("view_item", step: 0, second: 8),
            Push("view_item", step: 1, second: 1, number: 2),
            Any.Hit("view_item", request: batch) with
            {
                Line = 0,
            },
            Any.Hit("view_item", request: batch) with
            {
                Line = 1,
            }
        );

        hits.Where(hit => hit.Hit.Vendor == "ga4").Select(hit => hit.StepIndex).Should().Equal(0, 1);
        hits.Single(hit => hit.Hit.Vendor == "ga4" && hit.Hit.Line == 0)
            .Reason.Should()
            .Be("the data-layer push that caused it (request 1) was made in that step");
    }

    [Test]
    public void A_lost_hit_does_not_shift_the_others_to_wrong_pushes()
    {
        var hits = AttributeAll(
            Any.Recording(ThreeSteps),
            Push("view_item", step: 0, second: 9) with
            {
                ItemIds = ["A"],
            },
            Push("view_item", step: 1, second: 1, number: 2) with
            {
                ItemIds = ["B"],
            },
            Any.Hit("view_item", request: Any.Request(3, 1, Any.InStep(1, 2))) with
            {
                ItemIds = ["B"],
            }
        );

        hits[^1].StepIndex.Should().Be(1);
        hits[^1].Push!.Request.Number.Should().Be(2);
    }

    [TestCase(RequestFate.NotDelivered, null, TestName = "What_a_service_worker_sent_on_has_the_push_of_what_the_page_tried")]
    [TestCase(RequestFate.AnsweredHere, 503, TestName = "What_a_script_sent_again_has_the_push_of_what_was_refused")]
    public void One_event_sent_twice(RequestFate fate, int? status)
    {
        Hit SentAt(int number, int step, double second) =>
            Any.Hit("view_item", request: Any.Request(number, step, Any.InStep(step, second)) with { Body = [1] });
        var tried = SentAt(2, 0, 8.1);
        var again = SentAt(4, 1, 3);

        var hits = AttributeAll(
            Any.Recording(ThreeSteps),
            Push("view_item", step: 0, second: 8),
            tried with
            {
                Request = tried.Request with { Fate = fate, Status = status },
            },
            Push("view_item", step: 1, second: 2.9, number: 3),
            again,
            Any.Hit("view_item", request: Any.Request(5, 1, Any.InStep(1, 3.1)))
        );

        hits.Where(hit => hit.Hit.Vendor == "ga4")
            .ToDictionary(hit => hit.Hit.Request.Number, hit => hit.Push?.Request.Number)
            .Should()
            .Equal(
                new Dictionary<int, int?>
                {
                    [2] = 1,
                    [4] = 1,
                    [5] = 3,
                }
            );
    }

    [Test]
    public void A_vendor_that_sends_at_once_cannot_have_waited_since_an_earlier_step()
    {
        var hit = Attribute(Any.Recording(ThreeSteps), Hit(arrives: 1, second: 5) with { Vendor = "plausible", SendDelay = TimeSpan.Zero });

        (hit.FirstStep, hit.LastStep).Should().Be((1, 1));
    }

    [Test]
    public void On_a_virtual_clock_a_stated_time_is_the_earliest_only()
    {
        var hit = Attribute(
            OnVirtualClock(Any.Recording(ThreeSteps)),
            Hit(arrives: 2) with
            {
                StatedTime = Any.StartedAt + Any.InStep(1, 3),
            }
        );

        (hit.FirstStep, hit.LastStep, hit.StepIndex).Should().Be((1, 2, 1));
    }

    [Test]
    public void What_the_opening_of_the_start_page_fires_may_belong_to_the_first_step()
    {
        var hit = Attribute(Any.Recording(ThreeSteps), Push("view_item", step: -1, second: 2));

        (hit.FirstStep, hit.LastStep, hit.StepIndex).Should().Be((-1, 0, -1));
    }

    [Test]
    public void What_the_opening_fires_cannot_be_what_the_first_step_s_action_must_cause()
    {
        var recording = Any.Recording(ThreeSteps);
        recording = recording with { Steps = [recording.Steps[0] with { FirstActedAt = Any.InStep(0, 0.5) }, .. recording.Steps.Skip(1)] };

        Attribute(recording, Push("view_item", step: -1, second: 2)).CanBelongTo(0).Should().BeFalse();
        Attribute(recording, Hit(arrives: -1)).CanBelongTo(0).Should().BeFalse();
    }

    [Test]
    public void A_push_between_two_steps_says_so()
    {
        var hit = Attribute(Any.Recording(ThreeSteps), Push("view_item", step: 0, second: 9.95));

        hit.StepIndex.Should().Be(0);
        hit.Reason.Should().Be("the page pushed it to its data layer when that step was over, before the first action of the next one");
    }

    [TestCase(2.25, 0)]
    [TestCase(4.25, 1)]
    public void A_stated_time_before_the_first_action_of_a_step_is_of_the_step_before(double second, int step)
    {
        var recording = OnRealClock(Any.Recording(ThreeSteps));
        recording = recording with
        {
            Steps = [recording.Steps[0], recording.Steps[1] with { FirstActedAt = Any.InStep(1, 3) }, recording.Steps[2]],
        };

        var hit = Attribute(recording, Hit(arrives: 1, second: 5) with { StatedTime = Any.StartedAt + Any.InStep(1, second) });

        (hit.FirstStep, hit.StepIndex, hit.LastStep).Should().Be((step, step, step));
    }

    private static Hit OfDocument(int number, string url, int arrives, double second) =>
        Hit(arrives, second, number) with
        {
            PageUrl = url,
            PageLoadId = "a",
        };

    private static JourneyRecording OnVirtualClock(JourneyRecording recording) =>
        recording with
        {
            RanOn = recording.RanOn with { VirtualClock = true },
        };

    private static JourneyRecording OnRealClock(JourneyRecording recording) =>
        recording with
        {
            RanOn = recording.RanOn with { VirtualClock = false },
        };

    private static AttributedHit Attribute(JourneyRecording recording, Hit hit) => AttributeAll(recording, hit).Single();

    private static IReadOnlyList<AttributedHit> AttributeAll(JourneyRecording recording, params Hit[] hits) =>
        new StepAttribution(recording, hit => hit.Event, new Tolerances()).Attribute(hits);

    private static Hit Hit(int arrives, double second = 1, int number = 1) =>
        Any.Hit("view_item", request: Any.Request(number, arrives, Any.InStep(arrives, second)));

    private static Hit Push(string name, int step, double second = 1, int number = 1) =>
        Any.Hit(name, request: Any.Request(number, step, Any.InStep(step, second), Transport.DataLayer)) with
        {
            Vendor = "datalayer",
            Account = null,
        };

    private static PageVisit Visit(int number, string url, int step, TimeSpan from, TimeSpan? to = null) =>
        new()
        {
            Number = number,
            Tab = 1,
            Url = url,
            StepIndex = step,
            From = from,
            To = to,
        };
}
