namespace MicroConvQA.Browser.Specs.Settling;

/// <summary>
/// Time that runs four times as fast for the harness, while a page's and its server's runs as ever: a limit that is waited out in full,
/// because what it limits never ends, is over in a quarter.
/// </summary>
internal sealed class HurriedTime : TimeProvider
{
    private const int Times = 4;

    private readonly long _start = System.GetTimestamp();

    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp() => _start + ((System.GetTimestamp() - _start) * Times);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new HurriedTimer(System.CreateTimer(callback, state, Hurried(dueTime), Hurried(period)));

    private static TimeSpan Hurried(TimeSpan time) => time > TimeSpan.Zero ? time / Times : time;

    private sealed class HurriedTimer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Hurried(dueTime), Hurried(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
