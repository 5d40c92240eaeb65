using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Runtime.ExceptionServices;
using MicroConvQA.Configuration.Network;
using MicroConvQA.Recording;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>One walk's traffic on the wire: does with each request what its <see cref="NetworkDecision"/> says.</summary>
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
    private const int MaximumBody = 10 * 1024 * 1024;

    /// <summary>It only bounds a wait on a page that may hang.</summary>
    private static readonly TimeSpan LeaveLimit = TimeSpan.FromSeconds(10);

    private readonly TrafficLedger ledger = watched.Ledger;
    private readonly BrowserView browser = new(watched.Ledger.Requests, watched.Ledger.Timer, watched.Ledger.Tolerances);
    private readonly ConcurrentDictionary<string, string> unanswered = [];
    private readonly CancellationTokenSource closed = new();
    private WalkProxy? proxy;
    private IBrowserContext? walked;
    private IJoinedPages? pages;
    private volatile bool isOffline;
    private volatile ExceptionDispatchInfo? bug;

    public PendingRequests Requests { get; } = new(watched.Ledger.Timer.Time, watched.Ledger.Tolerances);

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

    public string? WhyUnanswered(string url) => unanswered.GetValueOrDefault(url);

    public async Task LeaveAsync(IPage page, CancellationToken cancellationToken)
    {
        try
        {
            if (pages is not null)
            {
                await pages.BypassServiceWorkersAsync(page).WaitAsync(cancellationToken);
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
        // A fault of the proxy is the harness's: what was captured beside it is not to be trusted.
        bug?.Throw();
    }

    private async Task HandleAsync(ProxiedExchange exchange)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(closed.Token, exchange.Context.RequestAborted);
        try
        {
            exchange.CookieSet = cookie => watched.Writers.AnswerSet(cookie, exchange.Url);
            if (visitor.OptsOut)
            {
                PrivacySignal.AddTo(exchange.Context.Request);
            }

            await TreatAsync(exchange, end.Token);
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
            var remark = $"{exchange.Method} {exchange.Url} was not answered: {exception.GetBaseException().Message}";
            ledger.Console.Wrote("network", remark, exchange.Url);
            exchange.Context.Abort();
        }
        catch (Exception unforeseen)
        {
            bug ??= ExceptionDispatchInfo.Capture(unforeseen);
            exchange.Context.Abort();
        }
    }

    private Task TreatAsync(ProxiedExchange exchange, CancellationToken cancellationToken)
    {
        var head = exchange.Head;
        var place = PlaceOf(exchange, head);
        var decision = NetworkDecision.Of(head, place, network);
        return decision.Deed switch
        {
            HeadDeed.EndSocketHere => WebSocketBridge.EndHereAsync(
                exchange,
                MessageOf(exchange, RequestFate.AnsweredHere, decision),
                cancellationToken
            ),
            HeadDeed.JoinSockets => WebSocketBridge.RunAsync(
                exchange,
                forwarder,
                visitor,
                MessageOf(exchange, RequestFate.LetThrough, decision),
                cancellationToken
            ),
            HeadDeed.AnswerBlank => AnswerAsync(exchange.Context, BrowserAnswer.Blank()),
            HeadDeed.Refuse => RefuseAsync(exchange),
            HeadDeed.AnswerPreflight => AnswerAsync(exchange.Context, BrowserAnswer.ToPreflight(head.Headers)),
            HeadDeed.Stream => StreamAsync(exchange, head, decision, cancellationToken),
            HeadDeed.Read => ReadAsync(exchange, head, place, cancellationToken),
            HeadDeed.Hold => HoldAsync(exchange, head, place, cancellationToken),
            _ => throw new InvalidOperationException($"unknown deed {decision.Deed}"),
        };
    }

    private KnownPlace PlaceOf(ProxiedExchange exchange, RequestHead head) =>
        new()
        {
            Vendor = knowledge.VendorOf(head.Method, head.Url),
            AskedVendor = head.AskedMethod is { } asked ? knowledge.VendorOf(asked, head.Url) : null,
            OnlyCollects = CollectorHosts.Include(exchange.Context.Request.Host.Host),
            NamedBy = watched.Collectors.SettingFor(head.Url),
        };

    private Task RefuseAsync(ProxiedExchange exchange)
    {
        noise.Heard(exchange.Context.Request.Host.Value!);
        return AnswerAsync(exchange.Context, new LocalAnswer(403, new Dictionary<string, string>(), []));
    }

    private async Task StreamAsync(
        ProxiedExchange exchange,
        RequestHead head,
        NetworkDecision decision,
        CancellationToken cancellationToken
    )
    {
        if (!head.IsNavigation)
        {
            browser.Enter(Unread(head, [], decision.Reason, "Its body went on unread."), isAnalytics: false);
        }

        await forwarder.ForwardAsync(exchange, visitor, new StreamContent(exchange.Context.Request.Body), cancellationToken);
    }

    private async Task HoldAsync(ProxiedExchange exchange, RequestHead head, KnownPlace place, CancellationToken cancellationToken)
    {
        var (began, patience) = (ledger.Timer.Elapsed, ledger.Tolerances.HeldBody);
        var body = new HeldBody(exchange.Context.Request.Body, MaximumBody, patience, ledger.Timer.Time);
        if (await body.HoldAsync(cancellationToken))
        {
            await TreatReadAsync(exchange, head, place, body.Held, isCut: false, began, cancellationToken);
            return;
        }

        var remark =
            $"It was held for {patience.TotalSeconds:0} s or {MaximumBody / 1024 / 1024} MB, and its body had not ended: it went on unread.";
        var unread = Unread(head, body.Held, remark, remark);
        if (BrowserView.IsAnalytics(knowledge.Decode(unread.Draft())))
        {
            // What was held is enough to tell whose it is: it is read to its end, as any other of theirs.
            var (read, isCut) = await ProxiedExchange.ReadAsync(body.GoOn(), MaximumBody, cancellationToken);
            await TreatReadAsync(exchange, head, place, read, isCut, began, cancellationToken);
            return;
        }

        browser.Enter(unread with { Age = ledger.Timer.Elapsed - began }, isAnalytics: false);
        await forwarder.ForwardAsync(exchange, visitor, new StreamContent(body.GoOn()), cancellationToken);
    }

    /// <summary>A request of which not all was looked at before it went on.</summary>
    private static RequestSighting Unread(RequestHead head, byte[] body, string because, string remark) =>
        new()
        {
            Transport = head.Transport,
            Method = head.Method,
            Url = head.Url,
            Headers = head.Headers,
            Body = body,
            BodyState = BodyState.Cut,
            Fate = RequestFate.LetThrough,
            FateBecause = because,
            SeenBy = Sightings.Wire,
            Remark = remark,
            Hits = [],
        };

    private async Task ReadAsync(ProxiedExchange exchange, RequestHead head, KnownPlace place, CancellationToken cancellationToken)
    {
        var began = ledger.Timer.Elapsed;
        var (body, isCut) = exchange.HasBody ? await exchange.ReadBodyAsync(MaximumBody, cancellationToken) : ([], false);
        await TreatReadAsync(exchange, head, place, body, isCut, began, cancellationToken);
    }

    private async Task TreatReadAsync(
        ProxiedExchange exchange,
        RequestHead head,
        KnownPlace place,
        byte[] body,
        bool isCut,
        TimeSpan began,
        CancellationToken cancellationToken
    )
    {
        var sent = new RequestSighting
        {
            Transport = head.Transport,
            Method = head.Method,
            Url = head.Url,
            Headers = head.Headers,
            Body = body,
            BodyState =
                isCut ? BodyState.Cut
                : body.Length > 0 ? BodyState.Complete
                : BodyState.None,
            Fate = RequestFate.AnsweredHere,
            SeenBy = Sightings.Wire,
            Remark = isCut ? $"The body was longer than {MaximumBody / 1024 / 1024} MB." : null,
            Age = ledger.Timer.Elapsed - began,
        };
        var draft = sent.Draft();
        var passed = watched.Fault?.On(draft) ?? [draft];
        var isFaulty = passed is not [var same] || !ReferenceEquals(same, draft);
        var decoded = knowledge.Decode(draft);
        var content = new FoundContent
        {
            Vendor = decoded.Vendor,
            IsRead = BrowserView.IsAnalytics(decoded),
            HasBody = sent.BodyState != BodyState.None,
            OnPurpose = isFaulty ? watched.Fault!.What : null,
        };
        // The page may have named its collector while the body was on its way.
        var placeNow = place with { NamedBy = watched.Collectors.SettingFor(head.Url) };
        var decision = NetworkDecision.Of(head, placeNow, network, content);
        sent = sent with { Hits = decoded.Hits, Fate = decision.Fate, FateBecause = decision.Reason };
        await (
            decision.Fate switch
            {
                RequestFate.AnsweredHere when isFaulty => KeepFaultyAsync(exchange, sent, passed),
                RequestFate.AnsweredHere => KeepAsync(exchange, content.IsRead ? sent : sent with { Remark = decision.Reason }),
                RequestFate.Delivered => DeliverAsync(exchange, sent, cancellationToken),
                RequestFate.LetThrough => LetThroughAsync(exchange, sent, decision.IsRecorded, cancellationToken),
                _ => throw new InvalidOperationException($"unknown fate {decision.Fate}"),
            }
        );
    }

    private async Task KeepAsync(ProxiedExchange exchange, RequestSighting sighting)
    {
        var entered = browser.Enter(sighting, isAnalytics: true);
        var answer = BrowserAnswer.Fit(entered.Transport, sighting.Headers, knowledge.AnswerTo(entered));
        await AnswerAsCollectorAsync(exchange.Context, answer);
        ledger.Requests.Conclude(entered.Number, RequestFate.AnsweredHere, answer.Status);
    }

    /// <summary>
    /// What a fault on purpose makes of a request is entered. The page is answered as if nothing had happened, and nothing goes on.
    /// </summary>
    private async Task KeepFaultyAsync(ProxiedExchange exchange, RequestSighting sent, IReadOnlyList<CapturedRequest> passed)
    {
        ledger.Console.Wrote("fault", sent.FateBecause!, sent.Url);
        var entered = passed
            .Select(one => sent with { Url = one.Url, Body = one.Body, Hits = knowledge.Decode(one).Hits, Remark = sent.FateBecause })
            .Select(
                (one, place) =>
                    place == 0 ? browser.Enter(one, isAnalytics: true, sent) : ledger.Requests.EnterAnalytics(one with { IsUntold = true })
            )
            .ToList();
        if (entered.Count == 0)
        {
            browser.Drop(sent);
        }

        var answer = BrowserAnswer.Fit(sent.Transport, sent.Headers, knowledge.AnswerTo(sent.Draft()));
        await AnswerAsCollectorAsync(exchange.Context, answer);
        foreach (var request in entered)
        {
            ledger.Requests.Conclude(request.Number, RequestFate.AnsweredHere, answer.Status);
        }
    }

    /// <summary>Who has hung up meanwhile, because the page was left, waits for nothing any more.</summary>
    private async Task AnswerAsCollectorAsync(HttpContext context, LocalAnswer answer)
    {
        if (network.AnswerAfter > TimeSpan.Zero)
        {
            await Task.Delay(network.AnswerAfter, ledger.Timer.Time, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await AnswerAsync(context, answer);
    }

    private async Task LetThroughAsync(ProxiedExchange exchange, RequestSighting sent, bool isRecorded, CancellationToken cancellationToken)
    {
        if (isRecorded)
        {
            browser.Enter(sent, isAnalytics: false);
        }

        await forwarder.ForwardAsync(exchange, visitor, BodyOf(exchange, sent.Body), cancellationToken);
    }

    private async Task DeliverAsync(ProxiedExchange exchange, RequestSighting sent, CancellationToken cancellationToken)
    {
        var entered = browser.Enter(sent, isAnalytics: true);
        try
        {
            var status = await forwarder.ForwardAsync(exchange, visitor, BodyOf(exchange, sent.Body), cancellationToken);
            ledger.Requests.Conclude(entered.Number, RequestFate.Delivered, status);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            var remark = $"The collector could not be reached: {exception.GetBaseException().Message}.";
            ledger.Requests.Conclude(entered.Number, RequestFate.NotDelivered, remark: remark);
            throw;
        }
    }

    /// <summary>Enters what the page sends by a WebSocket, message by message.</summary>
    private Action<byte[]> MessageOf(ProxiedExchange exchange, RequestFate fate, NetworkDecision decision) =>
        message =>
            browser.Enter(
                new RequestSighting
                {
                    Transport = Transport.WebSocket,
                    Method = "SEND",
                    Url = exchange.Url,
                    Body = message,
                    BodyState = message.Length > 0 ? BodyState.Complete : BodyState.None,
                    Fate = fate,
                    FateBecause = decision.Reason,
                    SeenBy = Sightings.Wire,
                },
                isAnalytics: false
            );

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
}
