namespace MicroConvQA.Benchmarks.Decoding;

/// <summary>
/// What work costs of a core by the processor's own account, to which other work on the machine adds less than to a clock's.
/// </summary>
internal static class ProcessorTime
{
    private const int Rounds = 100;

    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(20);

    public static TimeSpan Now => Environment.CpuUsage.TotalTime;

    /// <summary>Microseconds of a run: the least and the median of many rounds.</summary>
    public static (double Least, double Median) Of(Action run)
    {
        var costs = Enumerable.Range(0, Rounds).Select(_ => OfOneRound(run)).Order().ToList();
        return (costs[0], costs[Rounds / 2]);
    }

    private static double OfOneRound(Action run)
    {
        var began = Now;
        var runs = 0;
        do
        {
            run();
            runs++;
        } while (Now - began < Round);
        return (Now - began).TotalMicroseconds / runs;
    }
}
