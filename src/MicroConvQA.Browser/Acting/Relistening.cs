using System.Diagnostics;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>
/// Waits for what a page comes to. What happens between Playwright's look at it and its subscription is never told of (one click in some
/// thousands, and then it waits to the end for what has long been): it is looked at anew after each second.
/// </summary>
internal static class Relistening
{
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(1);

    /// <param name="patience">How long it is waited for.</param>
    /// <param name="listen">Looks and listens for so many milliseconds, and says whether the page is there.</param>
    /// <returns>Whether the page came there in time.</returns>
    public static async Task<bool> ReachesAsync(TimeSpan patience, Func<float, Task<bool>> listen)
    {
        for (var waiting = Stopwatch.StartNew(); patience - waiting.Elapsed is { Ticks: > 0 } left; )
        {
            try
            {
                if (await listen(TimeoutOf(left < Slice ? left : Slice)))
                    return true;
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

        return false;
    }

    /// <summary>
    /// Playwright's timeouts are whole milliseconds, and 0 means for ever: what is left of the last one counts as a whole one.
    /// </summary>
    internal static float TimeoutOf(TimeSpan left) => (float)Math.Ceiling(left.TotalMilliseconds);
}
