using System.Text;
using MicroConvQA.Browser.Capture;
using MicroConvQA.Browser.Clock;
using MicroConvQA.Configuration.Sites;
using MicroConvQA.Journeys;
using MicroConvQA.Recording;
using MicroConvQA.Specs.Browser.Capture;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Specs.Capture;

/// <summary>What the walker does around a walk, for specs that need no journey.</summary>
internal sealed class SpecWalk : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private SpecWalk(WatchedWalk watched, PageClock clock, IWalkCapture capture, IBrowserContext context) =>
        (Watched, Clock, Capture, Context) = (watched, clock, capture, context);

    public WatchedWalk Watched { get; }

    public TrafficLedger Ledger => Watched.Ledger;

    public PageClock Clock { get; }

    public IWalkCapture Capture { get; }

    public IBrowserContext Context { get; }

    public IReadOnlyList<CapturedRequest> Requests => Ledger.Snapshot().Requests;

    /// <param name="browser">The fixture's browser.</param>
    /// <param name="clock">How time passes on its pages.</param>
    /// <param name="access">The shop's log-in and headers; null = none.</param>
    /// <param name="baseUrl">What paths are relative to; null = nothing.</param>
    /// <param name="knowledge">Decodes what is captured; null = as a made-up vendor's.</param>
    /// <param name="globalPrivacyControl">Whether the browser says Global Privacy Control.</param>
    /// <param name="time">The walk's clock; null = real time.</param>
    public static async Task<SpecWalk> StartAsync(
        SpecBrowser browser,
        ClockMode clock = ClockMode.Real,
        SiteAccess? access = null,
        string? baseUrl = null,
        ITrafficKnowledge? knowledge = null,
        bool globalPrivacyControl = false,
        TimeProvider? time = null
    )
    {
        var ledger = new TrafficLedger(new WalkTimer(time ?? TimeProvider.System), (knowledge ?? new SpecKnowledge()).Decode);
        var watched = new WatchedWalk(ledger);
        var options = new BrowserNewContextOptions { BaseURL = baseUrl };
        var capture = await browser.Capture.OpenAsync(
            options,
            access ?? SiteAccess.Open,
            globalPrivacyControl,
            watched,
            CancellationToken.None
        );
        var context = await browser.Browser.NewContextAsync(options);
        await capture.AttachAsync(context, CancellationToken.None);
        await new PageWatch(watched).AttachAsync(context);
        var pageClock = new PageClock(clock, ledger);
        await pageClock.InstallAsync(context);
        return new SpecWalk(watched, pageClock, capture, context);
    }

    public async Task<IPage> OpenAsync(string url)
    {
        var page = await Context.NewPageAsync();
        await Capture.JoinAsync(page, CancellationToken.None);
        await page.GotoAsync(url);
        return page;
    }

    /// <summary>
    /// Waits for as many events of a name as are wanted, and then until it is quiet, so that a further one would be seen.
    /// </summary>
    /// <param name="name">The event.</param>
    /// <param name="times">How many are wanted.</param>
    /// <param name="patience">How long they are waited for; null = longer than a busy machine takes.</param>
    public async Task<IReadOnlyList<CapturedRequest>> SeenAsync(string name, int times = 1, TimeSpan? patience = null)
    {
        await Ledger.Requests.WaitUntilAsync(
            hits => hits.Count(hit => hit.Event == name) >= times,
            patience ?? s_patience,
            CancellationToken.None
        );
        await Ledger.Requests.WaitForQuietAsync(TimeSpan.FromMilliseconds(150), Ledger.Timer.Elapsed + s_patience, CancellationToken.None);
        return Named(name);
    }

    /// <summary>Waits also for what the browser knows of them, which it may tell after the wire has shown them.</summary>
    public async Task<IReadOnlyList<CapturedRequest>> ToldAsync(string name, int times = 1)
    {
        await Ledger.Requests.WaitUntilAsync(
            hits =>
                hits.Count(hit =>
                    hit.Event == name && hit.Request is { Initiator.Count: > 0 } request && request.SeenBy.HasFlag(Sightings.Browser)
                ) >= times,
            s_patience,
            CancellationToken.None
        );
        return await SeenAsync(name, times);
    }

    public IReadOnlyList<CapturedRequest> Named(string name) =>
        [
            .. Requests.Where(request =>
                request.Transport != Transport.DataLayer && request.Url.EndsWith($"/collect?n={name}", StringComparison.Ordinal)
            ),
        ];

    /// <summary>The data layer's entries as they were recorded.</summary>
    public IReadOnlyList<string> Pushes() =>
        [.. Requests.Where(request => request.Transport == Transport.DataLayer).Select(request => Encoding.UTF8.GetString(request.Body))];

    public async ValueTask DisposeAsync()
    {
        await Context.EndAsync();
        await Capture.DisposeAsync();
    }
}
