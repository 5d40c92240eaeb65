using System.Text;
using MicroConvQA.Configuration.Sites;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>
/// Shows the site under test what it asks for, and says whether bad certificates are minded. Asked for by Playwright, credentials would
/// make the browser hold every request and use no cache.
/// </summary>
/// <param name="access">What the site asks for.</param>
/// <param name="baseUrl">The site; null = none is known, and nothing is shown to anybody.</param>
/// <param name="optsOut">Whether every request and page says Global Privacy Control.</param>
internal sealed class SiteVisitor(SiteAccess access, string? baseUrl, bool optsOut = false)
{
    private readonly string? origin = OriginOf(baseUrl);
    private readonly IReadOnlyList<KeyValuePair<string, string>> headers = HeadersOf(access);

    public bool OptsOut => optsOut;

    public bool IgnoresCertificateErrors => access.IgnoresCertificateErrors;

    /// <summary>
    /// What the site asks for, where a request goes there; nothing for others. It is for the server alone and stands in no recording.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> HeadersFor(string url) =>
        headers.Count > 0 && OriginOf(url) == origin ? headers : [];

    private static IReadOnlyList<KeyValuePair<string, string>> HeadersOf(SiteAccess access) =>
        access.UserName is null
            ? [.. access.Headers]
            :
            [
                .. access.Headers,
                new("Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{access.UserName}:{access.Password}"))}"),
            ];

    private static string? OriginOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : null;
}
