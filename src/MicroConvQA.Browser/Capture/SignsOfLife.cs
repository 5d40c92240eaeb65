using MicroConvQA.Attribution;

namespace MicroConvQA.Browser.Capture;

/// <summary>Tells what a page sends by a timer, again and again, from what something made it send.</summary>
internal static class SignsOfLife
{
    /// <summary>Two intervals may be equal by chance; how much a busy machine shifts each is a quarter at most.</summary>
    private const int Fewest = 4;

    private const double Shift = 0.25;

    /// <param name="times">When it was sent, in order.</param>
    /// <param name="tolerances">How far apart they are at least.</param>
    public static bool Are(IReadOnlyList<TimeSpan> times, Tolerances tolerances)
    {
        if (times.Count < Fewest)
            return false;
        var intervals = times.Zip(times.Skip(1), (one, next) => next - one).ToList();
        var mean = (times[^1] - times[0]) / intervals.Count;
        return mean >= tolerances.SignOfLife && intervals.TrueForAll(interval => (interval - mean).Duration() <= mean * Shift);
    }
}
