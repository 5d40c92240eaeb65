namespace MicroConvQA.Source.Shapes;

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
