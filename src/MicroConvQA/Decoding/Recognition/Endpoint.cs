using MicroConvQA.Decoding.Content;

namespace MicroConvQA.Decoding.Recognition;

/// <summary>Where a vendor receives requests.</summary>
/// <param name="Host">
/// <c>www.example.com</c>; <c>*.example.com</c> = any host below it; <c>www.example.*</c> = under any top-level domain;
/// <c>*</c> = any host (a first-party proxy), where the decoder must recognise the payload too.
/// </param>
/// <param name="Path">
/// <c>/collect</c>; <c>*/collect</c> = with anything before it; <c>/collect/*</c>, <c>/collect;*</c> = with anything after it. A slash at
/// the end does not matter. On any host the last segment must be fixed.
/// </param>
/// <param name="Carries">What is sent there.</param>
public sealed record Endpoint(string Host, string Path, EndpointCarries Carries = EndpointCarries.Hits)
{
    public const string AnyHost = "*";

    /// <summary>
    /// A field of the query and how its value begins, <c>tid=UA-*</c>, where vendors share a host and path; null = the query does not
    /// matter.
    /// </summary>
    public string? Query { get; init; }

    /// <summary>As the documentation writes it: <c>*.example.com/**/collect</c>, where <c>**</c> is any path.</summary>
    public override string ToString() =>
        (Host == AnyHost ? "" : Host) + (Path is ['*', ..] ? $"/*{Path}" : Path) + (Query is null ? "" : $"?{Query}");

    internal bool Matches(RequestContent request) => MatchesPath(request.Path) && (Query is null || MatchesQuery(request.Query));

    internal bool MatchesPath(ReadOnlySpan<char> path)
    {
        var trimmed = path is [.., '/'] && path.Length > 1 ? path[..^1] : path;
        if (Path is [.., '*'])
            return path.StartsWith(Path.AsSpan(0, Path.Length - 1), StringComparison.Ordinal);
        return Path is ['*', ..] ? trimmed.EndsWith(Path.AsSpan(1), StringComparison.Ordinal) : trimmed.SequenceEqual(Path);
    }

    private bool MatchesQuery(FieldList query)
    {
        var equals = Query!.IndexOf('=');
        return query[Query[..equals]]?.StartsWith(Query.AsSpan(equals + 1).TrimEnd('*'), StringComparison.Ordinal) == true;
    }
}

/// <summary>What a vendor's endpoint is for.</summary>
public enum EndpointCarries
{
    /// <summary>Hits.</summary>
    Hits,

    /// <summary>Something else of the vendor's: settings, flags, session replay. It is answered and never decoded.</summary>
    NoHits,
}
