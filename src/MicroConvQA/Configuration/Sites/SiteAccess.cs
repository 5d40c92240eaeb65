namespace MicroConvQA.Configuration.Sites;

/// <summary>What a site asks for that is not open to everyone. Texts may hold <c>$env.NAME</c>.</summary>
public sealed record SiteAccess
{
    /// <summary>Nothing: the site is open to everyone.</summary>
    public static SiteAccess Open { get; } = new();

    /// <summary>The user name of HTTP basic authentication; null = it is not asked for.</summary>
    public string? UserName { get; init; }

    public string? Password { get; init; }

    /// <summary>Further headers of each request to the site, and to nobody else.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The texts that no artifact may hold.</summary>
    public IEnumerable<string> Secrets => [.. Headers.Values, .. Password is null ? [] : new[] { Password }];

    /// <summary>Whether servers with a bad certificate are talked to all the same.</summary>
    public bool IgnoresCertificateErrors { get; init; }
}
