namespace MicroConvQA.Cli.Display;

/// <summary>What a HAR cannot tell, so that a green verdict is not taken for more than it is.</summary>
internal static class NotJudgedLines
{
    public static IEnumerable<Line> Of(IReadOnlyList<string> sentences) =>
        [
            Line.Of("Not judged, because a HAR does not hold it", Tone.Strong),
            .. sentences.Select(sentence => new Line([new Span("     – ", Tone.Quiet), new Span(sentence)], Hanging: 7)),
            Line.Empty,
        ];
}
