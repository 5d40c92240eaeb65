using MicroConvQA.Judging;
using MicroConvQA.Reporting;
using MicroConvQA.Source;

namespace MicroConvQA.Cli.Display;

/// <summary>
/// Writes what walks that came to their end could not tell: one entry for each reason, with all the walks that it concerns.
/// </summary>
internal static class UntoldLines
{
    public static int Count(IReadOnlyList<JudgedWalk> walks) => Untold(walks).Count();

    public static IEnumerable<Line> Of(IReadOnlyList<JudgedWalk> walks, int firstNumber) =>
        Untold(walks).SelectMany((same, index) => EntryOf([.. same], firstNumber + index));

    private static IEnumerable<IGrouping<string, Reason>> Untold(IReadOnlyList<JudgedWalk> walks) =>
        (
            from walk in walks
            from expectation in walk.Verdict.Expectations
            from destination in expectation.Destinations
            from reason in destination.Untold
            select new Reason(walk, expectation.Expectation.Place, UntoldText.Of(expectation, destination, reason))
        ).GroupBy(reason => reason.Text);

    private static IEnumerable<Line> EntryOf(IReadOnlyList<Reason> reasons, int number)
    {
        yield return Entry.Head(number, StatusMarks.Of(VerdictStatus.Broken), reasons[0].Text);
        yield return Entry.Field("where", string.Join(", ", reasons.Select(reason => reason.Place).Distinct()));
        foreach (var line in Entry.Walks([.. reasons.Select(reason => reason.Walk).Distinct()]))
            yield return line;
    }

    private sealed record Reason(JudgedWalk Walk, SourcePlace Place, string Text);
}
