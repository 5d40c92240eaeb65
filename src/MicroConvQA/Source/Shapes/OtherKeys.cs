namespace MicroConvQA.Source.Shapes;

/// <summary>How keys beside those of the table are read.</summary>
internal abstract class OtherKeys
{
    /// <summary>One sentence for the reference page.</summary>
    public required string Doc { get; init; }

    public abstract IValueKind Kind { get; }

    /// <summary>The entry as read; empty where it could not be.</summary>
    public abstract IEnumerable<MapEntry<object>> Read(SourceEntry entry, ReadScope scope);

    public static OtherKeys Of<T>(ValueKind<T> kind, string doc)
        where T : class => new OtherKeys<T>(kind) { Doc = doc };
}

/// <summary>Keys beside those of the table, with values of one kind.</summary>
internal sealed class OtherKeys<T>(ValueKind<T> kind) : OtherKeys
    where T : class
{
    public override IValueKind Kind => kind;

    public override IEnumerable<MapEntry<object>> Read(SourceEntry entry, ReadScope scope)
    {
        if (kind.TryRead(entry.Value, $"'{entry.Key.Text}'", scope, out var value))
            yield return new MapEntry<object>(entry.Key, value);
    }
}
