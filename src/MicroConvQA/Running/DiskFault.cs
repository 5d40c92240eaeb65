namespace MicroConvQA.Running;

/// <summary>What the disk refuses, in plain words: it is nobody's bug, and no verdict on the shop.</summary>
internal static class DiskFault
{
    // ENOSPC and EDQUOT of Linux and macOS, ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL of Windows.
    private static readonly int[] Full = [28, 122, 69, unchecked((int)0x80070027), unchecked((int)0x80070070)];

    /// <summary>Whether a file could not be written.</summary>
    public static bool Is(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>Whether that is because there is no room.</summary>
    public static bool IsFull(Exception exception) => exception is IOException && Full.Contains(exception.HResult);

    /// <summary>Why: <c>the disk is full (No space left on device : '/shop/test-results/…')</c>.</summary>
    public static string Reason(Exception exception) =>
        IsFull(exception) ? $"the disk is full ({exception.Message})" : exception.Message.TrimEnd('.');
}
