namespace MicroConvQA.Source;

/// <summary>How large an author's file may be: files are hostile input.</summary>
internal static class SourceLimits
{
    /// <summary>Bytes of a file.</summary>
    public const int Bytes = 1024 * 1024;

    /// <summary>Lists and mappings inside each other.</summary>
    public const int Depth = 64;

    /// <summary>Values of a file.</summary>
    public const int Nodes = 50_000;
}
