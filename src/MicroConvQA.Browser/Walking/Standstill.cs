using MicroConvQA.Browser.Acting;
using MicroConvQA.Browser.Capture;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Walking;

/// <summary>Tells what a walk whose time is over waits for.</summary>
/// <param name="requests">What its pages have asked for.</param>
/// <param name="time">The clock of the look.</param>
internal sealed class Standstill(PendingRequests requests, TimeProvider time)
{
    /// <summary>A page that answers no question for so long is kept by something.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    /// <summary>What is waited for, in one sentence with the next move; null = nothing of the page's or the shop's holds it up.</summary>
    /// <param name="tabs">The walk's tabs.</param>
    public async Task<string?> DescribeAsync(OpenTabs tabs)
    {
        if (requests.OpenDocument is { } document)
            return NotEnded(document);
        if (tabs.Shown is not { } page)
            return null;
        return await StateAsync(page) switch
        {
            "loading" => NotEnded(page.Url),
            null =>
                $"It waited for the page {page.Url}, which answered no question: a script of its does not end, or a dialog keeps it. Look at it by hand.",
            "" => $"It waited for the page {page.Url}, which was being replaced by another one. Look at where it goes by itself.",
            _ => null,
        };
    }

    private static string NotEnded(string document) =>
        $"It waited for the document of {document}, which did not come to its end. Look at what the shop's server does, or raise 'timeout'.";

    /// <returns>How far its document has come; "" = it is being replaced, null = it does not answer.</returns>
    private async Task<string?> StateAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<string>("document.readyState").WaitAsync(Glance, time);
        }
        catch (TimeoutException)
        {
            return null;
        }
        catch (PlaywrightException)
        {
            return "";
        }
    }
}
