using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Runtime.ExceptionServices;
using MicroConvQA.Configuration.Network;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>
/// Takes each exchange of one walk as it begins, and does with it what the <see cref="NetworkDecision"/> of its head says.
/// </summary>
/// <param name="knowledge">Tells hits from other requests.</param>
/// <param name="network">What is kept here.</param>
/// <param name="way">The way to servers.</param>
/// <param name="noise">Is told what the browser itself sends.</param>
/// <param name="watched">The walk.</param>
/// <param name="browser">Where requests are entered.</param>
/// <param name="closed">Ends what is still going on when the walk is over.</param>
internal sealed class WireExchanges(
    ITrafficKnowledge knowledge,
    NetworkRules network,
    WayOut way,
    BrowserNoise noise,
    WatchedWalk watched,
    BrowserView browser,
    CancellationToken closed
)
{
    private readonly TrafficLedger ledger = watched.Ledger;
    private readonly BodyIntake bodies = new(
        knowledge,
        way,
        watched.Ledger,
        browser,
        new RequestGate(knowledge, network, way, watched, browser, new CollectorStandIn(knowledge, network, watched.Ledger, browser))
    );
    private readonly ConcurrentDictionary<string, string> unanswered = [];
    private volatile ExceptionDispatchInfo? bug;

    /// <summary>Why a URL got no answer from its server, as Chromium names it; null = it was answered.</summary>
    public string? WhyUnanswered(string url) => unanswered.GetValueOrDefault(url);

    /// <summary>A fault of the proxy is the harness's: what was captured beside it is not to be trusted.</summary>
    public void ThrowBug() => bug?.Throw();

    public async Task HandleAsync(ProxiedExchange exchange)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(closed, exchange.Context.RequestAborted);
        try
        {
            exchange.CookieSet = cookie => watched.Writers.AnswerSet(cookie, exchange.Url);
            if (way.Visitor.OptsOut)
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
        var request = new WireRequest(exchange, head, PlaceOf(exchange, head));
        var decision = NetworkDecision.Of(head, request.Place, network);
        return decision.Deed switch
        {
            HeadDeed.EndSocketHere => WebSocketBridge.EndHereAsync(
                exchange,
                MessageOf(exchange, RequestFate.AnsweredHere, decision),
                cancellationToken
            ),
            HeadDeed.JoinSockets => WebSocketBridge.RunAsync(
                exchange,
                way.Forwarder,
                way.Visitor,
                MessageOf(exchange, RequestFate.LetThrough, decision),
                cancellationToken
            ),
            HeadDeed.AnswerBlank => exchange.AnswerAsync(BrowserAnswer.Blank()),
            HeadDeed.Refuse => RefuseAsync(exchange),
            HeadDeed.AnswerPreflight => exchange.AnswerAsync(BrowserAnswer.ToPreflight(head.Headers)),
            HeadDeed.Stream => bodies.StreamAsync(request, decision, cancellationToken),
            HeadDeed.Read => bodies.ReadAsync(request, cancellationToken),
            HeadDeed.Hold => bodies.HoldAsync(request, cancellationToken),
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
        return exchange.AnswerAsync(new LocalAnswer(403, new Dictionary<string, string>(), []));
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
}

/// <summary>A request on the wire.</summary>
/// <param name="Exchange">It, and the way to answer it.</param>
/// <param name="Head">What it says before its body.</param>
/// <param name="Place">What was known of where it goes when it began.</param>
internal sealed record WireRequest(ProxiedExchange Exchange, RequestHead Head, KnownPlace Place);

/// <summary>The way from one walk to servers.</summary>
/// <param name="Forwarder">Knows it.</param>
/// <param name="Visitor">Who goes there.</param>
internal sealed record WayOut(Forwarder Forwarder, SiteVisitor Visitor)
{
    /// <returns>The server's status.</returns>
    public Task<int> ForwardAsync(ProxiedExchange exchange, HttpContent? body, CancellationToken cancellationToken) =>
        Forwarder.ForwardAsync(exchange, Visitor, body, cancellationToken);
}
