namespace MicroConvQA.Source.Shapes;

/// <summary>One entry of a mapping with the author's own keys.</summary>
internal sealed record MapEntry<T>(SourceScalar Key, T Value);
