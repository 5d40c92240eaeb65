using MicroConvQA.Source;

namespace MicroConvQA.Cli.Display;

/// <summary>A line as it may go to a console: its pieces pass <see cref="ShownText"/> and keep their tones.</summary>
internal static class SafeLine
{
    private const int Longest = 2 * ShownText.LongestLine;

    public static Line Of(Line line) => line with { Spans = [.. SpansOf(line)] };

    private static IEnumerable<Span> SpansOf(Line line)
    {
        var room = Longest;
        var isBegin = true;
        foreach (var span in line.Spans)
        {
            var text = isBegin ? ShownText.Line(span.Text) : ShownText.Piece(span.Text);
            if (text.Length > room)
            {
                yield return span with
                {
                    Text = "…",
                };
                yield break;
            }
            yield return span with
            {
                Text = text,
            };
            room -= text.Length;
            isBegin &= string.IsNullOrWhiteSpace(text);
        }
    }
}
