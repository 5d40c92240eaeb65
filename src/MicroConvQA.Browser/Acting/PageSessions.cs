using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>
/// One DevTools session for each page of a walk, for what Playwright has no call for, or one that waits for more than is wanted. Only
/// Chromium has them.
/// </summary>
internal sealed class PageSessions
{
    private readonly ConcurrentDictionary<IPage, Task<ICDPSession>> _sessions = [];

    /// <summary>The page's session, opened when it is first asked for; null = its engine has none.</summary>
    /// <exception cref="PlaywrightException">The page is gone.</exception>
    public async Task<ICDPSession?> OfAsync(IPage page) =>
        page.Context.Browser?.BrowserType.Name == BrowserType.Chromium
            ? await _sessions.GetOrAdd(page, one => one.Context.NewCDPSessionAsync(one))
            : null;
}
