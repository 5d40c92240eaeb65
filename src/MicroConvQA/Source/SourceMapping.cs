namespace MicroConvQA.Source;

/// <summary>Keys with their values, each key once.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Entries">The entries in their order.</param>
/// <param name="IsCut">Whether the file could not be read to the mapping's end, so that a key may only seem to be missing.</param>
internal sealed record SourceMapping(SourcePlace Place, IReadOnlyList<SourceEntry> Entries, bool IsCut) : SourceNode(Place)
{
    public SourceEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Text == key);

    public override string Describe() => Entries.Count == 0 ? "an empty mapping" : $"a mapping with '{Entries[0].Key.Text}'";
}
