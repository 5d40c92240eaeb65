using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture;

/// <summary>
/// Asks pages for nothing: what they told before they answer has then come, because they tell in order. Without it a push that led to a hit
/// may be told of after the hit was seen, and would be counted to a later step.
/// </summary>
internal static class PageEcho
{
    /// <summary>A page that is busy or just being replaced is not waited for longer: what it told is dated by its own clock.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static Task WaitAsync(IBrowserContext context, TimeProvider time, CancellationToken cancellationToken) =>
        Task.WhenAll(context.Pages.Select(page => WaitAsync(page, time, cancellationToken)));

    private static async Task WaitAsync(IPage page, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await page.EvaluateAsync("() => 0").WaitAsync(Patience, time, cancellationToken);
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
        {
            return;
        }
    }
}
