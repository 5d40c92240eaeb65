namespace MicroConvQA.Browser.Capture.DevTools;

/// <summary>A browser did not do what it was told by its DevTools protocol, most often because what it was to do it with is gone.</summary>
internal sealed class DevToolsException(string message) : Exception(message);
