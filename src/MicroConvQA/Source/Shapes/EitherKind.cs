using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Source.Shapes;

/// <summary>A value in one of several forms, told apart by their outer form: the first that fits reads it.</summary>
internal sealed class EitherKind<T>(string description, params IReadOnlyList<ValueKind<T>> kinds) : ValueKind<T>
{
    public override string Description => description;

    public override bool Fits(SourceNode node) => kinds.Any(kind => kind.Fits(node));

    public override JObject Schema(SchemaDefinitions definitions) =>
        new() { ["anyOf"] = new JArray(kinds.Select(kind => kind.Schema(definitions))) };

    public override bool TryRead(SourceNode node, string subject, ReadScope scope, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return kinds.FirstOrDefault(kind => kind.Fits(node)) is { } fitting
            ? fitting.TryRead(node, subject, scope, out value)
            : Refuse(node, subject, scope);
    }
}
