namespace MicroConvQA.Decoding.Recognition;

/// <summary>
/// A URL pattern of a configuration's <c>endpoints</c>: <c>*</c> stands for any run of characters, case does not matter. It is held against
/// the whole URL, without scheme where it names none (<c>shop.example/collect</c>), the path alone where it begins with a slash, and
/// without the query where it has no <c>?</c>.
/// </summary>
internal sealed class UrlGlob(string pattern)
{
    public string Pattern { get; } = pattern;

    public bool Matches(string url)
    {
        var subject = url.AsSpan();
        if (!Pattern.Contains("://", StringComparison.Ordinal))
            subject = WithoutScheme(subject);
        if (Pattern is ['/', ..])
            subject = PathOf(subject);
        var end = Pattern.Contains('?') ? subject.IndexOf('#') : subject.IndexOfAny('?', '#');
        return Matches(Pattern, end < 0 ? subject : subject[..end]);
    }

    private static ReadOnlySpan<char> WithoutScheme(ReadOnlySpan<char> url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        return scheme < 0 ? url : url[(scheme + 3)..];
    }

    private static ReadOnlySpan<char> PathOf(ReadOnlySpan<char> hostAndPath)
    {
        var slash = hostAndPath.IndexOf('/');
        return slash < 0 ? "/" : hostAndPath[slash..];
    }

    /// <summary>Greedy with one point of return, so that no pattern makes it slow.</summary>
    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int at = 0,
            read = 0,
            star = -1,
            resume = 0;
        while (read < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
                (star, resume) = (at++, read);
            else if (at < pattern.Length && char.ToLowerInvariant(pattern[at]) == char.ToLowerInvariant(text[read]))
                (at, read) = (at + 1, read + 1);
            else if (star >= 0)
                (at, read) = (star + 1, ++resume);
            else
                return false;
        }
        return pattern[at..].IndexOfAnyExcept('*') < 0;
    }
}
