using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Source.Shapes;

/// <summary>A mapping by a table of keys.</summary>
internal sealed class ShapeKind<T>(Shape shape, Func<Found, ReadScope, T?> build) : ValueKind<T>
    where T : class
{
    public override string Description => $"a mapping ({string.Join(", ", shape.Keys.Select(key => key.Name))})";

    public override bool Fits(SourceNode node) => node is SourceMapping;

    public override JObject Schema(SchemaDefinitions definitions) => definitions.Refer(shape.Name, () => shape.Schema(definitions));

    public override bool TryRead(SourceNode node, string subject, ReadScope scope, [MaybeNullWhen(false)] out T value)
    {
        value = shape.Read(node, subject, scope) is { } found ? build(found, scope) : null;
        return value is not null;
    }
}
