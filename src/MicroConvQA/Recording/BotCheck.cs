namespace MicroConvQA.Recording;

/// <summary>
/// A script of a page asked whether a program drives the browser (<c>navigator.webdriver</c>), and was told that one does.
/// </summary>
/// <param name="At">Since the start of the walk, in real time.</param>
/// <param name="Initiator">Which script, innermost first; empty where unknown.</param>
public sealed record BotCheck(TimeSpan At, IReadOnlyList<ScriptFrame> Initiator);
