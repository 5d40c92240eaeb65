using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Source.Shapes;

/// <summary>A mapping that is told from other mappings by a key, or by that being its only key.</summary>
internal sealed class MarkedKind<T>(ValueKind<T> inner, string key, bool isOnlyKey) : ValueKind<T>
{
    public override string Description => inner.Description;

    public override bool Fits(SourceNode node) =>
        node is SourceMapping mapping && mapping.Find(key) is not null && (!isOnlyKey || mapping.Entries.Count == 1);

    public override JObject Schema(SchemaDefinitions definitions) => inner.Schema(definitions);

    public override bool TryRead(SourceNode node, string subject, ReadScope scope, [MaybeNullWhen(false)] out T value) =>
        inner.TryRead(node, subject, scope, out value);
}
