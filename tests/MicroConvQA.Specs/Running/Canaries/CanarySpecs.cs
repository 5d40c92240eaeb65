using System.Xml.Linq;
using FluentAssertions;
using MicroConvQA.Cli.Display;
using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Journeys;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Again;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Reporting.JUnit;
using MicroConvQA.Running;
using MicroConvQA.Running.Canaries;
using MicroConvQA.Specs.Cli;
using MicroConvQA.Specs.Mutation;
using MicroConvQA.Specs.Reporting;
using NUnit.Framework;

namespace MicroConvQA.Specs.Running.Canaries;

internal sealed class CanarySpecs
{
    private const string Faults = "view_item at Google Analytics 4 is lost and add_to_cart at Google Analytics 4 is sent twice on purpose";

    private static readonly RecordedCase Case = new RecordingJudge((_, _) => RecordedWalk.Configuration).Read(new RecordedWalk().Recording);
    private static readonly Breakage Gone = new()
    {
        StepIndex = 0,
        Place = Any.Place(),
        Action = "click: Arc lamp",
        Reason = "The browser died.",
    };

    [Test]
    public async Task One_that_is_caught_proves_the_run_and_its_findings_are_none_of_the_shops()
    {
        var result = await RunAsync(
            (walk, sent) =>
                CanaryWire.FaultOf(walk, Plan) is { } fault
                    ? [.. sent.SelectMany(request => request.Transport == Transport.DataLayer ? [request] : fault.On(request))]
                    : sent
        );

        result.Canary!.State.Should().Be(CanaryState.Caught);
        result
            .Canary.Said.Should()
            .Be($"The canary was caught: in one more walk of guest-checkout on desktop-chrome, {Faults}, and both were found.");
        result.Walks.Should().ContainSingle().Which.Verdict.Findings.Should().BeEmpty();
        result.ExitCode.Should().Be(ExitCode.Passed);
    }

    [Test]
    public async Task One_that_is_not_caught_makes_the_run_void()
    {
        var result = await RunAsync((_, sent) => sent);

        result.Canary!.State.Should().Be(CanaryState.NotCaught);
        result.ExitCode.Should().Be(ExitCode.HarnessFailed);
        result
            .HarnessFaults.Should()
            .Equal(
                $"The run is void, because its canary was not caught: in one more walk of guest-checkout on desktop-chrome, {Faults}, and no finding says that "
                    + "view_item at Google Analytics 4 is lost nor that add_to_cart at Google Analytics 4 is sent twice. What this run found and did not find cannot be trusted. "
                    + $"Keep {Path.Combine("/out", "canary.guest-checkout.desktop-chrome.granted")} and report it as a fault of MicroConvQA; 'microconv judge' shows what was made of it."
            );
    }

    [Test]
    public async Task A_harness_that_sees_nothing_does_not_pass_for_one_that_found_what_was_lost()
    {
        var result = await RunAsync((walk, sent) => walk.Canary is null ? sent : []);

        result.Canary!.Said.Should().Contain("no finding says that add_to_cart at Google Analytics 4 is sent twice.");
        result.ExitCode.Should().Be(ExitCode.HarnessFailed);
    }

    [Test]
    public async Task One_whose_walk_broke_once_is_walked_again()
    {
        var result = await RunAsync((_, sent) => sent, walk => walk is { Canary: not null, Attempt: 1 } ? Gone : null);

        result.Canary!.State.Should().Be(CanaryState.NotCaught);
        result.Canary.Directory.Should().EndWith(".attempt-2");
    }

    [Test]
    public async Task One_that_cannot_be_walked_although_others_could_makes_the_run_void()
    {
        var result = await RunAsync((_, sent) => sent, walk => walk.Canary is null ? null : Gone);

        result.Canary!.State.Should().Be(CanaryState.NotJudged);
        result
            .HarnessFaults.Should()
            .Equal(
                "The run is void, because its canary could not be walked although guest-checkout [desktop-chrome] could: The browser died. Run it again."
            );
    }

    [Test]
    public async Task Where_every_walk_broke_none_is_sent_and_the_run_is_what_it_is()
    {
        var result = await RunAsync((_, sent) => sent, _ => Gone);

        result.Canary!.State.Should().Be(CanaryState.NotSent);
        result
            .Canary.Said.Should()
            .Be(
                "No canary was sent, because no walk came to its end with two conversions in order at destinations on the wire, which a fault on purpose could be put into."
            );
        result.ExitCode.Should().Be(ExitCode.WalkBroke);
    }

    [Test]
    public async Task What_the_shop_itself_does_wrong_is_not_chosen()
    {
        // GA4 gets no view_item at all: what is lost on purpose there could not be told from that.
        var result = await RunAsync(
            (_, sent) => [.. sent.Where(request => !request.Url.Contains("en=view_item", StringComparison.Ordinal))]
        );

        result.Canary!.Walk!.Canary.Should().Be(new CanaryFaults("view_item", "plausible", "add_to_cart", "ga4"));
    }

    [TestCase(0)]
    [TestCase(1)]
    public async Task What_the_shop_itself_sends_twice_is_not_chosen(int step)
    {
        var result = await RunAsync(
            (_, sent) =>
                [
                    .. sent.SelectMany(request =>
                        request.Url.Contains("en=view_item", StringComparison.Ordinal)
                            ? [request, request with { StepIndex = step, At = Any.InStep(step, 1.25) }]
                            : new[] { request }
                    ),
                ]
        );

        result.Canary!.Walk!.Canary.Should().Be(new CanaryFaults("view_item", "plausible", "add_to_cart", "ga4"));
    }

    [Test]
    public async Task Another_day_it_carries_something_else()
    {
        var days = new List<CanaryFaults>();
        foreach (var day in Enumerable.Range(0, 4))
            days.Add((await RunAsync((_, sent) => sent, day: day)).Canary!.Walk!.Canary!);

        days.Distinct().Should().HaveCountGreaterThan(2);
    }

    [Test]
    public async Task Whatever_it_carries_is_put_in_and_caught([Range(0, 5)] int day)
    {
        var result = await RunAsync(
            (walk, sent) => CanaryWire.FaultOf(walk, Plan) is { } fault ? [.. sent.SelectMany(fault.On)] : sent,
            day: day
        );

        result.Canary!.Said.Should().Contain("and both were found.");
    }

    [Test]
    public async Task The_shortest_walk_carries_it()
    {
        var result = await RunAsync((_, sent) => sent, walks: [WalkOf(Longer), Plan.Walks[0]]);

        result.Canary!.Walk!.Id.Should().Be($"canary.{Plan.Walks[0].Id}");
    }

    [Test]
    public async Task A_walk_that_cannot_carry_it_leaves_it_to_another()
    {
        var result = await RunAsync(
            (_, sent) => sent,
            walks: [WalkOf(Case.Journey with { Name = "look", Steps = [Case.Journey.Steps[0]] }), Plan.Walks[0]]
        );

        result.Canary!.Walk!.Id.Should().Be($"canary.{Plan.Walks[0].Id}");
    }

    [Test]
    public async Task A_walk_that_broke_after_two_conversions_in_order_does_not_carry_it()
    {
        var result = await RunAsync(
            (_, sent) => sent,
            walk => walk.Canary is null ? Gone with { StepIndex = 2 } : null,
            walks: [WalkOf(Longer)]
        );

        result.Canary!.State.Should().Be(CanaryState.NotSent);
    }

    [Test]
    public async Task A_green_run_that_nothing_could_be_put_into_is_void()
    {
        var result = await RunAsync(
            (_, sent) => sent,
            walks:
            [
                WalkOf(
                    Case.Journey with
                    {
                        Steps = [Case.Journey.Steps[0] with { Expect = [] }, Case.Journey.Steps[1] with { Expect = [] }],
                        Ignore = ["*"],
                    }
                ),
            ]
        );

        result.Walks.Should().ContainSingle().Which.Verdict.Findings.Should().BeEmpty();
        result
            .HarnessFaults.Should()
            .Equal(
                "The run is void, because it could not prove itself: no walk came to its end with two conversions in order at destinations on the wire, which a fault on purpose could be put into."
            );
    }

    [TestCase(VerdictStatus.Passed, true)]
    [TestCase(VerdictStatus.Skipped, true)]
    [TestCase(VerdictStatus.Failed, false)]
    [TestCase(VerdictStatus.Broken, false)]
    public void Without_one_a_run_is_void_where_it_would_have_passed(VerdictStatus status, bool isVoid)
    {
        var walk = new WalkResult
        {
            Walk = Plan.Walks[0],
            Recording = Case.Recording,
            Verdict = Any.Verdict(status),
            Directory = "/out",
        };

        new CanaryResult { State = CanaryState.NotSent, Said = "" }
            .IsVoid([walk])
            .Should()
            .Be(isVoid);
    }

    [Test]
    public async Task Its_recordings_are_kept_as_those_of_walks_are()
    {
        List<string> kept = [];

        await RunAsync((_, sent) => sent, walk => walk is { Canary: not null, Attempt: 1 } ? Gone : null, kept: kept);

        var canary = Path.Combine("/out", "canary.guest-checkout.desktop-chrome.granted");
        kept.Should().Equal(Path.Combine("/out", "guest-checkout.desktop-chrome.granted"), canary, $"{canary}.attempt-2");
    }

    [Test]
    public async Task One_that_the_harness_fails_on_makes_the_run_void()
    {
        var result = await RunAsync((walk, sent) => walk.Canary is null ? sent : throw new InvalidOperationException("No way."));

        result.Canary.Should().BeNull();
        result
            .HarnessFaults.Should()
            .ContainSingle()
            .Which.Should()
            .StartWith("The run is void, because its canary failed: ")
            .And.Contain("No way.");
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_run_that_was_stopped_is_not_proven(bool duringIt)
    {
        using var stop = new CancellationTokenSource();
        List<string> kept = [];
        var canaries = 0;

        var result = await RunAsync(
            (walk, sent) =>
            {
                canaries += walk.Canary is null ? 0 : 1;
                if (duringIt == walk.Canary is not null)
                    stop.Cancel();
                return sent;
            },
            kept: kept,
            stop: stop.Token
        );

        (result.Canary, result.HarnessFaults.Count, canaries).Should().Be((null, 0, duringIt ? 1 : 0));
        kept.Should().NotContain(directory => directory.Contains("canary", StringComparison.Ordinal));
    }

    [Test]
    public async Task Whoever_watches_the_run_sees_it_off_and_hears_that_it_is_back()
    {
        var notes = new ObserverNotes();

        await RunAsync((_, sent) => sent, walk => walk is { Canary: not null, Attempt: 1 } ? Gone : null, observer: notes);

        const string canary = "canary of guest-checkout [desktop-chrome]";
        notes
            .Lines.Where(line => line.StartsWith(canary, StringComparison.Ordinal))
            .Should()
            .Equal($"{canary} attempt 1", $"{canary} attempt 2", $"{canary} is back");
    }

    [Test]
    public async Task One_that_the_harness_fails_on_is_not_shown_for_ever()
    {
        var notes = new ObserverNotes();

        await RunAsync((walk, sent) => walk.Canary is null ? sent : throw new InvalidOperationException("No way."), observer: notes);

        notes.Lines.Should().Contain("canary of guest-checkout [desktop-chrome] is back");
    }

    [Test]
    public async Task No_run_has_one_that_does_not_ask_for_it() =>
        (await RunAsync((_, sent) => sent, isAsked: false)).Canary.Should().BeNull();

    [Test]
    public async Task The_console_says_it_in_one_line()
    {
        var result = await RunAsync((_, sent) => sent);

        Written.Text(RunTotals.Of(result, [])).Split("canary").Should().HaveCount(3, "the sentence names it twice, and stands once");
        RunTotals
            .Of(
                result with
                {
                    HarnessFaults = [],
                    Canary = result.Canary! with { State = CanaryState.Caught, Said = "The canary was caught." },
                },
                []
            )
            .Should()
            .Contain(line => line.Text == "The canary was caught.");
    }

    [TestCase(CanaryState.Caught, null)]
    [TestCase(CanaryState.NotCaught, "error")]
    [TestCase(CanaryState.NotSent, "skipped")]
    public async Task For_JUnit_it_is_a_test_that_passes_where_it_was_caught(CanaryState state, string? element)
    {
        using var folder = new SampleFolder();
        var canary = new CanaryResult { State = state, Said = "Said." };

        var path = await new JUnitReporter(new Dictionary<string, string>()).ReportAsync(
            folder.Sample.Result() with
            {
                Canary = canary,
                HarnessFaults = state == CanaryState.NotCaught ? ["Said."] : [],
            },
            default
        );

        var test = XDocument
            .Load(path!)
            .Descendants("testsuite")
            .Single(suite => suite.Attribute("name")!.Value == "canary")
            .Element("testcase")!;
        test.Elements().SingleOrDefault()?.Name.LocalName.Should().Be(element);
        test.Elements().Should().HaveCount(element is null ? 0 : 1);
    }

    private static RunPlan Plan { get; } =
        new()
        {
            Configuration = Case.Configuration with { Canary = true },
            Dictionary = Case.Dictionary,
            Walks =
            [
                Any.Walk(
                    Case.Journey,
                    consent: new ConsentPreset
                    {
                        Name = "granted",
                        Grants = new HashSet<Need> { Need.Analytics, Need.Ads },
                    }
                ),
            ],
        };

    /// <summary>Expects no more, and goes on for a step.</summary>
    private static Journey Longer { get; } =
        Case.Journey with
        {
            Name = "longer",
            Steps = [.. Case.Journey.Steps, Any.Step("Look around")],
        };

    private static Walk WalkOf(Journey journey) => Any.Walk(journey, consent: Plan.Walks[0].Consent);

    private static Task<RunResult> RunAsync(
        Func<Walk, IReadOnlyList<CapturedRequest>, IReadOnlyList<CapturedRequest>> wire,
        Func<Walk, Breakage?>? breaks = null,
        bool isAsked = true,
        int day = 0,
        IReadOnlyList<Walk>? walks = null,
        List<string>? kept = null,
        IRunObserver? observer = null,
        CancellationToken stop = default
    )
    {
        var walker = new ScriptedWalker(
            (walk, _) =>
                Task.FromResult(
                    Case.Recording with
                    {
                        Breakage = breaks?.Invoke(walk),
                        Steps =
                        [
                            .. Case.Recording.Steps.Take(walk.Journey.Steps.Count),
                            .. walk.Journey.Steps.Skip(2).Select((step, index) => Any.RecordedStep(index + 2, step)),
                        ],
                        Requests = [.. wire(walk, Case.Recording.Requests).Select((request, index) => request with { Number = index + 1 })],
                    }
                )
        );
        var plan = Plan with { Configuration = Plan.Configuration with { Canary = isAsked, Workers = 1 }, Walks = walks ?? Plan.Walks };
        return new JourneyRunner(
            walker,
            (recording, walk) => JourneyJudge.Judge(recording, walk.Journey, plan.Dictionary, plan.Configuration),
            (_, directory) =>
            {
                kept?.Add(directory);
                return Task.CompletedTask;
            },
            new WalkDirectories("/out"),
            observer ?? new ObserverNotes(),
            new StandingClock(DateTimeOffset.UnixEpoch.AddDays(day))
        ).RunAsync(plan, stop);
    }
}
