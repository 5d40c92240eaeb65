namespace MicroConvQA.Source;

/// <summary>A list of values.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Items">The values in their order.</param>
/// <param name="IsCut">Whether the file could not be read to the list's end.</param>
internal sealed record SourceSequence(SourcePlace Place, IReadOnlyList<SourceNode> Items, bool IsCut) : SourceNode(Place)
{
    public override string Describe() => Items.Count == 0 ? "an empty list" : "a list";
}
