using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Source.Shapes;

/// <summary>A kind whose values are turned into something else after reading.</summary>
internal sealed class ConvertedKind<TFrom, T>(ValueKind<TFrom> inner, Func<TFrom, SourceNode, ReadScope, T> turn) : ValueKind<T>
{
    public override string Description => inner.Description;

    public override bool Fits(SourceNode node) => inner.Fits(node);

    public override JObject Schema(SchemaDefinitions definitions) => inner.Schema(definitions);

    public override bool TryRead(SourceNode node, string subject, ReadScope scope, [MaybeNullWhen(false)] out T value)
    {
        var isRead = inner.TryRead(node, subject, scope, out var read);
        value = isRead ? turn(read!, node, scope) : default;
        return isRead;
    }
}
