using System.Collections.Concurrent;
using MicroConvQA.Judging;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Running.Canaries;

namespace MicroConvQA.Running;

/// <summary>
/// Walks a plan, several walks at once, and judges and stores each recording as soon as it is there. A fault of the harness costs its walk
/// only; cancellation stops the walks under way and keeps those that are done.
/// </summary>
internal sealed class JourneyRunner(
    IJourneyWalker walker,
    Func<JourneyRecording, Walk, JourneyVerdict> judge,
    Func<JourneyRecording, string, Task> store,
    WalkDirectories directories,
    IRunObserver observer,
    TimeProvider clock
)
{
    private readonly ConcurrentQueue<string> _unkept = new();

    public async Task<RunResult> RunAsync(RunPlan plan, CancellationToken cancellationToken)
    {
        var startedAt = clock.GetUtcNow();
        var started = clock.GetTimestamp();
        observer.RunStarted(plan);

        var outcomes = await WalkAllAsync(plan, cancellationToken);
        List<WalkResult> walks = [.. outcomes.Select(outcome => outcome.Result).OfType<WalkResult>()];
        var proof = plan.Configuration.Canary ? await ProveAsync(plan, walks, startedAt, cancellationToken) : RunProof.None;

        return new RunResult
        {
            Plan = plan,
            Walks = walks,
            Canary = proof.Canary,
            StartedAt = startedAt,
            Duration = clock.GetElapsedTime(started),
            IsInterrupted = outcomes.Any(outcome => outcome == Outcome.Unfinished),
            HarnessFaults = [.. outcomes.Select(outcome => outcome.Fault).Append(proof.Fault).OfType<string>(), .. _unkept.Distinct()],
        };
    }

    /// <summary>Walks the canary of a run whose walks are done.</summary>
    /// <param name="plan">The run's plan.</param>
    /// <param name="walks">What became of its walks; the canary is one of them once more.</param>
    /// <param name="startedAt">When the run began: each day the canary carries something else.</param>
    /// <param name="cancellationToken">Stops it, which proves nothing and is no fault.</param>
    public async Task<RunProof> ProveAsync(
        RunPlan plan,
        IReadOnlyList<WalkResult> walks,
        DateTimeOffset startedAt,
        CancellationToken cancellationToken
    )
    {
        if (cancellationToken.IsCancellationRequested)
            return RunProof.None;
        try
        {
            var canary = await new CanaryFlight(walker, judge, KeepAsync, directories, observer).FlyAsync(
                plan,
                walks,
                startedAt,
                cancellationToken
            );
            return new RunProof(canary, canary.IsVoid(walks) ? canary.Said : null);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            return RunProof.None;
        }
        catch (Exception exception)
        {
            return new RunProof(null, $"The run is void, because its canary failed: {HarnessFault.Describe(exception)}");
        }
    }

    private async Task<Outcome[]> WalkAllAsync(RunPlan plan, CancellationToken cancellationToken)
    {
        var outcomes = Enumerable.Repeat(Outcome.Unfinished, plan.Walks.Count).ToArray();
        var attempts = new WalkAttempts(walker, judge, KeepAsync, directories, observer, plan.Configuration.Retries);
        var waiting = new ConcurrentQueue<int>(LongestFirst(plan.Walks));
        var workers = Math.Clamp(plan.Configuration.Workers ?? Environment.ProcessorCount, 1, Math.Max(1, plan.Walks.Count));

        async Task WorkAsync()
        {
            while (!cancellationToken.IsCancellationRequested && waiting.TryDequeue(out var index))
                outcomes[index] = await WalkOneAsync(attempts, plan.Walks[index], cancellationToken);
        }

        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(WorkAsync, CancellationToken.None)));
        return outcomes;
    }

    private async Task<Outcome> WalkOneAsync(WalkAttempts attempts, Walk walk, CancellationToken cancellationToken)
    {
        try
        {
            var result = await attempts.WalkAsync(walk, cancellationToken);
            observer.WalkFinished(result);
            return new Outcome(result, null);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            return Outcome.Unfinished;
        }
        catch (Exception exception)
        {
            return new Outcome(null, HarnessFault.Describe(walk, exception));
        }
    }

    /// <summary>A recording is evidence: one that cannot be kept makes the run void and costs no verdict.</summary>
    private async Task KeepAsync(JourneyRecording recording, string directory)
    {
        try
        {
            await store(recording, directory);
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            _unkept.Enqueue(
                $"The recording of {recording.Walk.Id} could not be kept: {DiskFault.Reason(exception)}. Its verdict counts; make room or name another folder by --output, then walk again for the evidence."
            );
        }
    }

    /// <summary>
    /// A long walk that is begun last leaves the other workers idle at the end; walks of equal length keep the plan's order.
    /// </summary>
    private static IEnumerable<int> LongestFirst(IReadOnlyList<Walk> walks) =>
        Enumerable
            .Range(0, walks.Count)
            .OrderBy(index => walks[index].Repetition)
            .ThenByDescending(index => walks[index].Journey.Steps.Sum(step => step.Do.Count + step.Expect.Count));

    private sealed record Outcome(WalkResult? Result, string? Fault)
    {
        public static Outcome Unfinished { get; } = new(null, null);
    }
}
