using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture;

/// <summary>
/// The empty page of a shop's own origin to which a page is left: answered by the capture, never by the shop. Unlike about:blank it can
/// read what the page before it wrote into its session storage while it was being left.
/// </summary>
internal static class BlankPage
{
    private const string Path = "/.microconv-blank";

    public static bool Is(string url) => url.EndsWith(Path, StringComparison.Ordinal);

    /// <summary>Whether an address is no visit: the blank page, or that of a tab to which nothing was opened yet.</summary>
    public static bool IsNoVisit(string url) => url is "" or "about:blank" || Is(url);

    /// <summary>The blank page of a URL's origin; null where the URL has none.</summary>
    public static string? For(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri.GetLeftPart(UriPartial.Authority) + Path
            : null;

    /// <summary>A blank page of a host that the browser has never spoken to.</summary>
    public static string Elsewhere() => $"https://{Guid.NewGuid():N}.microconv.test{Path}";

    /// <summary>
    /// First the page's own origin, so that it is left, then the others that its tab was at: each has a journal of its own.
    /// </summary>
    public static IEnumerable<string> AllFor(IPage page, PageLedger pages)
    {
        var earlier = pages.AddressesOf(pages.TabOf(page)).Reverse();
        return new[] { For(page.Url) ?? "about:blank" }.Concat(earlier.Select(For).OfType<string>()).Distinct();
    }
}
