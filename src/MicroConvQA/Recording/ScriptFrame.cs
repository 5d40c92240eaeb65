namespace MicroConvQA.Recording;

/// <summary>One line of the call stack that caused a request; line and column count from 1.</summary>
public sealed record ScriptFrame(string Url, int Line, int Column, string? Function);
