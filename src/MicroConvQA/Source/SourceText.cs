namespace MicroConvQA.Source;

/// <summary>An author's file as it was read: its path relative to the workspace and its text.</summary>
public sealed record SourceText(string File, string Text);
