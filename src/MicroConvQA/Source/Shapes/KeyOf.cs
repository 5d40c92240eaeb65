namespace MicroConvQA.Source.Shapes;

/// <summary>A key whose value is of a known type, so that reading a mapping needs no casts.</summary>
internal sealed class Key<T>(ValueKind<T> kind) : Key
{
    public override IValueKind Kind => kind;

    public override object? Read(SourceNode node, ReadScope scope) => kind.TryRead(node, $"'{Name}'", scope, out var value) ? value : null;
}
