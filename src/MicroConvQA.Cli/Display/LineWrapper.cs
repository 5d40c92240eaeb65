namespace MicroConvQA.Cli.Display;

/// <summary>Breaks a line between words so that it fits a terminal; a word that is longer than the terminal is left whole.</summary>
internal static class LineWrapper
{
    public static IEnumerable<Line> Wrap(Line line, int width)
    {
        if (line.Text.Length <= width)
            return [line];

        var words = line.Spans.SelectMany(span => WordsOf(span)).ToList();
        var hanging = new Span(new string(' ', Math.Min(line.Hanging, width / 2)));
        List<List<Span>> rows =
        [
            [],
        ];

        foreach (var word in words)
        {
            if (LengthOf(rows[^1]) + word.Text.TrimEnd().Length > width && LengthOf(rows[^1]) > hanging.Text.Length)
                rows.Add([hanging]);
            rows[^1].Add(word);
        }

        return rows.Select(WithoutEnd);
    }

    // A blank in the last column would make the terminal begin a line for it.
    private static Line WithoutEnd(List<Span> row) => new([.. row[..^1], row[^1] with { Text = row[^1].Text.TrimEnd() }]);

    /// <summary>Each word with the blanks behind it, so that joining them gives the text again.</summary>
    private static IEnumerable<Span> WordsOf(Span span)
    {
        var start = 0;
        for (var at = 1; at <= span.Text.Length; at++)
            if (at == span.Text.Length || (span.Text[at - 1] == ' ' && span.Text[at] != ' '))
            {
                yield return span with
                {
                    Text = span.Text[start..at],
                };
                start = at;
            }
    }

    private static int LengthOf(List<Span> row) => row.Sum(span => span.Text.Length);
}
