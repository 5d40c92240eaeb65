namespace MicroConvQA.Cli.Display;

/// <summary>One line of output.</summary>
/// <param name="Spans">Its pieces.</param>
/// <param name="Hanging">How far its continuation is set in where a terminal is too narrow for it.</param>
internal sealed record Line(IReadOnlyList<Span> Spans, int Hanging = 0)
{
    public static Line Empty { get; } = new([]);

    /// <summary>Its letters without tones.</summary>
    public string Text => string.Concat(Spans.Select(span => span.Text));

    public static Line Of(string text, Tone tone = Tone.Plain) => new([new Span(text, tone)]);

    public static Line Of(params IReadOnlyList<Span> spans) => new(spans);
}

/// <summary>A piece of a line in one tone; its text is shown letter for letter, never read as markup.</summary>
internal sealed record Span(string Text, Tone Tone = Tone.Plain);

/// <summary>What a piece of text wants to say beside its words; a terminal shows it as colour, a file not at all.</summary>
internal enum Tone
{
    Plain,
    Strong,
    Quiet,
    Good,
    Bad,
    Doubtful,
}
