using MicroConvQA.Configuration.Network;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>One walk's capture on the wire: its proxy, what the browser tells of it, and how its pages are left.</summary>
/// <param name="knowledge">Tells hits from other requests.</param>
/// <param name="network">What is kept here.</param>
/// <param name="forwarder">Knows the way to servers.</param>
/// <param name="visitor">Who goes there.</param>
/// <param name="noise">Is told what the browser itself sends.</param>
/// <param name="watched">The walk.</param>
/// <param name="told">What the browser tells.</param>
internal sealed class WireWalk(
    ITrafficKnowledge knowledge,
    NetworkRules network,
    Forwarder forwarder,
    SiteVisitor visitor,
    BrowserNoise noise,
    WatchedWalk watched,
    BrowserNews told
) : IWalkCapture
{
    /// <summary>It only bounds a wait on a page that may hang.</summary>
    private static readonly TimeSpan LeaveLimit = TimeSpan.FromSeconds(10);

    /// <summary>A page that answers takes some milliseconds.</summary>
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(2);

    private readonly TrafficLedger ledger = watched.Ledger;
    private readonly BrowserView browser = new(watched.Ledger.Requests, watched.Ledger.Timer, watched.Ledger.Tolerances);
    private readonly CancellationTokenSource closed = new();
    private WireExchanges? exchanges;
    private WalkProxy? proxy;
    private IBrowserContext? walked;
    private IJoinedPages? pages;
    private volatile bool isOffline;

    public PendingRequests Requests { get; } = new(watched.Ledger.Timer.Time, watched.Ledger.Tolerances);

    private IBrowserContext Context => walked ?? throw new InvalidOperationException("The walk's capture is not attached to a context.");

    /// <param name="host">Where the proxy listens; null = on this machine alone.</param>
    /// <param name="certificates">The run's certificates.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The proxy's address for the walk's context.</returns>
    public async Task<string> StartAsync(ProxyHost? host, RunCertificates certificates, CancellationToken cancellationToken)
    {
        exchanges = new WireExchanges(knowledge, network, new WayOut(forwarder, visitor), noise, watched, browser, closed.Token);
        proxy = await WalkProxy.StartAsync(host, certificates, exchanges.HandleAsync, cancellationToken);
        return proxy.Address;
    }

    public async Task AttachAsync(IBrowserContext context, CancellationToken cancellationToken)
    {
        if (visitor.OptsOut)
        {
            await context.AddInitScriptAsync(PrivacySignal.InitScript).WaitAsync(cancellationToken);
        }

        walked = context;
        pages = told.Follow(context, new WalkRequests(browser, Requests, knowledge, ledger.Scripts, () => isOffline), ledger);
        noise.TellTo(ledger.Console);
    }

    public Task JoinAsync(IPage page, CancellationToken cancellationToken) =>
        pages?.JoinAsync(page).WaitAsync(cancellationToken) ?? Task.CompletedTask;

    public Task SetOfflineAsync(bool offline, CancellationToken cancellationToken)
    {
        isOffline = offline;
        return Context.SetOfflineAsync(offline).WaitAsync(cancellationToken);
    }

    public string? WhyUnanswered(string url) => exchanges?.WhyUnanswered(url);

    public async Task LeaveAsync(IPage page, CancellationToken cancellationToken)
    {
        try
        {
            if (pages is not null)
            {
                await BypassServiceWorkersAsync(page, pages, cancellationToken);
            }

            noise.TellTo(ledger.Console);
            ledger.Pages.TabLeft(ledger.Pages.TabOf(page));
            foreach (var blank in BlankPage.AllFor(page, ledger.Pages))
            {
                await page.GotoAsync(blank, new() { Timeout = (float)LeaveLimit.TotalMilliseconds }).WaitAsync(cancellationToken);
            }
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
        {
            var remark = $"The page could not be left, what it would have sent last is unknown: {exception.Message}";
            ledger.Console.Wrote("error", remark, page.Url);
        }
    }

    /// <summary>
    /// While a document is waited for, a page answers no question: it is left all the same, because that ends the wait.
    /// </summary>
    private async Task BypassServiceWorkersAsync(IPage page, IJoinedPages joined, CancellationToken cancellationToken)
    {
        try
        {
            await joined.BypassServiceWorkersAsync(page).WaitAsync(AnswerLimit, ledger.Timer.Time, cancellationToken);
        }
        catch (TimeoutException)
        {
            ledger.Console.Wrote(
                "warning",
                "The page answered no question before it was left: a service worker of its may answer in our place.",
                page.Url
            );
        }
    }

    public async Task<TimeSpan> DelayAsync(IPage page, CancellationToken cancellationToken)
    {
        var sent = ledger.Timer.Elapsed;
        try
        {
            const string ask = "url => fetch(url, { mode: 'no-cors', cache: 'no-store' }).then(() => {}, () => {})";
            await page.EvaluateAsync(ask, BlankPage.Elsewhere()).WaitAsync(LeaveLimit, ledger.Timer.Time, cancellationToken);
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
        {
            ledger.Console.Wrote("error", $"How long requests take could not be measured: {exception.Message}", page.Url);
            return TimeSpan.Zero;
        }

        return ledger.Timer.Elapsed - sent;
    }

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        pages?.Leave();
        if (proxy is not null)
        {
            await proxy.DisposeAsync();
        }

        closed.Dispose();
        exchanges?.ThrowBug();
    }
}
