namespace MicroConvQA.Recording;

/// <summary>A line of the page's console, or an uncaught error.</summary>
public sealed record ConsoleLine(TimeSpan At, string Level, string Text, string? Url);
