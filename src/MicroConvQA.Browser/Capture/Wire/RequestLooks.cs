namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>What a request is known by in every view of it.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Url">Its URL; a fragment is never sent and not compared.</param>
/// <param name="Body">Its body; empty = it has none, null = the view does not see it.</param>
internal sealed record RequestLooks(string Method, string Url, byte[]? Body)
{
    public string Address { get; } = $"{Method} {WithoutFragment(Url)}";

    public bool HasBodyOf(RequestLooks other) => Body is not null && other.Body is not null && Body.AsSpan().SequenceEqual(other.Body);

    /// <summary>Whether both may be one request: their bodies are equal as far as both are seen.</summary>
    public bool MayBe(RequestLooks other) => Body is null || other.Body is null || HasBodyOf(other);

    private static string WithoutFragment(string url)
    {
        var fragment = url.IndexOf('#', StringComparison.Ordinal);
        return fragment < 0 ? url : url[..fragment];
    }
}
