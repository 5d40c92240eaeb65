namespace MicroConvQA.Journeys.Locators;

/// <summary>One way to find one element; its texts may hold <c>$variables</c>.</summary>
public sealed record ElementLocator
{
    public required LocatorKind Kind { get; init; }

    /// <summary>
    /// The accessible name, label, placeholder, text, alt text, title, test id or CSS selector; for a role the role itself.
    /// </summary>
    public required string Value { get; init; }

    /// <summary>The accessible name beside a role; null = any.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the text must match as a whole and in its case; for a bare string true.</summary>
    public bool Exact { get; init; }

    /// <summary>Which of several matches, from 1; null = there must be exactly one.</summary>
    public int? Nth { get; init; }

    /// <summary>The element inside of which it is looked for; null = the whole page.</summary>
    public ElementLocator? Inside { get; init; }

    /// <summary>The frame's name or a part of its URL; null = the page's main frame.</summary>
    public string? Frame { get; init; }

    /// <summary>The locator as messages show it: <c>button 'Add to cart' inside css '.card'</c>.</summary>
    public override string ToString()
    {
        var own = Kind switch
        {
            LocatorKind.AccessibleName => $"'{Value}'",
            LocatorKind.Role => Name is null ? Value : $"{Value} '{Name}'",
            LocatorKind.TestId => $"test id '{Value}'",
            LocatorKind.AltText => $"alt text '{Value}'",
            _ => $"{Kind.ToString().ToLowerInvariant()} '{Value}'",
        };
        return own
            + (Nth is null ? "" : $" (number {Nth})")
            + (Inside is null ? "" : $" inside {Inside}")
            + (Frame is null ? "" : $" in frame '{Frame}'");
    }
}
