namespace MicroConvQA.Source;

/// <summary>A file's values as far as they could be read.</summary>
internal sealed record SourceDocument(SourceText Source, SourceNode Root)
{
    /// <summary>The place of the file as a whole.</summary>
    public SourcePlace Place => new(Source.File, 1, 1);
}
