using System.Collections;

namespace MicroConvQA.Decoding.Content;

/// <summary>The fields of a query or form in the order sent; a name may repeat, and then the last one counts.</summary>
public sealed class FieldList : IReadOnlyList<Field>
{
    public static readonly FieldList Empty = new([]);

    private readonly List<Field> _fields;

    internal FieldList(List<Field> fields) => _fields = fields;

    public int Count => _fields.Count;

    public Field this[int index] => _fields[index];

    /// <summary>The value of the last field of that name; null = there is none.</summary>
    public string? this[string name] => ValueOf(name);

    public bool Has(string name) => ValueOf(name) is not null;

    /// <summary>Reads <c>a=1&amp;b=2</c>. Broken percent-encoding stays as it was sent; a plus sign is a space.</summary>
    public static FieldList Parse(string text) => Parse(text, text);

    /// <summary>Reads a part of a text, which the fields then keep.</summary>
    internal static FieldList Parse(string text, ReadOnlySpan<char> part)
    {
        if (part.IsEmpty || !text.AsSpan().Overlaps(part, out var offset))
            return Empty;
        var fields = new List<Field>(Math.Min(part.Count('&') + 1, DecodingLimits.Fields));
        foreach (var place in part.Split('&'))
            if (part[place] is { IsEmpty: false } field)
                fields.Add(
                    fields.Count < DecodingLimits.Fields ? ParseField(text, field, offset + place.Start.Value) : throw TooManyFields()
                );
        return new FieldList(fields);
    }

    /// <summary>Reads a body of one query a line; empty lines are none.</summary>
    internal static List<FieldList> ParseLines(string body)
    {
        var lines = new List<FieldList>();
        var fields = 0L;
        foreach (var line in body.AsSpan().EnumerateLines())
            if (!line.IsWhiteSpace())
            {
                lines.Add(lines.Count < DecodingLimits.Events ? Parse(body, line.Trim()) : throw WireList.TooManyEvents());
                WireList.DemandFew(fields += lines[^1].Count);
            }
        return lines;
    }

    public List<Field>.Enumerator GetEnumerator() => _fields.GetEnumerator();

    IEnumerator<Field> IEnumerable<Field>.GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _fields.GetEnumerator();

    private static Field ParseField(string text, ReadOnlySpan<char> field, int start)
    {
        var equals = field.IndexOf('=');
        return equals < 0
            ? new Field(PercentEncoding.Decode(field), "")
            : Field.AsSent(PercentEncoding.Decode(field[..equals]), text, (start + equals + 1)..(start + field.Length));
    }

    private static UnreadableRequestException TooManyFields() =>
        new($"It has more than {DecodingLimits.Fields:N0} fields, which is more than is read of one request.");

    private string? ValueOf(string name)
    {
        for (var index = _fields.Count - 1; index >= 0; index--)
            if (_fields[index].Name == name)
                return _fields[index].Value;
        return null;
    }
}
