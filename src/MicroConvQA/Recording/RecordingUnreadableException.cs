namespace MicroConvQA.Recording;

/// <summary>A recording that cannot be read; its message names the file, what is wrong and what to do.</summary>
internal sealed class RecordingUnreadableException(string message, Exception? inner = null) : Exception(message, inner);
