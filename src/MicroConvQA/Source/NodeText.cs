using Newtonsoft.Json;

namespace MicroConvQA.Source;

/// <summary>A value on one line, as an author could have written it.</summary>
internal static class NodeText
{
    public static string Of(SourceNode node) =>
        node switch
        {
            SourceScalar scalar => Of(scalar),
            SourceSequence sequence => $"[{string.Join(", ", sequence.Items.Select(Of))}]",
            SourceMapping mapping => $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{Of(entry.Key)}: {Of(entry.Value)}"))}}}",
            SourceUnreadable => "…",
            _ => throw new InvalidOperationException($"unknown node {node.GetType().Name}"),
        };

    // Quotes only where they change what the value is.
    private static string Of(SourceScalar scalar) =>
        scalar.IsQuoted && !CoreSchema.Resolve(scalar.Text).Equals(scalar.Value)
            ? JsonConvert.ToString(scalar.Text)
            : scalar.Text.ReplaceLineEndings(" ");
}
