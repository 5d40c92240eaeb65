namespace MicroConvQA.Browser.Capture;

/// <summary>
/// The empty page of a shop's own origin to which a page is left: answered by the capture, never by the shop. Unlike about:blank it can
/// read what the page before it wrote into its session storage while it was being left.
/// </summary>
internal static class BlankPage
{
    private const string Path = "/.microconv-blank";

    public static bool Is(string url) => url.EndsWith(Path, StringComparison.Ordinal);

    /// <summary>The blank page of a URL's origin; null where the URL has none.</summary>
    public static string? For(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.GetLeftPart(UriPartial.Authority) + Path : null;
}
