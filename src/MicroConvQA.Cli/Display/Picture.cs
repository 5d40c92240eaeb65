using Spectre.Console;

namespace MicroConvQA.Cli.Display;

/// <summary>Turns lines into what Spectre.Console draws; texts are never read as markup.</summary>
internal static class Picture
{
    public static Paragraph Of(IEnumerable<Line> lines)
    {
        var paragraph = new Paragraph();
        foreach (var line in lines)
        {
            foreach (var span in SafeLine.Of(line).Spans)
                paragraph.Append(span.Text, StyleOf(span.Tone));
            paragraph.Append("\n");
        }

        return paragraph;
    }

    private static Style StyleOf(Tone tone) =>
        tone switch
        {
            Tone.Plain => Style.Plain,
            Tone.Strong => new Style(decoration: Decoration.Bold),
            Tone.Quiet => new Style(foreground: Color.Grey),
            Tone.Good => new Style(foreground: Color.Green),
            Tone.Bad => new Style(foreground: Color.Red),
            Tone.Doubtful => new Style(foreground: Color.Yellow),
            _ => throw new InvalidOperationException($"unknown tone {tone}"),
        };
}
