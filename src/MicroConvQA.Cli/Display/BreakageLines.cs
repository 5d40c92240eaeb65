using MicroConvQA.Recording;

namespace MicroConvQA.Cli.Display;

/// <summary>
/// Writes the walks that broke: one entry for each line that could not be done, so that a site that is down is said once.
/// </summary>
internal static class BreakageLines
{
    public static int Count(IReadOnlyList<JudgedWalk> walks) => Broken(walks).Count();

    public static IEnumerable<Line> Of(IReadOnlyList<JudgedWalk> walks, int firstNumber) =>
        Broken(walks).SelectMany((same, index) => EntryOf([.. same], firstNumber + index));

    private static IEnumerable<IGrouping<string, JudgedWalk>> Broken(IReadOnlyList<JudgedWalk> walks) =>
        walks.Where(walk => walk.Verdict.Breakage is not null).GroupBy(walk => KeyOf(walk.Verdict.Breakage!));

    // What else was visible differs from device to device. Before the first step all journeys do the same, so that their own lines do not
    // count.
    private static string KeyOf(Breakage breakage) =>
        breakage.StepIndex < 0 ? FirstSentence(breakage.Reason) : $"{breakage.Place} {breakage.Action}";

    private static string FirstSentence(string text) =>
        text.IndexOf(". ", StringComparison.Ordinal) is var end and > 0 ? text[..end] : text;

    private static IEnumerable<Line> EntryOf(IReadOnlyList<JudgedWalk> walks, int number)
    {
        var breakage = walks[0].Verdict.Breakage!;
        var places = walks.Select(walk => walk.Verdict.Breakage!.Place).Distinct().Count();
        yield return Entry.Head(number, StatusMarks.Of(Judging.VerdictStatus.Broken), breakage.Reason);
        yield return Entry.Field(
            "where",
            places == 1 ? $"{breakage.Place}: {breakage.Action}" : $"{breakage.Action}, before the first step of {places} journeys"
        );
        foreach (var line in Entry.Walks(walks))
            yield return line;
        if (breakage.Screenshot is not null)
            yield return Entry.Field("picture", Path.Combine(walks[0].Directory, breakage.Screenshot));
    }
}
