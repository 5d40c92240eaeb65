namespace MicroConvQA.Attribution;

/// <summary>
/// Puts times of a page or a browser into the walk's time without trusting the two clocks to agree: the message that came quickest says how
/// far they are apart. Needed for what is told late: by a page that is being left, by a journal, under load. Safe for several threads at
/// once.
/// </summary>
internal sealed class ForeignTime
{
    private readonly Lock _lock = new();
    private TimeSpan _offset = TimeSpan.MaxValue;

    /// <summary>Learns from a message that was sent at a time of the other clock and that came at a time of the walk.</summary>
    /// <returns>The time of the other clock as a moment that can be asked for when more is learnt.</returns>
    public ForeignMoment Told(double milliseconds, TimeSpan at)
    {
        lock (_lock)
        {
            var offset = at - TimeSpan.FromMilliseconds(milliseconds);
            _offset = offset < _offset ? offset : _offset;
        }

        return new ForeignMoment(this, milliseconds);
    }

    internal TimeSpan InWalk(double milliseconds)
    {
        lock (_lock)
            return TimeSpan.FromMilliseconds(milliseconds) + _offset;
    }
}

/// <summary>A time of another clock. Moments of one clock keep their order, whatever is learnt of the clock between two of them.</summary>
internal sealed class ForeignMoment(ForeignTime clock, double milliseconds)
{
    /// <summary>When it was in the walk's time, as far as is known now.</summary>
    public TimeSpan InWalk => clock.InWalk(milliseconds);

    /// <summary>Another time of the same clock.</summary>
    public ForeignMoment At(double other) => new(clock, other);
}
