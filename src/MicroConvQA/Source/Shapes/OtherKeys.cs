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
