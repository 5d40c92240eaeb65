using MicroConvQA.Attribution;
using MicroConvQA.Browser.Acting;
using MicroConvQA.Browser.Capture;
using MicroConvQA.Browser.Clock;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Planning;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Walking;

/// <summary>A fresh browser profile for one visit, with its traffic watched and its clock taken over before the first page opens.</summary>
internal sealed class WalkContext : IAsyncDisposable
{
    /// <summary>A browser that does not close it in this time is kept by one of its pages.</summary>
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(3);

    private readonly PooledBrowser _process;
    private readonly TimeProvider _time;
    private readonly Tolerances _tolerances;

    private WalkContext(
        PooledBrowser process,
        IBrowserContext browser,
        IWalkCapture capture,
        PageClock clock,
        bool hasTouch,
        TrafficLedger ledger
    )
    {
        (_process, Browser, Capture, Clock, HasTouch) = (process, browser, capture, clock, hasTouch);
        (_time, _tolerances) = (ledger.Timer.Time, ledger.Tolerances);
    }

    public IBrowserContext Browser { get; }

    public IWalkCapture Capture { get; }

    public PageClock Clock { get; }

    /// <summary>Whether the device has touch and its events can be sent.</summary>
    public bool HasTouch { get; }

    /// <param name="browser">The process that it lives in.</param>
    /// <param name="options">The device's settings, with what the visit adds.</param>
    /// <param name="device">The device.</param>
    /// <param name="consent">What the visitor wants.</param>
    /// <param name="watched">Collects what is seen.</param>
    /// <param name="clock">The visit's clock.</param>
    /// <param name="startOfTime">What the pages take for now; null = the real time.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    public static async Task<WalkContext> OpenAsync(
        PooledBrowser browser,
        BrowserNewContextOptions options,
        DeviceProject device,
        ConsentPreset consent,
        WatchedWalk watched,
        PageClock clock,
        DateTimeOffset? startOfTime,
        CancellationToken cancellationToken
    )
    {
        var capture = await browser.Capture.OpenAsync(options, device.Access, consent.GlobalPrivacyControl, watched, cancellationToken);
        var context = await ContextAsync(browser, options, capture, cancellationToken);
        var isChromium = browser.Found.Engine == BrowserEngine.Chromium;
        var opened = new WalkContext(browser, context, capture, clock, isChromium && options.HasTouch == true, watched.Ledger);
        try
        {
            context.SetDefaultTimeout((float)device.ActionTimeout.TotalMilliseconds);
            context.SetDefaultNavigationTimeout((float)device.NavigationTimeout.TotalMilliseconds);
            await capture.AttachAsync(context, cancellationToken);
            await new PageWatch(watched, device.Automation == Automation.Honest).AttachAsync(context).WaitAsync(cancellationToken);
            await InstallClockAsync(context, clock, startOfTime).WaitAsync(cancellationToken);
            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    /// <summary>What actions of this visit work on.</summary>
    public ActionContext ActionsFor(Walk walk, Variables variables, string baseUrl, string workspace) =>
        new()
        {
            Device = walk.Device,
            HasTouch = HasTouch,
            Tabs = new OpenTabs(Browser, page => Capture.JoinAsync(page, CancellationToken.None), walk.Device.ActionTimeout, _time),
            Requests = Capture.Requests,
            Variables = variables,
            Locators = new LocatorResolver(variables, walk.Device, _time, _tolerances.Transition),
            Clock = Clock,
            Capture = Capture,
            Time = _time,
            BaseUrl = baseUrl,
            Workspace = workspace,
        };

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Browser.CloseAsync().WaitAsync(CloseLimit, _time);
        }
        catch (TimeoutException)
        {
            // What a page keeps busy is ended with its process, which the pool replaces.
            await _process.EndAsync();
        }
        catch (Exception exception) when (WorldFault.Is(exception) || exception is ObjectDisposedException)
        {
            // Its browser or its driver died; nothing of this context is needed any more.
        }
        finally
        {
            await Capture.DisposeAsync();
        }
    }

    private static async Task<IBrowserContext> ContextAsync(
        PooledBrowser browser,
        BrowserNewContextOptions options,
        IWalkCapture capture,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await browser.Browser.NewContextAsync(options).WaitAsync(cancellationToken);
        }
        catch
        {
            await capture.DisposeAsync();
            throw;
        }
    }

    private static Task InstallClockAsync(IBrowserContext context, PageClock clock, DateTimeOffset? startOfTime) =>
        clock.IsVirtual && startOfTime is { } start
            ? context.Clock.InstallAsync(new() { TimeDate = start.UtcDateTime })
            : clock.InstallAsync(context);
}
