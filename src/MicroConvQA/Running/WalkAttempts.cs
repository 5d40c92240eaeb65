using MicroConvQA.Judging;
using MicroConvQA.Planning;
using MicroConvQA.Recording;

namespace MicroConvQA.Running;

/// <summary>Walks one walk to its verdict: a broken one again as often as allowed, a failed one once more for evidence.</summary>
internal sealed class WalkAttempts(
    IJourneyWalker walker,
    Func<JourneyRecording, Walk, JourneyVerdict> judge,
    Func<JourneyRecording, string, Task> store,
    WalkDirectories directories,
    IRunObserver observer,
    int retries
)
{
    public async Task<WalkResult> WalkAsync(Walk walk, CancellationToken cancellationToken)
    {
        var result = await AttemptAsync(walk, 1, cancellationToken);

        while (result.Verdict.Status == VerdictStatus.Broken && result.Attempts <= retries)
            if (await TryAgainAsync(walk, result, cancellationToken) is { } next)
                result = next;
            else
                return result;

        return result.Verdict.Status == VerdictStatus.Failed ? await LookAgainAsync(walk, result, cancellationToken) : result;
    }

    private async Task<WalkResult> LookAgainAsync(Walk walk, WalkResult failed, CancellationToken cancellationToken)
    {
        var second = await TryAgainAsync(walk, failed, cancellationToken);

        return second is null
            ? failed
            : failed with
            {
                Attempts = second.Attempts,
                IsFlaky = second.Verdict.Status == VerdictStatus.Passed,
                SecondLook = new SecondLook(second.Directory, second.Recording.Trace),
            };
    }

    /// <summary>Null where the run was stopped meanwhile: what was known before then stays the result.</summary>
    private async Task<WalkResult?> TryAgainAsync(Walk walk, WalkResult before, CancellationToken cancellationToken)
    {
        try
        {
            return await AttemptAsync(walk, before.Attempts + 1, cancellationToken);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<WalkResult> AttemptAsync(Walk walk, int number, CancellationToken cancellationToken)
    {
        var attempt = walk with { Attempt = number };
        observer.WalkStarted(attempt);
        var recording = await walker.WalkAsync(attempt, observer, cancellationToken);

        // The signal that stops us reaches the browser too: what then looks like a crash is no verdict on the shop.
        if (recording.Breakage is not null)
            cancellationToken.ThrowIfCancellationRequested();

        return await JudgedAsync(recording, walk, directories.Of(attempt), number);
    }

    private async Task<WalkResult> JudgedAsync(JourneyRecording recording, Walk walk, string directory, int number)
    {
        var kept = recording;
        try
        {
            var verdict = judge(recording, walk);
            kept = EvidenceRule.Apply(recording, verdict.Status, walk.Device, directory);
            return new WalkResult
            {
                Walk = walk,
                Recording = kept,
                Verdict = verdict,
                Directory = directory,
                Attempts = number,
            };
        }
        finally
        {
            // Whatever became of it: a recording that the judge stumbles over is what a bug report needs.
            await store(kept, directory);
        }
    }
}
