using System.Diagnostics;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>Waits until a page is at an address.</summary>
internal static class PageAddress
{
    /// <summary>
    /// A navigation that happens between Playwright's look at the address and its subscription is never told of, and then it waits to the end
    /// for one that has long been: the address is looked at anew after each second.
    /// </summary>
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(1);

    /// <summary>Waits for the address and, once the page is there, for its document.</summary>
    /// <param name="page">The page.</param>
    /// <param name="glob">The address, in Playwright's globs.</param>
    /// <param name="patience">How long the address is waited for.</param>
    /// <param name="documentPatience">How long the document is waited for from then on.</param>
    /// <exception cref="WalkBrokenException">The address did not come, or its document did not come to its end.</exception>
    public static async Task BecomesAsync(IPage page, string glob, TimeSpan patience, TimeSpan documentPatience)
    {
        for (var waiting = Stopwatch.StartNew(); !Is(page, glob) && patience - waiting.Elapsed is { Ticks: > 0 } left;)
        {
            try
            {
                await page.WaitForURLAsync(glob, new() { Timeout = (float)(left < Slice ? left : Slice).TotalMilliseconds, WaitUntil = WaitUntilState.Commit });
            }
            catch (TimeoutException)
            {
                // Not yet, or not told of.
            }
            catch (PlaywrightException exception) when (WorldFault.WasOvertaken(exception))
            {
                // A second click ends the navigation of the first; its own leads there, or one that it leads to.
            }
        }

        if (!Is(page, glob))
            throw new WalkBrokenException($"The page's URL did not become '{glob}' within {patience.TotalSeconds:0.#} s; it is {page.Url}.");
        await PageReadiness.WaitForDocumentAsync(page, documentPatience);
    }

    /// <summary>Playwright matches globs by frame only; the page's own comes first.</summary>
    private static bool Is(IPage page, string glob) => page.FrameByUrl(glob) == page.MainFrame;
}
