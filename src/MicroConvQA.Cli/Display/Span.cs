namespace MicroConvQA.Cli.Display;

/// <summary>A piece of a line in one tone; its text is shown letter for letter, never read as markup.</summary>
internal sealed record Span(string Text, Tone Tone = Tone.Plain);
