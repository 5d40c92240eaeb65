namespace MicroConvQA.NUnit;

/// <summary>
/// A walk could not go on: the page or the world changed, and whether the tracking works could not be told. Reports count it as broken, not
/// as failed.
/// </summary>
public sealed class WalkBrokeException(string message) : Exception(message);
