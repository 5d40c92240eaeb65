namespace MicroConvQA.Configuration.Sites;

/// <summary>A command that starts the site under test, as in Playwright's own configuration.</summary>
public sealed record WebServer
{
    public required string Command { get; init; }

    /// <summary>The URL that answers once the site is up; the base URL where none is given.</summary>
    public required string Url { get; init; }

    /// <summary>Whether a site that already answers is used as it is.</summary>
    public bool ReuseExistingServer { get; init; } = true;

    /// <summary>How long the start may take. Default 60 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    public string? WorkingDirectory { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
