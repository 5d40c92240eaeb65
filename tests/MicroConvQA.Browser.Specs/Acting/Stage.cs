using MicroConvQA.Attribution;
using MicroConvQA.Browser.Acting;
using MicroConvQA.Browser.Capture;
using MicroConvQA.Browser.Capture.Wire;
using MicroConvQA.Browser.Clock;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Decoding;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Specs;
using MicroConvQA.Specs.Browser.Capture;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Specs.Acting;

/// <summary>A page that a spec writes, with everything that actions need around it.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const string Recorder = """
        <script>
          window.log = [];
          const note = text => window.log.push(text);
          for (const name of ['click', 'dblclick', 'touchstart', 'touchend', 'keydown', 'input', 'change', 'mouseenter'])
            document.addEventListener(name, event => note(name + ' ' + (event.target.id || event.target.localName || 'document')), true);
        </script>
        """;

    private Stage(ActionContext context, IBrowserContext browser) =>
        (Context, Browser, Performer) = (context, browser, new ActionPerformer(context));

    public ActionContext Context { get; }

    public IBrowserContext Browser { get; }

    public ActionPerformer Performer { get; }

    public IPage Page => Context.Tabs.Current;

    /// <param name="html">The body of the page.</param>
    /// <param name="device">A Playwright device; null = a desktop.</param>
    /// <param name="patience">How long actions wait.</param>
    /// <param name="clock">The page's clock.</param>
    /// <param name="locale">The locale that amounts are written in.</param>
    /// <param name="baseUrl">The site under test.</param>
    /// <param name="workspace">The folder of uploads.</param>
    /// <param name="documentPatience">How long navigations and documents are waited for.</param>
    public static async Task<Stage> SetAsync(
        string html,
        string? device = null,
        double patience = 30,
        ClockMode clock = ClockMode.Real,
        string? locale = null,
        string baseUrl = "http://127.0.0.1:9/",
        string workspace = "/nowhere",
        double documentPatience = 10
    )
    {
        var look = device is null ? new BrowserNewContextOptions() : new(SpecChromium.Driver.Devices[device]);
        var browser = await SpecChromium.Browser.NewContextAsync(look);
        var project = Any.Device() with
        {
            ActionTimeout = TimeSpan.FromSeconds(patience),
            NavigationTimeout = TimeSpan.FromSeconds(documentPatience),
            Locale = locale,
        };
        browser.SetDefaultTimeout((float)project.ActionTimeout.TotalMilliseconds);
        var stage = new Stage(ContextOf(project, browser, look.HasTouch == true, clock, baseUrl, workspace), browser);
        await stage.Context.Clock.InstallAsync(browser);
        await stage.Context.Tabs.OpenAsync();
        await stage.Page.SetContentAsync(Recorder + html, new() { Timeout = 30_000 });
        return stage;
    }

    public Task<string?> DoAsync(StepAction action) => Performer.PerformAsync(action, CancellationToken.None);

    /// <summary>Does an action that must break, and returns the reason.</summary>
    public async Task<string> BreakAsync(StepAction action)
    {
        try
        {
            await DoAsync(action);
        }
        catch (Exception exception) when (WorldFault.Is(exception))
        {
            return WorldFault.Reason(exception);
        }

        return "it did not break";
    }

    /// <summary>What the page noted so far.</summary>
    public async Task<IReadOnlyList<string>> LogAsync() => await Page.EvaluateAsync<string[]>("() => window.log");

    public ValueTask DisposeAsync() => new(Browser.EndAsync());

    private static ActionContext ContextOf(
        DeviceProject device,
        IBrowserContext browser,
        bool hasTouch,
        ClockMode clock,
        string baseUrl,
        string workspace
    )
    {
        var variables = new Variables(Any.Walk(), CanaryPerson.Of("walk", 1, "seed"), _ => null, []);
        var ledger = new TrafficLedger(new WalkTimer(TimeProvider.System), request => new DecodedRequest { Request = request });
        var capture = new UnwatchedWalk(browser, ledger);
        return new()
        {
            Device = device,
            HasTouch = hasTouch,
            Tabs = new OpenTabs(browser, _ => Task.CompletedTask, device.ActionTimeout, TimeProvider.System),
            Requests = capture.Requests,
            Variables = variables,
            Locators = new LocatorResolver(variables, device, TimeProvider.System, new Tolerances().Transition),
            Clock = new PageClock(clock, ledger),
            Capture = capture,
            Time = TimeProvider.System,
            BaseUrl = baseUrl,
            Workspace = workspace,
        };
    }

    /// <summary>A capture that sees nothing, for specs that look at the page only.</summary>
    private sealed class UnwatchedWalk : IWalkCapture
    {
        private readonly IBrowserContext browser;

        public UnwatchedWalk(IBrowserContext browser, TrafficLedger ledger)
        {
            this.browser = browser;
            var requests = new WalkRequests(
                new BrowserView(ledger.Requests, ledger.Timer, ledger.Tolerances),
                Requests,
                new SpecKnowledge(),
                ledger.Scripts,
                () => false
            );
            new PlaywrightRequests(requests, ledger.Pages).Follow(browser);
        }

        public PendingRequests Requests { get; } = new(TimeProvider.System, new Tolerances());

        public Task AttachAsync(IBrowserContext context, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task JoinAsync(IPage page, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task SetOfflineAsync(bool offline, CancellationToken cancellationToken) => browser.SetOfflineAsync(offline);

        public string? WhyUnanswered(string url) => null;

        public Task<TimeSpan> DelayAsync(IPage page, CancellationToken cancellationToken) => Task.FromResult(TimeSpan.Zero);

        public Task LeaveAsync(IPage page, CancellationToken cancellationToken) => page.GotoAsync("about:blank");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
