namespace MicroConvQA.Recording;

/// <summary>A line of the page's console, or an uncaught error.</summary>
public sealed record ConsoleLine(TimeSpan At, string Level, string Text, string? Url)
{
    /// <summary>The first line of a text; the further ones of an error are its stack, which differs with what called its script.</summary>
    public static string FirstLineOf(string text) => text.Split('\n', 2)[0].TrimEnd();

    /// <summary>Whether a text is its first line.</summary>
    public bool Begins(string firstLine) => FirstLineOf(Text) == firstLine;
}
