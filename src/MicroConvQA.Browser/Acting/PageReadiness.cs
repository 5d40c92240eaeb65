using MicroConvQA.Configuration.Devices;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>Waits until a page that an action may have brought is there for the shopper.</summary>
internal static class PageReadiness
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Waits for the document as long as a navigation may take, and for its pictures and scripts at most as long as an action: one that
    /// hangs must not stop the shopper.
    /// </summary>
    public static async Task WaitAsync(IPage page, DeviceProject device)
    {
        if (page.IsClosed)
            return;
        try
        {
            // A page that has loaded in full has its document: most often that one question is all.
            if (await ReachedAsync(page, LoadState.Load, AtOnce))
                return;
            await WaitForDocumentAsync(page, device.NavigationTimeout);
            // Not loaded in full it is usable all the same: what the next action needs, it waits for itself.
            await ReachedAsync(page, LoadState.Load, device.ActionTimeout);
        }
        catch (PlaywrightException) when (page.IsClosed)
        {
            // The action closed its own tab; the next action finds the one that is left.
            return;
        }
    }

    /// <summary>Waits for the document alone.</summary>
    /// <exception cref="WalkBrokenException">It did not come to its end.</exception>
    public static async Task WaitForDocumentAsync(IPage page, TimeSpan patience)
    {
        if (!await ReachedAsync(page, LoadState.DOMContentLoaded, patience))
            throw new WalkBrokenException(
                $"The document of {page.Url} did not come to its end in {patience.TotalSeconds:0.#} s. Look at what the shop's server does, or raise 'navigationTimeout'."
            );
    }

    /// <returns>Whether the page came to the state in time.</returns>
    private static Task<bool> ReachedAsync(IPage page, LoadState state, TimeSpan patience) =>
        Relistening.ReachesAsync(patience, async timeout =>
        {
            await page.WaitForLoadStateAsync(state, new() { Timeout = timeout });
            return true;
        });
}
