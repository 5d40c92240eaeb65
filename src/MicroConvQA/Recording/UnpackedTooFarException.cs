namespace MicroConvQA.Recording;

/// <summary>A compressed stream holds more than <see cref="UnpackingLimit"/> allows; it is the reader's to say of which file.</summary>
internal sealed class UnpackedTooFarException : Exception;
