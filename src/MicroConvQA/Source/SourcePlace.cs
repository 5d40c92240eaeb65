namespace MicroConvQA.Source;

/// <summary>Where something stands in a file that an author wrote; line and column count from 1.</summary>
public sealed record SourcePlace(string File, int Line, int Column)
{
    /// <summary>The place as compilers write it: <c>journeys/checkout.yaml(12,9)</c>.</summary>
    public override string ToString() => $"{File}({Line},{Column})";
}
