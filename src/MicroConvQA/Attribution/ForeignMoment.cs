namespace MicroConvQA.Attribution;

/// <summary>A time of another clock. Moments of one clock keep their order, whatever is learnt of the clock between two of them.</summary>
internal sealed class ForeignMoment(ForeignTime clock, double milliseconds)
{
    /// <summary>When it was in the walk's time, as far as is known now.</summary>
    public TimeSpan InWalk => clock.InWalk(milliseconds);

    /// <summary>Another time of the same clock.</summary>
    public ForeignMoment At(double other) => new(clock, other);
}
