using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Source.Shapes;

/// <summary>Any value: single, list or mapping.</summary>
/// <param name="literal">How single values are read.</param>
internal sealed class AnyValueKind(ValueKind<JToken> literal) : ValueKind<JToken>
{
    public override string Description => "a value";

    public override bool Fits(SourceNode node) => node is not SourceUnreadable;

    public override JObject Schema(SchemaDefinitions definitions) => [];

    public override bool TryRead(SourceNode node, string subject, ReadScope scope, [MaybeNullWhen(false)] out JToken value)
    {
        value = Read(node, subject, scope);
        return value is not null;
    }

    private JToken? Read(SourceNode node, string subject, ReadScope scope) =>
        node switch
        {
            SourceScalar { IsNull: true } => JValue.CreateNull(),
            SourceScalar => literal.TryRead(node, subject, scope, out var value) ? value : null,
            SourceSequence sequence => new JArray(sequence.Items.Select(item => Read(item, subject, scope))),
            SourceMapping mapping => new JObject(
                mapping.Entries.Select(entry => new JProperty(entry.Key.Text, Read(entry.Value, subject, scope)))
            ),
            _ => null,
        };
}
