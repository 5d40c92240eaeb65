namespace MicroConvQA.Cli.Display;

/// <summary>Everything that is wrong, each thing once: findings first, then what could not be walked, then warnings.</summary>
internal static class FailureList
{
    public static IReadOnlyList<Line> Of(IReadOnlyList<JudgedWalk> walks)
    {
        var causes = Cause.Of(walks);
        var failures = causes.Where(cause => !cause.Finding.IsWarning).ToList();
        var warnings = causes.Where(cause => cause.Finding.IsWarning).ToList();
        var breakages = BreakageLines.Count(walks);
        var untold = UntoldLines.Count(walks);

        return
        [
            .. Section(
                "What is wrong",
                failures.Count,
                failures.SelectMany((cause, index) => CauseLines.Of(cause, index + 1).Append(Line.Empty))
            ),
            .. Section(
                "What could not be told",
                breakages + untold,
                [.. BreakageLines.Of(walks, failures.Count + 1), .. UntoldLines.Of(walks, failures.Count + breakages + 1), Line.Empty]
            ),
            .. Section(
                "Warnings",
                warnings.Count,
                warnings.SelectMany(
                    (cause, index) => CauseLines.Of(cause, failures.Count + breakages + untold + index + 1).Append(Line.Empty)
                )
            ),
            .. Notes(walks),
        ];
    }

    private static IEnumerable<Line> Section(string title, int count, IEnumerable<Line> lines) =>
        count == 0 ? [] : [Line.Of(title, Tone.Strong), .. lines];

    private static IEnumerable<Line> Notes(IReadOnlyList<JudgedWalk> walks)
    {
        var notes = walks
            .SelectMany(walk => walk.Verdict.Warnings.Select(text => (text, walk)))
            .GroupBy(note => note.text, note => note.walk)
            .Select(same => Note(same.Key, [.. same]))
            .ToList();

        return notes.Count == 0 ? [] : [Line.Of("Worth knowing", Tone.Strong), .. notes, Line.Empty];
    }

    private static Line Note(string text, List<JudgedWalk> walks)
    {
        var others = walks.Count > 1 ? $" and {walks.Count - 1} more" : "";

        return new Line(
            [new Span("     ! ", Tone.Doubtful), new Span(text), new Span($" ({walks[0].Title}{others})", Tone.Quiet)],
            Hanging: 7
        );
    }
}
