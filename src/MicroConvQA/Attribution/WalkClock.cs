using MicroConvQA.Recording;

namespace MicroConvQA.Attribution;

/// <summary>Turns the page's (perhaps virtual) time into the walk's real time and back, by the jumps that the recording kept.</summary>
internal sealed class WalkClock
{
    private readonly DateTimeOffset startedAt;
    private readonly IReadOnlyList<ClockJump> jumps;
    private readonly Tolerances tolerances;

    /// <param name="recording">The walk.</param>
    /// <param name="tolerances">How exact a stated time is.</param>
    public WalkClock(JourneyRecording recording, Tolerances tolerances)
    {
        this.tolerances = tolerances;
        startedAt = recording.StartedAt;
        jumps = [.. recording.ClockJumps.OrderBy(jump => jump.At)];
    }

    /// <summary>How much page time has passed at a moment of the walk; a jump at that very moment is behind it.</summary>
    public TimeSpan PageTime(TimeSpan real)
    {
        var page = real;
        foreach (var jump in jumps.TakeWhile(jump => jump.At <= real))
            page += jump.By;
        return page;
    }

    /// <summary>The real moment of a time that the page stated; during a jump the jump's own moment.</summary>
    public TimeSpan RealTime(DateTimeOffset stated)
    {
        var page = stated - startedAt;
        var ahead = TimeSpan.Zero;
        foreach (var jump in jumps)
        {
            if (page <= jump.At + ahead)
                break;
            if (page <= jump.At + ahead + jump.By)
                return jump.At;
            ahead += jump.By;
        }
        return page - ahead;
    }

    /// <summary>Whether a page stated a time before the walk, by more than such a time is exact.</summary>
    public bool IsBeforeWalk(DateTimeOffset stated) => PageTime(stated) < -tolerances.StatedTime;

    /// <summary>The page time that a page stated, since the start of the walk.</summary>
    public TimeSpan PageTime(DateTimeOffset stated) => stated - startedAt;
}
