using System.Diagnostics;
using System.Globalization;
using MicroConvQA.Specs;

namespace MicroConvQA.Benchmarks.Judging;

/// <summary>What judging costs: the largest walk that is allowed for, right and wrong, and an ordinary one. The fastest of several runs counts.</summary>
internal static class JudgingCost
{
    private const int Runs = 9;

    public static int Measure(TextWriter output)
    {
        var ordinary = new LargeWalk(price: 29.9, hitsAnExpectation: 1, steps: 10, conversions: 3);
        output.WriteLine("| work | fastest | target |");
        output.WriteLine("| --- | --- | --- |");
        output.WriteLine(Row("1,000 expectations against 10,000 hits, all doubled", Fastest(new LargeWalk(price: 29.9)), 1000));
        output.WriteLine(Row("1,000 expectations against 10,000 hits, all wrong", Fastest(new LargeWalk(price: 12)), 1000));
        output.WriteLine(Row("an ordinary walk of 30 expectations", Fastest(ordinary), 5));
        return 0;
    }

    private static string Row(string work, double milliseconds, double target) =>
        string.Create(CultureInfo.InvariantCulture, $"| {work} | {milliseconds:0.0} ms | {target:0} ms |");

    // The first runs are compiled while they run, and a loaded machine slows any of them.
    private static double Fastest(LargeWalk walk) => Enumerable.Range(0, Runs).Min(_ =>
    {
        var started = Stopwatch.GetTimestamp();
        walk.Judge();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    });
}
