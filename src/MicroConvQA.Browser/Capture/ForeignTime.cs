namespace MicroConvQA.Browser.Capture;

/// <summary>
/// Puts times of a page or a browser into the walk's time without trusting the two clocks to agree: the message that came quickest says how
/// far they are apart. Needed for what is told late: by a page that is being left, by a journal, under load.
/// </summary>
internal sealed class ForeignTime
{
    private readonly Lock _lock = new();
    private TimeSpan? _offset;

    /// <summary>Learns from a message that was sent at a time of the other clock and that came at a time of the walk.</summary>
    public void Told(double milliseconds, TimeSpan at)
    {
        lock (_lock)
        {
            var offset = at - TimeSpan.FromMilliseconds(milliseconds);
            _offset = _offset is { } known && known < offset ? known : offset;
        }
    }

    /// <summary>How long before a time of the walk it was, at a time of the other clock.</summary>
    public TimeSpan Age(double milliseconds, TimeSpan at)
    {
        lock (_lock)
        {
            var age = at - TimeSpan.FromMilliseconds(milliseconds) - (_offset ?? TimeSpan.Zero);
            return age > TimeSpan.Zero && _offset is not null ? age : TimeSpan.Zero;
        }
    }
}
