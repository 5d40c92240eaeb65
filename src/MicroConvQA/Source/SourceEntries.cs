namespace MicroConvQA.Source;

/// <summary>Collects the entries of one mapping and refuses a key that stands there twice.</summary>
internal sealed class SourceEntries(SourceProblems problems)
{
    private readonly Dictionary<string, SourcePlace> _places = [];
    private readonly List<SourceEntry> _entries = [];

    public IReadOnlyList<SourceEntry> InOrder => _entries;

    public void Add(SourceScalar key, SourceNode value)
    {
        if (_places.TryAdd(key.Text, key.Place))
            _entries.Add(new SourceEntry(key, value));
        else
            problems.Add(
                key.Place,
                $"the key '{key.Text}' stands here a second time; the first is in line {_places[key.Text].Line}. Keep one."
            );
    }
}
