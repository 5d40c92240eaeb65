using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Runtime.ExceptionServices;
using MicroConvQA.Configuration.Network;
using MicroConvQA.Faults;
using MicroConvQA.Recording;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>One walk's traffic on the wire: analytics requests end here with the vendor's answer, everything else goes on to its server.</summary>
internal sealed class WireWalk(ITrafficKnowledge knowledge, NetworkRules network, Forwarder forwarder, SiteVisitor visitor, BrowserNoise noise, TrafficLedger ledger, BrowserNews told) : IWalkCapture
{
    private const int MaximumBody = 10 * 1024 * 1024;
    private const int MaximumUnknownBody = 64 * 1024;
    private const int LeaveTimeout = 10_000;

    private readonly BrowserView browser = new(ledger);
    private readonly ConcurrentDictionary<string, string> unanswered = [];
    private readonly CancellationTokenSource closed = new();
    private WalkProxy? proxy;
    private IBrowserContext? walked;
    private IJoinedPages? pages;
    private volatile bool isOffline;
    private volatile ExceptionDispatchInfo? fault;

    public PendingRequests Requests { get; } = new(ledger.Timer.Time);

    private IBrowserContext Context => walked ?? throw new InvalidOperationException("The walk's capture is not attached to a context.");

    /// <param name="host">Where the proxy listens; null = on this machine alone.</param>
    /// <param name="certificates">The run's certificates.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The proxy's address for the walk's context.</returns>
    public async Task<string> StartAsync(ProxyHost? host, RunCertificates certificates, CancellationToken cancellationToken)
    {
        proxy = await WalkProxy.StartAsync(host, certificates, HandleAsync, cancellationToken);
        return proxy.Address;
    }

    public async Task AttachAsync(IBrowserContext context, CancellationToken cancellationToken)
    {
        if (visitor.OptsOut)
        {
            await context.AddInitScriptAsync(PrivacySignal.InitScript).WaitAsync(cancellationToken);
        }

        walked = context;
        pages = told.Follow(context, new WalkRequests(browser, Requests, knowledge, ledger, () => isOffline), ledger);
        noise.TellTo(ledger);
    }

    public Task JoinAsync(IPage page, CancellationToken cancellationToken) => pages?.JoinAsync(page).WaitAsync(cancellationToken) ?? Task.CompletedTask;

    public Task SetOfflineAsync(bool offline, CancellationToken cancellationToken)
    {
        isOffline = offline;
        return Context.SetOfflineAsync(offline).WaitAsync(cancellationToken);
    }

    public string? WhyUnanswered(string url) => unanswered.GetValueOrDefault(url);

    public async Task LeaveAsync(IPage page, CancellationToken cancellationToken)
    {
        try
        {
            if (pages is not null)
            {
                await pages.BypassServiceWorkersAsync(page).WaitAsync(cancellationToken);
            }

            noise.TellTo(ledger);
            ledger.TabLeft(ledger.TabOf(page));
            foreach (var blank in BlankPage.AllFor(page, ledger))
            {
                await page.GotoAsync(blank, new() { Timeout = LeaveTimeout }).WaitAsync(cancellationToken);
            }
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
        {
            ledger.ConsoleWrote("error", $"The page could not be left, what it would have sent last is unknown: {exception.Message}", page.Url);
        }
    }

    public async Task<TimeSpan> DelayAsync(IPage page, CancellationToken cancellationToken)
    {
        var sent = ledger.Timer.Elapsed;
        try
        {
            await page.EvaluateAsync("url => fetch(url, { mode: 'no-cors', cache: 'no-store' }).then(() => {}, () => {})", BlankPage.Elsewhere())
                .WaitAsync(TimeSpan.FromMilliseconds(LeaveTimeout), ledger.Timer.Time, cancellationToken);
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
        {
            ledger.ConsoleWrote("error", $"How long requests take could not be measured: {exception.Message}", page.Url);
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
        // A fault of the proxy is the harness's: what was captured beside it is not to be trusted.
        fault?.Throw();
    }

    private async Task HandleAsync(ProxiedExchange exchange)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(closed.Token, exchange.Context.RequestAborted);
        try
        {
            exchange.CookieSet = cookie => ledger.Writers.AnswerSet(cookie, exchange.Url);
            if (visitor.OptsOut)
            {
                PrivacySignal.AddTo(exchange.Context.Request);
            }

            await (exchange.Context.WebSockets.IsWebSocketRequest ? BridgeAsync(exchange, end.Token) : PassAsync(exchange, end.Token));
        }
        catch (Exception) when (end.IsCancellationRequested)
        {
            // The browser gave it up, or the walk is over.
            exchange.Context.Abort();
        }
        catch (Exception exception) when (exception is HttpRequestException or WebSocketException or IOException or UriFormatException)
        {
            // The page sees what it would have seen without us: a connection that ends without an answer.
            unanswered[exchange.Url] = NetworkError.Of(exception);
            ledger.ConsoleWrote("network", $"{exchange.Method} {exchange.Url} was not answered: {exception.GetBaseException().Message}", exchange.Url);
            exchange.Context.Abort();
        }
        catch (Exception bug)
        {
            fault ??= ExceptionDispatchInfo.Capture(bug);
            exchange.Context.Abort();
        }
    }

    private Task PassAsync(ProxiedExchange exchange, CancellationToken cancellationToken)
    {
        if (BlankPage.Is(exchange.Url))
        {
            return AnswerAsync(exchange.Context, BrowserAnswer.Blank());
        }

        var headers = exchange.Headers;
        if (BrowserNoise.Is(headers))
        {
            noise.Heard(exchange.Context.Request.Host.Value!);
            return AnswerAsync(exchange.Context, new LocalAnswer(403, new Dictionary<string, string>(), []));
        }

        if (exchange.Method == "OPTIONS" && headers.TryGetValue("Access-Control-Request-Method", out var asked)
            && (knowledge.VendorOf(asked, exchange.Url) is { } vendor ? !network.LetsOn(vendor) : WhyKept(exchange, headers) is not null))
        {
            return AnswerAsync(exchange.Context, BrowserAnswer.ToPreflight(headers));
        }

        return MustBeRead(exchange, headers) ? ReadAsync(exchange, headers, cancellationToken) : StreamAsync(exchange, cancellationToken);
    }

    /// <summary>Bodies of unknown hosts are read only where they are small and cannot hold up a page: anything else streams through.</summary>
    private bool MustBeRead(ProxiedExchange exchange, Dictionary<string, string> headers) =>
        !exchange.HasBody
        || knowledge.VendorOf(exchange.Method, exchange.Url) is not null
        || WhyKept(exchange, headers) is not null
        || (exchange.Context.Request.ContentLength is <= MaximumUnknownBody && headers.GetValueOrDefault("Sec-Fetch-Mode") != "navigate");

    /// <returns>Why a request that no decoder reads is taken for a hit; null = it is none.</returns>
    private string? WhyKept(ProxiedExchange exchange, Dictionary<string, string> headers)
    {
        if (network.Mode != NetworkMode.Sinkhole)
        {
            return null;
        }

        if (CollectorHosts.Include(exchange.Context.Request.Host.Host))
        {
            return "It goes to a host that only collects";
        }

        // A server container serves the tags' scripts too.
        return TransportOf(headers) is Transport.Fetch or Transport.Ping or Transport.Image && ledger.Collectors.SettingFor(exchange.Url) is { } setting
            ? $"It goes where the page sends its hits of Google Analytics 4 ({setting})"
            : null;
    }

    private Task<int> StreamAsync(ProxiedExchange exchange, CancellationToken cancellationToken) =>
        forwarder.ForwardAsync(exchange, visitor, new StreamContent(exchange.Context.Request.Body), cancellationToken);

    private async Task ReadAsync(ProxiedExchange exchange, Dictionary<string, string> headers, CancellationToken cancellationToken)
    {
        var began = ledger.Timer.Elapsed;
        var (body, isCut) = exchange.HasBody ? await exchange.ReadBodyAsync(MaximumBody, cancellationToken) : ([], false);
        var sighting = new RequestSighting
        {
            Transport = TransportOf(headers),
            Method = exchange.Method,
            Url = exchange.Url,
            Headers = headers,
            Body = body,
            BodyState = isCut ? BodyState.Cut : body.Length > 0 ? BodyState.Complete : BodyState.None,
            Fate = RequestFate.AnsweredHere,
            SeenBy = Sightings.Wire,
            Remark = isCut ? $"The body was longer than {MaximumBody / 1024 / 1024} MB." : null,
            Age = ledger.Timer.Elapsed - began,
        };
        if (ledger.Fault is { } onPurpose && PutIn(onPurpose, sighting) is { } passed)
        {
            await EnterFaultyAsync(exchange, sighting, passed);
            return;
        }

        var decoded = knowledge.Decode(sighting.Draft());
        sighting = sighting with { Hits = decoded.Hits };
        var isRead = BrowserView.IsAnalytics(decoded);
        if (!isRead && WhyKept(exchange, headers) is { } why)
        {
            sighting = sighting with { Remark = $"No decoder reads it. {why}, and was kept here." };
        }
        else if (!isRead)
        {
            await ForwardAsync(exchange, sighting, cancellationToken);
            return;
        }

        if (network.LetsOn(decoded.Vendor))
        {
            await DeliverAsync(exchange, browser.Enter(sighting with { Fate = RequestFate.Delivered }, isAnalytics: true), body, cancellationToken);
            return;
        }

        var entered = browser.Enter(sighting, isAnalytics: true);
        var answer = BrowserAnswer.Fit(entered.Transport, headers, knowledge.AnswerTo(entered));
        await AnswerAsCollectorAsync(exchange.Context, answer);
        ledger.Conclude(entered.Number, RequestFate.AnsweredHere, answer.Status);
    }

    /// <returns>What the fault makes of a request; null = it leaves it alone.</returns>
    private IReadOnlyList<RequestSighting>? PutIn(WireFault wanted, RequestSighting sent)
    {
        var draft = sent.Draft();
        var passed = wanted.On(draft);
        return passed is [var same] && ReferenceEquals(same, draft)
            ? null
            : [.. passed.Select(one => sent with { Url = one.Url, Body = one.Body, Hits = knowledge.Decode(one).Hits, Remark = $"On purpose: {wanted.What}." })];
    }

    /// <summary>The page is answered as if nothing had happened, and nothing goes on to the vendor.</summary>
    private async Task EnterFaultyAsync(ProxiedExchange exchange, RequestSighting sent, IReadOnlyList<RequestSighting> passed)
    {
        ledger.ConsoleWrote("fault", $"On purpose: {ledger.Fault!.What}.", sent.Url);
        var entered = passed.Select((one, place) => place == 0 ? browser.Enter(one, isAnalytics: true, sent) : ledger.EnterAnalytics(one with { IsUntold = true })).ToList();
        if (entered.Count == 0)
        {
            browser.Drop(sent);
        }

        var answer = BrowserAnswer.Fit(sent.Transport, exchange.Headers, knowledge.AnswerTo(sent.Draft()));
        await AnswerAsCollectorAsync(exchange.Context, answer);
        foreach (var request in entered)
        {
            ledger.Conclude(request.Number, RequestFate.AnsweredHere, answer.Status);
        }
    }

    /// <summary>Who has hung up meanwhile, because the page was left, waits for nothing any more.</summary>
    private async Task AnswerAsCollectorAsync(HttpContext context, LocalAnswer answer)
    {
        if (network.AnswerAfter > TimeSpan.Zero)
            await Task.Delay(network.AnswerAfter, ledger.Timer.Time, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await AnswerAsync(context, answer);
    }

    private async Task ForwardAsync(ProxiedExchange exchange, RequestSighting sighting, CancellationToken cancellationToken)
    {
        if (sighting.BodyState != BodyState.None)
        {
            browser.Enter(sighting with { Fate = RequestFate.LetThrough }, isAnalytics: false);
        }

        await forwarder.ForwardAsync(exchange, visitor, BodyOf(exchange, sighting.Body), cancellationToken);
    }

    private async Task DeliverAsync(ProxiedExchange exchange, CapturedRequest entered, byte[] body, CancellationToken cancellationToken)
    {
        try
        {
            var status = await forwarder.ForwardAsync(exchange, visitor, BodyOf(exchange, body), cancellationToken);
            ledger.Conclude(entered.Number, RequestFate.Delivered, status);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            ledger.Conclude(entered.Number, RequestFate.NotDelivered, remark: $"The collector could not be reached: {exception.GetBaseException().Message}.");
            throw;
        }
    }

    private Task BridgeAsync(ProxiedExchange exchange, CancellationToken cancellationToken)
    {
        var staysHere = knowledge.VendorOf(exchange.Method, exchange.Url) is { } vendor && !network.LetsOn(vendor);
        void Sent(byte[] message) => browser.Enter(
            new RequestSighting
            {
                Transport = Transport.WebSocket,
                Method = "SEND",
                Url = exchange.Url,
                Body = message,
                BodyState = message.Length > 0 ? BodyState.Complete : BodyState.None,
                Fate = staysHere ? RequestFate.AnsweredHere : RequestFate.LetThrough,
                SeenBy = Sightings.Wire,
            },
            isAnalytics: false);

        return staysHere ? WebSocketBridge.EndHereAsync(exchange, Sent, cancellationToken) : WebSocketBridge.RunAsync(exchange, forwarder, visitor, Sent, cancellationToken);
    }

    private static ByteArrayContent? BodyOf(ProxiedExchange exchange, byte[] body) => exchange.HasBody ? new ByteArrayContent(body) : null;

    private static async Task AnswerAsync(HttpContext context, LocalAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (answer.Body.Length > 0)
        {
            await context.Response.Body.WriteAsync(answer.Body);
        }

        await context.Response.CompleteAsync();
    }

    /// <summary>How it was sent, as far as the browser's fetch metadata say; the browser's own view corrects it.</summary>
    private static Transport TransportOf(Dictionary<string, string> headers) => headers.GetValueOrDefault("Sec-Fetch-Dest") switch
    {
        "document" or "iframe" or "frame" => Transport.Document,
        "image" => Transport.Image,
        "script" => Transport.Script,
        "style" => Transport.Stylesheet,
        "empty" => headers.GetValueOrDefault("Sec-Fetch-Mode") == "no-cors" ? Transport.Ping : Transport.Fetch,
        _ => Transport.Other,
    };
}
