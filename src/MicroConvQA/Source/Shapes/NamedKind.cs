using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Source.Shapes;

/// <summary>A kind with a name of its own in schemas; built when it is first used, so that it may contain itself.</summary>
internal sealed class NamedKind<T>(string name, string description, Func<ValueKind<T>> inner) : ValueKind<T>
{
    private readonly Lazy<ValueKind<T>> _inner = new(inner);

    public override string Description => description;

    public override bool Fits(SourceNode node) => _inner.Value.Fits(node);

    public override JObject Schema(SchemaDefinitions definitions) => definitions.Refer(name, () => _inner.Value.Schema(definitions));

    public override bool TryRead(SourceNode node, string subject, ReadScope scope, [MaybeNullWhen(false)] out T value) =>
        _inner.Value.TryRead(node, subject, scope, out value);
}
