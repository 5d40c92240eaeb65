namespace MicroConvQA.Cli.Display;

/// <summary>The shape that all entries of the failure list share: a numbered head, then labelled fields.</summary>
internal static class Entry
{
    private const int LabelWidth = 10;
    private const int MostWalks = 12;
    private const string Indent = "     ";

    public static Line Head(int number, Span mark, string message) =>
        new([new Span($"{number, 3}  ", Tone.Quiet), mark, new Span(" " + message, Tone.Strong)], Hanging: Indent.Length + 2);

    public static Line Field(string label, string text, Tone tone = Tone.Plain) =>
        new([new Span(Indent + label.PadRight(LabelWidth), Tone.Quiet), new Span(text, tone)], Hanging: Indent.Length + LabelWidth);

    public static Line Detail(IReadOnlyList<Span> spans) =>
        new([new Span(Indent + new string(' ', LabelWidth)), .. spans], Hanging: Indent.Length + LabelWidth + 2);

    /// <summary>The walks that an entry concerns, one line a journey.</summary>
    public static IEnumerable<Line> Walks(IReadOnlyList<JudgedWalk> walks)
    {
        var label = walks.Count == 1 ? "walk" : "walks";
        foreach (var journey in walks.GroupBy(walk => walk.Verdict.Walk.Journey))
        {
            var shown = string.Join(" ", journey.Take(MostWalks).Select(walk => walk.Segments));
            yield return Field(
                label,
                $"{journey.Key} {shown}{(journey.Count() > MostWalks ? $" and {journey.Count() - MostWalks} more" : "")}"
            );
            label = "";
        }
    }
}
