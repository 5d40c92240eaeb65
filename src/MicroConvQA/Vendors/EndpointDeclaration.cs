using MicroConvQA.Source;

namespace MicroConvQA.Vendors;

/// <summary>Where a declared vendor receives requests.</summary>
/// <param name="Host">A host, <c>*.example.com</c>, <c>www.example.*</c> or <c>*</c> for any.</param>
/// <param name="Path">A path; <c>*</c> at its beginning or end stands for anything.</param>
/// <param name="CarriesHits">Whether hits are sent there.</param>
/// <param name="Position">Where it is written.</param>
internal sealed record EndpointDeclaration(string Host, string Path, bool CarriesHits, SourcePlace Position)
{
    public const string AnyHost = "*";

    private const string AnyPath = "/**";

    /// <summary>Endpoints as a regular expression, for JSON Schemas.</summary>
    public const string Form = @"^(\*|\*(\.[a-z0-9-]+)+|[a-z0-9-]+(\.[a-z0-9-]+)*(\.\*)?)(/\*\*/[^*?#\s]+|/([^*?#\s]*/)?(\*|[^*?#\s]*))$";

    /// <summary>Reads <c>host/path</c>, where a path that begins with <c>/**</c> has anything before it.</summary>
    public static EndpointDeclaration Parse(string text, bool carriesHits, SourcePlace position)
    {
        var slash = text.IndexOf('/');
        var path = text[slash..];
        return new EndpointDeclaration(
            text[..slash],
            path.StartsWith(AnyPath, StringComparison.Ordinal) ? "*" + path[AnyPath.Length..] : path,
            carriesHits,
            position
        );
    }

    /// <summary>Whether some request would be sent to both.</summary>
    public bool Overlaps(EndpointDeclaration other) => HostsOverlap(Host, other.Host) && PathsOverlap(Path, other.Path);

    /// <summary>As it is written.</summary>
    public override string ToString() => Host + (Path is ['*', ..] ? AnyPath + Path[1..] : Path);

    private static bool HostsOverlap(string one, string other) => one == other || Covers(one, other) || Covers(other, one);

    /// <summary>Any host is left out: there the payload decides.</summary>
    private static bool Covers(string pattern, string host) =>
        pattern switch
        {
            AnyHost => false,
            ['*', ..] => host.EndsWith(pattern[1..], StringComparison.Ordinal),
            [.., '*'] => host.StartsWith(pattern[..^1], StringComparison.Ordinal),
            _ => false,
        };

    private static bool PathsOverlap(string one, string other) =>
        (one, other) switch
        {
            ([.., '*'], [.., '*']) => one[..^1].StartsWith(other[..^1], StringComparison.Ordinal)
                || other[..^1].StartsWith(one[..^1], StringComparison.Ordinal),
            (['*', ..], ['*', ..]) => one[1..].EndsWith(other[1..], StringComparison.Ordinal)
                || other[1..].EndsWith(one[1..], StringComparison.Ordinal),
            ([.., '*'], ['*', ..]) or (['*', ..], [.., '*']) => true,
            ([.., '*'], _) => other.StartsWith(one[..^1], StringComparison.Ordinal),
            (_, [.., '*']) => one.StartsWith(other[..^1], StringComparison.Ordinal),
            (['*', ..], _) => other.EndsWith(one[1..], StringComparison.Ordinal),
            (_, ['*', ..]) => one.EndsWith(other[1..], StringComparison.Ordinal),
            _ => one.TrimEnd('/') == other.TrimEnd('/'),
        };
}
