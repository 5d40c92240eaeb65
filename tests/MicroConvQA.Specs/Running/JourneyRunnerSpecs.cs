using FluentAssertions;
using MicroConvQA.Judging;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Running;
using NUnit.Framework;

namespace MicroConvQA.Specs.Running;

internal static class JourneyRunnerSpecs
{
    private static readonly StandingClock Clock = new(Any.StartedAt);

    public sealed class Walking
    {
        [Test]
        public async Task Results_stand_in_the_order_of_the_plan_however_the_walks_end()
        {
            var secondEnded = new TaskCompletionSource();
            var walker = new ScriptedWalker(
                async (walk, _) =>
                {
                    if (walk.Journey.Name == "first")
                        await secondEnded.Task;
                    else
                        secondEnded.SetResult();
                    return RecordingOf(walk);
                }
            );

            var result = await Runner(walker).RunAsync(Plan(workers: 2, retries: 0, "first", "second"), CancellationToken.None);

            result.Walks.Select(walk => walk.Walk.Journey.Name).Should().Equal("first", "second");
        }

        [Test]
        public async Task No_more_walks_go_on_at_once_than_there_are_workers()
        {
            var walker = new ScriptedWalker(
                async (walk, _) =>
                {
                    await Task.Yield();
                    return RecordingOf(walk);
                }
            );

            await Runner(walker).RunAsync(Plan(workers: 2, retries: 0, "a", "b", "c", "d", "e", "f"), CancellationToken.None);

            walker.MostAtOnce.Should().BeLessThanOrEqualTo(2);
        }

        [Test]
        public async Task Two_workers_really_walk_at_once()
        {
            using var both = new Barrier(2);
            var walker = new ScriptedWalker(
                (walk, _) =>
                {
                    both.SignalAndWait(TimeSpan.FromSeconds(30), CancellationToken.None).Should().BeTrue();
                    return Task.FromResult(RecordingOf(walk));
                }
            );

            var result = await Runner(walker).RunAsync(Plan(workers: 2, retries: 0, "a", "b"), CancellationToken.None);

            result.HarnessFaults.Should().BeEmpty();
        }

        [Test]
        public async Task The_longest_journey_is_begun_first()
        {
            var walker = Always(VerdictStatus.Passed);
            var plan = Plan(workers: 1, retries: 0, "short", "long");
            var longer = plan.Walks[1] with
            {
                Journey = plan.Walks[1].Journey with { Steps = [Any.Step(), Any.Step("Pay", Any.Expectation(), Any.Expectation())] },
            };

            await Runner(walker).RunAsync(plan with { Walks = [plan.Walks[0], longer] }, CancellationToken.None);

            walker.Attempts.Should().Equal("long 1", "short 1");
        }

        [Test]
        public async Task Each_recording_is_stored_in_the_folder_of_its_walk()
        {
            List<string> stored = [];

            var result = await Runner(Always(VerdictStatus.Passed), stored)
                .RunAsync(Plan(workers: 1, retries: 0, "a"), CancellationToken.None);

            stored.Should().Equal(Path.Combine("/out", "a.desktop-chrome.granted"));
            result.Walks.Single().Directory.Should().Be(stored[0]);
        }

        [Test]
        public async Task An_observer_is_told_of_the_run_of_each_attempt_and_of_each_result()
        {
            var notes = new ObserverNotes();

            await Runner(Always(VerdictStatus.Broken), observer: notes).RunAsync(Plan(workers: 1, retries: 1, "a"), CancellationToken.None);

            notes
                .Lines.Should()
                .Equal("run of 1", "a [desktop-chrome] attempt 1", "a [desktop-chrome] attempt 2", "a [desktop-chrome] Broken");
        }

        [Test]
        public async Task The_run_knows_when_it_began_and_how_long_it_took()
        {
            var clock = new StandingClock(Any.StartedAt);
            var walker = new ScriptedWalker(
                (walk, _) =>
                {
                    clock.Advance(TimeSpan.FromSeconds(7));
                    return Task.FromResult(RecordingOf(walk));
                }
            );

            var result = await Runner(walker, clock: clock).RunAsync(Plan(workers: 1, retries: 0, "a"), CancellationToken.None);

            (result.StartedAt, result.Duration).Should().Be((Any.StartedAt, TimeSpan.FromSeconds(7)));
        }
    }

    public sealed class Trying_again
    {
        [Test]
        public async Task A_broken_walk_is_walked_again_as_often_as_allowed()
        {
            var walker = Always(VerdictStatus.Broken);

            var result = await Runner(walker).RunAsync(Plan(workers: 1, retries: 2, "a"), CancellationToken.None);

            walker.Attempts.Should().Equal("a 1", "a 2", "a 3");
            result.Walks.Single().Should().Match<WalkResult>(walk => walk.Attempts == 3 && walk.Verdict.Status == VerdictStatus.Broken);
        }

        [Test]
        public async Task A_broken_walk_that_passes_when_walked_again_has_passed_and_shows_the_recording_that_passed()
        {
            var result = await Runner(InTurn(VerdictStatus.Broken, VerdictStatus.Passed))
                .RunAsync(Plan(workers: 1, retries: 2, "a"), CancellationToken.None);

            result
                .Walks.Single()
                .Should()
                .Match<WalkResult>(walk => walk.Attempts == 2 && walk.Verdict.Status == VerdictStatus.Passed && !walk.IsFlaky);
            result.Walks.Single().Directory.Should().EndWith("a.desktop-chrome.granted.attempt-2");
        }

        [Test]
        public async Task A_passed_walk_is_walked_once()
        {
            var walker = Always(VerdictStatus.Passed);

            await Runner(walker).RunAsync(Plan(workers: 1, retries: 2, "a"), CancellationToken.None);

            walker.Attempts.Should().Equal("a 1");
        }

        [Test]
        public async Task A_failed_walk_is_walked_once_more_and_stays_failed_and_flaky_when_it_then_passes()
        {
            var result = await Runner(InTurn(VerdictStatus.Failed, VerdictStatus.Passed))
                .RunAsync(Plan(workers: 1, retries: 0, "a"), CancellationToken.None);

            result
                .Walks.Single()
                .Should()
                .Match<WalkResult>(walk => walk.Attempts == 2 && walk.Verdict.Status == VerdictStatus.Failed && walk.IsFlaky);
            result.Walks.Single().Directory.Should().EndWith("a.desktop-chrome.granted");
            result.Walks.Single().SecondLook!.Directory.Should().EndWith("a.desktop-chrome.granted.attempt-2");
        }

        [Test]
        public async Task A_walk_that_fails_twice_is_not_flaky()
        {
            var walker = Always(VerdictStatus.Failed);

            var result = await Runner(walker).RunAsync(Plan(workers: 1, retries: 5, "a"), CancellationToken.None);

            walker.Attempts.Should().Equal("a 1", "a 2");
            result.Walks.Single().IsFlaky.Should().BeFalse();
        }
    }

    public sealed class Faults_of_the_disk
    {
        [Test]
        [Platform("Linux")]
        public async Task A_recording_for_which_there_is_no_room_costs_no_verdict_and_is_said()
        {
            var runner = Runner(Always(VerdictStatus.Passed), store: async (_, directory) =>
            {
                if (directory.Contains("first", StringComparison.Ordinal))
                    await File.WriteAllTextAsync("/dev/full", "a recording", CancellationToken.None);
            });

            var result = await runner.RunAsync(Plan(workers: 1, retries: 0, "first", "second"), CancellationToken.None);

            result.Walks.Select(walk => walk.Verdict.Status).Should().Equal(VerdictStatus.Passed, VerdictStatus.Passed);
            result
                .HarnessFaults.Should()
                .Equal(
                    "The recording of guest-checkout.desktop-chrome.granted could not be kept: the disk is full (No space left on device : '/dev/full'). Its verdict counts; make room or name another folder by --output, then walk again for the evidence."
                );
            result.ExitCode.Should().Be(ExitCode.HarnessFailed);
        }

        [Test]
        [Platform("Linux")]
        public async Task A_walk_for_which_there_is_no_room_is_said_in_plain_words_and_the_others_keep_their_verdicts()
        {
            var walker = new ScriptedWalker(
                async (walk, _) =>
                {
                    if (walk.Journey.Name == "first")
                        await File.WriteAllTextAsync("/dev/full", "a trace", CancellationToken.None);
                    return RecordingOf(walk);
                }
            );

            var result = await Runner(walker).RunAsync(Plan(workers: 1, retries: 0, "first", "second"), CancellationToken.None);

            result.Walks.Should().ContainSingle(walk => walk.Verdict.Status == VerdictStatus.Passed);
            result
                .HarnessFaults.Should()
                .Equal(
                    "first [desktop-chrome] has no verdict because the disk is full (No space left on device : '/dev/full'). Make room, then walk it again."
                );
            result.ExitCode.Should().Be(ExitCode.HarnessFailed);
        }
    }

    public sealed class Faults_of_the_harness
    {
        [Test]
        public async Task A_walker_that_throws_costs_its_walk_only()
        {
            var walker = new ScriptedWalker(
                (walk, _) =>
                    walk.Journey.Name == "b"
                        ? throw new InvalidOperationException("unknown action Jump")
                        : Task.FromResult(RecordingOf(walk))
            );

            var result = await Runner(walker).RunAsync(Plan(workers: 1, retries: 1, "a", "b", "c"), CancellationToken.None);

            result.Walks.Select(walk => walk.Walk.Journey.Name).Should().Equal("a", "c");
            result
                .HarnessFaults.Should()
                .ContainSingle()
                .Which.Should()
                .StartWith("b [desktop-chrome] has no verdict because the harness itself failed in MicroConvQA.")
                .And.EndWith(": InvalidOperationException: unknown action Jump");
            result.ExitCode.Should().Be(ExitCode.HarnessFailed);
        }

        [Test]
        public async Task A_judge_that_throws_is_a_fault_of_the_harness_too()
        {
            var runner = new JourneyRunner(
                Always(VerdictStatus.Passed),
                (_, _) => throw new FormatException("bad\nhit"),
                (_, _) => Task.CompletedTask,
                new WalkDirectories("/out"),
                new ObserverNotes(),
                Clock
            );

            var result = await runner.RunAsync(Plan(workers: 1, retries: 0, "a"), CancellationToken.None);

            result.HarnessFaults.Single().Should().EndWith("FormatException: bad hit");
        }
    }

    public sealed class Being_stopped
    {
        [Test]
        public async Task Walks_that_are_done_are_kept_and_the_others_are_stopped()
        {
            using var stop = new CancellationTokenSource();
            var walker = new ScriptedWalker(
                async (walk, cancellation) =>
                {
                    if (walk.Journey.Name == "a")
                        return RecordingOf(walk);
                    await stop.CancelAsync();
                    return await Task.FromCanceled<JourneyRecording>(cancellation);
                }
            );

            var result = await Runner(walker).RunAsync(Plan(workers: 1, retries: 0, "a", "b", "c"), stop.Token);

            walker.Attempts.Should().Equal("a 1", "b 1");
            result.Walks.Select(walk => walk.Walk.Journey.Name).Should().Equal("a");
            (result.IsInterrupted, result.ExitCode).Should().Be((true, ExitCode.Interrupted));
        }

        [Test]
        public async Task A_browser_that_dies_of_the_same_signal_is_neither_broken_nor_a_fault()
        {
            using var stop = new CancellationTokenSource();
            var walker = new ScriptedWalker(
                async (walk, _) =>
                {
                    await stop.CancelAsync();
                    return walk.Journey.Name == "a"
                        ? RecordingOf(walk) with
                        {
                            Breakage = AnyBreakage,
                        }
                        : throw new IOException("browser has gone");
                }
            );

            var result = await Runner(walker).RunAsync(Plan(workers: 2, retries: 0, "a", "b"), stop.Token);

            (result.Walks.Count, result.HarnessFaults.Count, result.IsInterrupted).Should().Be((0, 0, true));
        }

        [Test]
        public async Task A_failed_walk_that_is_stopped_while_walked_once_more_stays_failed()
        {
            using var stop = new CancellationTokenSource();
            var walker = new ScriptedWalker(
                async (walk, cancellation) =>
                {
                    if (walk.Attempt == 1)
                        return Recording(walk, VerdictStatus.Failed);
                    await stop.CancelAsync();
                    return await Task.FromCanceled<JourneyRecording>(cancellation);
                }
            );

            var result = await Runner(walker).RunAsync(Plan(workers: 1, retries: 0, "a", "b"), stop.Token);

            result.Walks.Single().Should().Match<WalkResult>(walk => walk.Attempts == 1 && walk.Verdict.Status == VerdictStatus.Failed);
            result.IsInterrupted.Should().BeTrue();
        }
    }

    private static Breakage AnyBreakage { get; } =
        new()
        {
            StepIndex = 0,
            Place = Any.Place(),
            Action = "click: Buy",
            Reason = "The browser has gone.",
        };

    private static JourneyRunner Runner(
        IJourneyWalker walker,
        List<string>? stored = null,
        IRunObserver? observer = null,
        TimeProvider? clock = null,
        Func<JourneyRecording, string, Task>? store = null
    ) =>
        new(
            walker,
            (recording, _) => Any.Verdict(Enum.Parse<VerdictStatus>(recording.Tool)),
            store
                ?? (
                    (_, directory) =>
                    {
                        stored?.Add(directory);
                        return Task.CompletedTask;
                    }
                ),
            new WalkDirectories("/out"),
            observer ?? new ObserverNotes(),
            clock ?? Clock
        );

    private static ScriptedWalker Always(VerdictStatus status) => new((walk, _) => Task.FromResult(Recording(walk, status)));

    private static ScriptedWalker InTurn(params VerdictStatus[] statuses) =>
        new((walk, _) => Task.FromResult(Recording(walk, statuses[walk.Attempt - 1])));

    private static JourneyRecording RecordingOf(Walk walk) => Recording(walk, VerdictStatus.Passed);

    /// <summary>The recording carries the verdict that the spec's judge is to give.</summary>
    private static JourneyRecording Recording(Walk walk, VerdictStatus status) =>
        Any.Recording(walk.Journey) with
        {
            Tool = status.ToString(),
        };

    private static RunPlan Plan(int workers, int retries, params string[] journeys) =>
        new()
        {
            Configuration = Any.Configuration() with { Workers = workers, Retries = retries },
            Dictionary = Any.Dictionary(),
            Walks = [.. journeys.Select(name => Any.Walk(Any.Journey() with { Name = name }))],
        };
}
