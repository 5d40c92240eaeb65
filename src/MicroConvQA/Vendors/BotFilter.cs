namespace MicroConvQA.Vendors;

/// <summary>By what a vendor's own script takes a browser for a robot's, and then sends nothing.</summary>
public sealed record BotFilter
{
    /// <summary>Where that can be read: a page of the vendor's, or the package and version whose code was read.</summary>
    public required string Source { get; init; }

    /// <summary>Whether it sends nothing where <c>navigator.webdriver</c> is true.</summary>
    public bool Webdriver { get; init; }

    /// <summary>Texts for which it looks in the browser's user agent and brands, in any case.</summary>
    public IReadOnlyList<string> UserAgents { get; init; } = [];

    /// <summary>How the line begins that it writes to the page's console when it sends nothing; null = it says nothing.</summary>
    public string? Announcement { get; init; }

    /// <summary>URL patterns by which its script is known, as in <c>endpoints</c>.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];

    /// <summary>How the shop's own page switches the filter off, as the end of a sentence; null = it cannot.</summary>
    public string? Remedy { get; init; }
}
