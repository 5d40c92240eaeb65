using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>Waits until a page is at an address.</summary>
internal static class PageAddress
{
    /// <summary>Waits for the address and, once the page is there, for its document.</summary>
    /// <param name="page">The page.</param>
    /// <param name="glob">The address, in Playwright's globs.</param>
    /// <param name="patience">How long the address is waited for.</param>
    /// <param name="documentPatience">How long the document is waited for from then on.</param>
    /// <exception cref="WalkBrokenException">The address did not come, or its document did not come to its end.</exception>
    public static async Task BecomesAsync(IPage page, string glob, TimeSpan patience, TimeSpan documentPatience)
    {
        var isThere = await Relistening.ReachesAsync(patience, async timeout =>
        {
            if (!Is(page, glob))
                await page.WaitForURLAsync(glob, new() { Timeout = timeout, WaitUntil = WaitUntilState.Commit });
            return Is(page, glob);
        });
        // It may have come with the last moment.
        if (!isThere && !Is(page, glob))
            throw new WalkBrokenException(
                $"The page's URL did not become '{glob}' within {patience.TotalSeconds:0.#} s; it is {page.Url}."
            );
        await PageReadiness.WaitForDocumentAsync(page, documentPatience);
    }

    /// <summary>Playwright matches globs by frame only; the page's own comes first.</summary>
    private static bool Is(IPage page, string glob) => page.FrameByUrl(glob) == page.MainFrame;
}
