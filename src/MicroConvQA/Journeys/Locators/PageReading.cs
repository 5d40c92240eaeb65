namespace MicroConvQA.Journeys.Locators;

/// <summary>A value read from the page, the truth that the shopper sees: the text, an attribute or the field value of an element.</summary>
public sealed record PageReading
{
    public required PageReadingKind Kind { get; init; }

    public required LocatorChain Target { get; init; }

    /// <summary>The attribute's name where an attribute is read.</summary>
    public string? Attribute { get; init; }

    public override string ToString() =>
        Kind switch
        {
            PageReadingKind.Text => $"text of {Target}",
            PageReadingKind.Attribute => $"attribute {Attribute} of {Target}",
            PageReadingKind.Value => $"value of {Target}",
            _ => throw new InvalidOperationException($"unknown page reading {Kind}"),
        };
}

/// <summary>What of an element is read.</summary>
public enum PageReadingKind
{
    Text,
    Attribute,
    Value,
}
