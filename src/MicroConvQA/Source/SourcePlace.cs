namespace MicroConvQA.Source;

/// <summary>
/// Where something stands in a file that an author wrote; line and column count from 1, a line of 0 means the file as a whole.
/// </summary>
public sealed record SourcePlace(string File, int Line, int Column)
{
    /// <summary>A file, a folder or the command line as a whole.</summary>
    public static SourcePlace Whole(string file) => new(file, 0, 0);

    /// <summary>The place as compilers write it: <c>journeys/checkout.yaml(12,9)</c>.</summary>
    public override string ToString() => Line == 0 ? File : $"{File}({Line},{Column})";
}
