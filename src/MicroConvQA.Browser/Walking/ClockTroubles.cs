using System.Collections.Concurrent;
using MicroConvQA.Browser.Clock;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Walking;

/// <summary>
/// What the walks of a run learn of errors that timers throw under a moved clock: those that real time brings too are the page's own.
/// </summary>
internal sealed class ClockTroubles
{
    private readonly ConcurrentDictionary<string, bool> ownErrors = [];

    /// <summary>Whether the clock may be to blame, so that the walk is to be walked again in real time.</summary>
    public bool AreOfTheClock(ClockTrouble trouble) => trouble.Error is null || !ownErrors.ContainsKey(trouble.Error);

    /// <summary>Learns from the walk in real time that a trouble led to.</summary>
    public void WalkedInRealTime(ClockTrouble trouble, JourneyRecording recording)
    {
        if (trouble.Error is { } error && recording.Console.Any(line => line.Begins(error)))
            ownErrors.TryAdd(error, true);
    }
}
