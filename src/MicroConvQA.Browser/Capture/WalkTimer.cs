namespace MicroConvQA.Browser.Capture;

/// <summary>The real time that a walk has taken so far.</summary>
public sealed class WalkTimer
{
    private readonly long _start;

    public WalkTimer(TimeProvider time)
    {
        Time = time;
        _start = time.GetTimestamp();
        StartedAt = time.GetUtcNow();
    }

    /// <summary>The clock that it reads.</summary>
    public TimeProvider Time { get; }

    public DateTimeOffset StartedAt { get; }

    public TimeSpan Elapsed => Time.GetElapsedTime(_start);
}
