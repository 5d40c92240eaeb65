namespace MicroConvQA.Vendors;

/// <summary>By what a vendor's script takes a browser for a robot's and sends nothing, as declared.</summary>
internal sealed record BotFilterDeclaration
{
    public required string Source { get; init; }

    public bool Webdriver { get; init; }

    public IReadOnlyList<string> UserAgents { get; init; } = [];

    public string? Announcement { get; init; }

    public IReadOnlyList<string> Scripts { get; init; } = [];

    public string? Remedy { get; init; }
}
