namespace MicroConvQA.Configuration.Devices;

/// <summary>
/// A browser that runs elsewhere and is connected to: Playwright's <c>connectOptions</c>. Texts may hold <c>$env.NAME</c>.
/// </summary>
public sealed record RemoteBrowser
{
    /// <summary>Where its server listens: <c>ws://grid.example:3000/</c>.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Further headers of the request that connects.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>How long connecting may take. Default 30 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The name or address by which it reaches this machine; null = it runs here.</summary>
    public string? ProxyHost { get; init; }
}
