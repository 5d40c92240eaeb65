namespace MicroConvQA.Source.Shapes;

/// <summary>What stood at the keys of one mapping; a key whose value was wrong counts as absent, its problem is already reported.</summary>
internal sealed class Found(SourceMapping mapping, IReadOnlyDictionary<Key, object?> values, IReadOnlyList<MapEntry<object>> others)
{
    public SourceMapping Mapping => mapping;

    public SourcePlace Place => mapping.Place;

    /// <summary>The author's own keys.</summary>
    public IReadOnlyList<MapEntry<object>> Others => others;

    /// <summary>Whether the key stands there, even with a wrong value.</summary>
    public bool Has(Key key) => values.ContainsKey(key);

    public T Or<T>(Key<T> key, T whenAbsent) => values.GetValueOrDefault(key) is T value ? value : whenAbsent;

    /// <summary>The value; null where it is absent.</summary>
    public T? Get<T>(Key<T> key)
        where T : class => values.GetValueOrDefault(key) as T;

    /// <summary>The value; null where it is absent.</summary>
    public T? GetValue<T>(Key<T> key)
        where T : struct => values.GetValueOrDefault(key) as T?;

    /// <summary>Where the key's value stands; the mapping's place where the key is absent.</summary>
    public SourcePlace PlaceOf(Key key) => mapping.Find(key.Name)?.Value.Place ?? mapping.Place;
}
