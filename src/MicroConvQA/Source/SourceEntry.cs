namespace MicroConvQA.Source;

/// <summary>One key of a mapping with its value.</summary>
internal sealed record SourceEntry(SourceScalar Key, SourceNode Value);
