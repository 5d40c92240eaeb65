namespace MicroConvQA.Decoding.Content;

/// <summary>
/// One field of a query or form, percent-decoded. A value is decoded when it is asked for: most of what SDKs send by themselves never is.
/// </summary>
public readonly struct Field : IEquatable<Field>
{
    private const int IsDecoded = -1;

    private readonly string _text;
    private readonly int _start;
    private readonly int _length;

    public Field(string name, string value)
        : this(name, value, 0, IsDecoded) { }

    private Field(string name, string text, int start, int length) => (Name, _text, _start, _length) = (name, text, start, length);

    public string Name { get; }

    public string Value => _length == IsDecoded ? _text : PercentEncoding.Decode(_text.AsSpan(_start, _length));

    /// <summary>A field whose value stands in a text as it was sent.</summary>
    internal static Field AsSent(string name, string text, Range value)
    {
        var (start, length) = value.GetOffsetAndLength(text.Length);
        return new Field(name, text, start, length);
    }

    public static bool operator ==(Field left, Field right) => left.Equals(right);

    public static bool operator !=(Field left, Field right) => !left.Equals(right);

    public void Deconstruct(out string name, out string value) => (name, value) = (Name, Value);

    public bool Equals(Field other) => Name == other.Name && Value == other.Value;

    public override bool Equals(object? obj) => obj is Field other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Name, Value);

    public override string ToString() => $"{Name}={Value}";
}
