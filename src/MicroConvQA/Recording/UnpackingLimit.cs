namespace MicroConvQA.Recording;

/// <summary>
/// How far a compressed file is unpacked: a few kilobytes can hold gigabytes, and traffic never does. JSON of captured traffic packs to a
/// tenth; what packs to less than a two-hundredth was made so.
/// </summary>
internal static class UnpackingLimit
{
    /// <summary>How many times its packed size a file may have.</summary>
    public const int Ratio = 200;

    /// <summary>So many bytes are unpacked of any file: of a small one a ratio says nothing.</summary>
    public const long Free = 64 * 1024 * 1024;

    public static bool IsExceeded(long unpacked, long packed) => unpacked > Free && unpacked > packed * Ratio;
}
