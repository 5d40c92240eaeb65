namespace MicroConvQA.Source.Shapes;

/// <summary>A name that an author used, and where.</summary>
internal sealed record Reference(ReferenceKind Kind, string Name, SourcePlace Place);
