using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture;

/// <summary>
/// Watches the pages of one walk by what every engine tells: data-layer pushes, page visits, console lines and uncaught errors.
/// </summary>
/// <param name="watched">Is told of it.</param>
/// <param name="watchesBotChecks">Whether scripts that ask for <c>navigator.webdriver</c> are told of.</param>
internal sealed class PageWatch(WatchedWalk watched, bool watchesBotChecks = false)
{
    private readonly TrafficLedger _ledger = watched.Ledger;
    private readonly DataLayerProbe _probe = new(watched) { WatchesBotChecks = watchesBotChecks };

    /// <summary>
    /// Joins the walk's context, before its first page is opened and before its clock is installed: the probe must see real time.
    /// </summary>
    public async Task AttachAsync(IBrowserContext context)
    {
        context.Page += (_, page) => Watch(page);
        context.Console += (_, line) => _ledger.Console.Wrote(line.Type, line.Text, line.Page?.Url);
        context.WebError += (_, error) => _ledger.Console.Wrote("exception", error.Error, error.Page?.Url);
        await _probe.InstallAsync(context);
    }

    private void Watch(IPage page)
    {
        var tab = _ledger.Pages.TabOf(page);
        // A popup may have come to its address before it is told of.
        AddressChanged(tab, page.Url);
        page.FrameNavigated += (_, frame) =>
        {
            if (frame == page.MainFrame)
                AddressChanged(tab, frame.Url);
        };
        page.Close += (_, _) => _ledger.Pages.TabClosed(tab);
        page.Crash += (_, _) => _ledger.Console.Wrote("exception", "The page crashed.", page.Url);
    }

    private void AddressChanged(int tab, string url)
    {
        if (!BlankPage.IsNoVisit(url))
            _ledger.Pages.AddressChanged(tab, url);
    }
}
