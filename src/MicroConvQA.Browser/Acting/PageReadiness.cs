using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>Waits until a page that an action may have brought is there for the shopper.</summary>
internal static class PageReadiness
{
    /// <summary>Waits for the document, and for its pictures and scripts at most for the patience: one that hangs must not stop the shopper.</summary>
    public static async Task WaitAsync(IPage page, TimeSpan patience)
    {
        if (page.IsClosed)
            return;
        try
        {
            await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
            await LoadedAsync(page, patience);
        }
        catch (PlaywrightException) when (page.IsClosed)
        {
            // The action closed its own tab; the next action finds the one that is left.
            return;
        }
    }

    private static async Task LoadedAsync(IPage page, TimeSpan patience)
    {
        try
        {
            await page.WaitForLoadStateAsync(LoadState.Load, new() { Timeout = (float)patience.TotalMilliseconds });
        }
        catch (TimeoutException)
        {
            // Not loaded in full, and yet usable: what the next action needs, it waits for itself.
            return;
        }
    }
}
