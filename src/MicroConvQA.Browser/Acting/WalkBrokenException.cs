namespace MicroConvQA.Browser.Acting;

/// <summary>The world does not let the walk go on; the message is the breakage's reason, in sentences.</summary>
internal sealed class WalkBrokenException(string reason, Exception? cause = null) : Exception(reason, cause);
