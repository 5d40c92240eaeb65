namespace MicroConvQA.Source;

/// <summary>A file's values as far as they could be read.</summary>
internal sealed record SourceDocument(SourceText Source, SourceNode Root);
