using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Source.Shapes;

/// <summary>A single value.</summary>
internal sealed class ScalarKind<T>(string description, JObject schema, ScalarKind<T>.Convert convert) : ValueKind<T>
{
    /// <summary>Turns a scalar into the value, or says that it is none.</summary>
    public delegate bool Convert(SourceScalar scalar, out T? value);

    public override string Description => description;

    public override bool Fits(SourceNode node) => node is SourceScalar { IsNull: false };

    public override JObject Schema(SchemaDefinitions definitions) => (JObject)schema.DeepClone();

    public override bool TryRead(SourceNode node, string subject, ReadScope scope, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return (node is SourceScalar scalar && convert(scalar, out value) && value is not null) || Refuse(node, subject, scope);
    }
}
