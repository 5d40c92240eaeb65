using MicroConvQA.Judging;
using MicroConvQA.Recording;

namespace MicroConvQA.Cli.Display;

/// <summary>Writes the walks that broke: one entry a reason, so that a site that is down is said once.</summary>
internal static class BreakageLines
{
    public static IEnumerable<Line> Of(IReadOnlyList<JudgedWalk> walks, int firstNumber) =>
        walks.Where(walk => walk.Verdict.Breakage is not null)
            .GroupBy(walk => KeyOf(walk.Verdict.Breakage!))
            .SelectMany((same, index) => EntryOf([.. same], firstNumber + index));

    public static int Count(IReadOnlyList<JudgedWalk> walks) =>
        walks.Select(walk => walk.Verdict.Breakage).OfType<Breakage>().Select(KeyOf).Distinct().Count();

    // Before the first step nothing of the journey was done yet: the place says only which journeys were to begin.
    private static string KeyOf(Breakage breakage) => breakage.StepIndex < 0 ? breakage.Reason : $"{breakage.Place} {breakage.Action} {breakage.Reason}";

    private static IEnumerable<Line> EntryOf(IReadOnlyList<JudgedWalk> walks, int number)
    {
        var breakage = walks[0].Verdict.Breakage!;
        yield return Entry.Head(number, StatusMarks.Of(VerdictStatus.Broken), $"could not be walked: {breakage.Reason}");
        if (breakage.StepIndex >= 0)
            yield return Entry.Field("where", $"{breakage.Place}: {breakage.Action}");
        foreach (var line in Entry.Walks(walks))
            yield return line;
        if (breakage.Screenshot is not null)
            yield return Entry.Field("picture", Path.Combine(walks[0].Directory, breakage.Screenshot));
    }
}
