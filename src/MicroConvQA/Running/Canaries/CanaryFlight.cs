using MicroConvQA.Judging;
using MicroConvQA.Planning;
using MicroConvQA.Recording;

namespace MicroConvQA.Running.Canaries;

/// <summary>Walks a run's canary and holds the verdict on it against what was put in.</summary>
internal sealed class CanaryFlight(
    IJourneyWalker walker,
    Func<JourneyRecording, Walk, JourneyVerdict> judge,
    Func<JourneyRecording, string, Task> store,
    WalkDirectories directories,
    IRunObserver observer
)
{
    /// <summary>A canary that breaks is walked once more, whatever the run's retries are: a void run costs more.</summary>
    private const int Attempts = 2;

    public async Task<CanaryResult> FlyAsync(
        RunPlan plan,
        IReadOnlyList<WalkResult> walks,
        DateTimeOffset startedAt,
        CancellationToken cancellationToken
    )
    {
        if (Canary.Of(plan, walks, startedAt) is not { } canary)
            return NotSent(walks);
        try
        {
            return await FlyAsync(canary, cancellationToken);
        }
        finally
        {
            observer.CanaryFinished(canary.Walk);
        }
    }

    private async Task<CanaryResult> FlyAsync(Canary canary, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var walk = canary.Walk with { Attempt = attempt };
            observer.WalkStarted(walk);
            var recording = await walker.WalkAsync(walk, observer, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            await store(recording, directories.Of(walk));
            if (recording.Breakage is null)
                return canary.Judge(judge(recording, walk), directories.Of(walk));
            if (attempt == Attempts)
                return canary.Broken(recording.Breakage, directories.Of(walk));
        }
    }

    internal static bool IsGreen(IReadOnlyList<WalkResult> walks) =>
        walks.All(walk => walk.Verdict.Status is VerdictStatus.Passed or VerdictStatus.Skipped);

    private static CanaryResult NotSent(IReadOnlyList<WalkResult> walks)
    {
        const string reason =
            "no walk came to its end with two conversions in order at destinations on the wire, which a fault on purpose could be put into";
        return new()
        {
            State = CanaryState.NotSent,
            Said = IsGreen(walks)
                ? $"The run is void, because it could not prove itself: {reason}."
                : $"No canary was sent, because {reason}.",
        };
    }
}
