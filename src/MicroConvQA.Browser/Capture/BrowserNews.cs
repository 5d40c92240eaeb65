using MicroConvQA.Browser.Capture.DevTools;
using MicroConvQA.Configuration.Devices;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture;

/// <summary>How a browser tells of requests: a Chromium of this machine to us, any other through Playwright.</summary>
/// <param name="engine">Its engine.</param>
/// <param name="targets">Its targets, where it speaks to us; null = it does not.</param>
internal sealed class BrowserNews(BrowserEngine engine, ChromiumTargets? targets)
{
    /// <returns>Its pages, where more is told of them; null = they need no joining.</returns>
    public IJoinedPages? Follow(IBrowserContext context, IRequestNews news, TrafficLedger ledger)
    {
        if (targets is not null)
        {
            return new ChromiumWalk(targets, context, news, ledger);
        }

        new PlaywrightRequests(news, ledger.Pages).Follow(context);
        return engine == BrowserEngine.Chromium ? new ChromiumPages(context, news, ledger.Timer) : null;
    }
}
