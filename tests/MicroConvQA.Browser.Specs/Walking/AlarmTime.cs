namespace MicroConvQA.Browser.Specs.Walking;

/// <summary>Real time, but for one timer that goes off when the spec says so: how long a machine takes must not decide a spec.</summary>
internal sealed class AlarmTime(TimeSpan alarm) : TimeProvider
{
    private Action? _ring;

    public void Ring() => (_ring ?? throw new InvalidOperationException("nobody set the alarm")).Invoke();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != alarm)
            return System.CreateTimer(callback, state, dueTime, period);

        _ring = () => callback(state);
        return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
