using System.Collections.Concurrent;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Running;

namespace MicroConvQA.Specs.Running;

/// <summary>A walker whose every attempt does what the spec says.</summary>
internal sealed class ScriptedWalker(Func<Walk, CancellationToken, Task<JourneyRecording>> attempt) : IJourneyWalker
{
    private readonly ConcurrentQueue<string> _attempts = [];
    private int _atOnce;
    private int _mostAtOnce;

    public IReadOnlyList<string> Attempts => [.. _attempts];

    public int MostAtOnce => _mostAtOnce;

    public async Task<JourneyRecording> WalkAsync(Walk walk, IRunObserver observer, CancellationToken cancellationToken)
    {
        _attempts.Enqueue($"{walk.Journey.Name} {walk.Attempt}");
        var atOnce = Interlocked.Increment(ref _atOnce);
        InterlockedMax(ref _mostAtOnce, atOnce);
        try
        {
            return await attempt(walk, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _atOnce);
        }
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = most; value > seen; seen = most)
            Interlocked.CompareExchange(ref most, value, seen);
    }
}
