using System.Diagnostics;
using System.Globalization;
using MicroConvQA.Specs;
using MicroConvQA.Specs.Mutation;

namespace MicroConvQA.Benchmarks.Judging;

/// <summary>
/// What judging costs: the largest walk that is allowed for, right and wrong, an ordinary one, and mutants of a recorded one. The fastest
/// of several runs counts; beside it stands what a plain matcher needs for the same walk in the same run, because machines differ and a
/// ratio less so.
/// </summary>
internal static class JudgingCost
{
    private const int Runs = 9;

    public static int Measure(TextWriter output)
    {
        var (doubled, wrong) = (new LargeWalk(price: 29.9), new LargeWalk(price: 12));
        var ordinary = new LargeWalk(price: 29.9, hitsAnExpectation: 1, steps: 10, conversions: 3);
        output.WriteLine("| work | fastest | target | a plain matcher | ratio |");
        output.WriteLine("| --- | --- | --- | --- | --- |");
        output.WriteLine(Row("1,000 expectations against 10,000 hits, all doubled", doubled, 1000));
        output.WriteLine(Row("1,000 expectations against 10,000 hits, all wrong", wrong, 1000));
        output.WriteLine(Row("an ordinary walk of 30 expectations", ordinary, 5));
        output.WriteLine(Mutants());
        return 0;
    }

    private static string Row(string work, LargeWalk walk, double target)
    {
        var (ours, plain) = (Fastest(() => walk.Judge()), Fastest(() => PlainMatcher.Match(walk.Journey, walk.Traffic)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {work} | {ours:0.0} ms | {target:0} ms | {plain:0.00} ms | {ours / plain:0} |"
        );
    }

    private static string Mutants()
    {
        var recording = new RecordedWalk().Recording;
        var count = RecordedWalk.Mutated(recording).Mutants.Count;
        var each = Fastest(() => RecordedWalk.Mutated(recording)) / count;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| a mutant of a recorded walk ({count} of them) | {each:0.00} ms | 1 ms | – | – |"
        );
    }

    // The first runs are compiled while they run, and a loaded machine slows any of them.
    private static double Fastest(Action work) =>
        Enumerable
            .Range(0, Runs)
            .Min(_ =>
            {
                var started = Stopwatch.GetTimestamp();
                work();
                return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            });
}
