namespace MicroConvQA.Browser.Capture;

/// <summary>The real time that a walk has taken so far.</summary>
internal sealed class WalkTimer
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

    /// <summary>The moment that was a while ago, but none before the walk.</summary>
    internal TimeSpan Ago(TimeSpan age) => Elapsed is var now && now > age ? now - age : TimeSpan.Zero;
}
