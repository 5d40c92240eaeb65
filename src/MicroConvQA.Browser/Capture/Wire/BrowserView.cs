using MicroConvQA.Decoding;
using MicroConvQA.Recording;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>
/// Joins what the browser knows of requests (how and by which tab and script they were sent, whether they failed) with what the wire saw.
/// Both tell of a request in any order; the wire's bytes count, and what only the browser saw was never delivered.
/// </summary>
internal sealed class BrowserView(TrafficLedger ledger)
{
    /// <summary>How long the browser's word on a request may come after the request itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Waiting<(IRequest Request, int? Visit, TimeSpan At)> begun = new(ledger.Timer, null);
    private readonly Waiting<int> undelivered = new(ledger.Timer, Patience);
    private readonly Waiting<int> unseen = new(ledger.Timer, Patience);
    private readonly Waiting<int> unexplained = new(ledger.Timer, Patience);
    private readonly Waiting<Dispatch> dispatches = new(ledger.Timer, Patience);
    private readonly HashSet<IRequest> onTheWire = [];

    /// <summary>Enters what the wire saw, with all that the browser has told of it; what it tells later is added.</summary>
    /// <param name="wire">What is entered.</param>
    /// <param name="isAnalytics">Whether it is in flight until its end is told.</param>
    /// <param name="sent">What the browser sent, where something else is entered on purpose.</param>
    public CapturedRequest Enter(RequestSighting wire, bool isAnalytics, RequestSighting? sent = null)
    {
        var looks = new RequestLooks(wire.Method, (sent ?? wire).Url, (sent ?? wire).Body);
        lock (gate)
        {
            var isExplained = dispatches.TryTake(looks, out var dispatch);
            var sighting = wire with { IsUntold = true, Dispatch = dispatch };
            if (undelivered.TryTake(looks, out var number))
            {
                return ledger.Arrived(number, sighting);
            }

            var isSeen = begun.TryTake(looks, out var told);
            if (isSeen)
            {
                onTheWire.Add(told.Request);
                sighting = sighting with
                {
                    Transport = TransportOf(told.Request),
                    Visit = told.Visit,
                    IsUntold = told.Visit is null,
                    SeenBy = Sightings.Wire | Sightings.Browser,
                    Age = Longer(wire.Age, ledger.Timer.Elapsed - told.At),
                };
            }

            var entered = isAnalytics ? ledger.EnterAnalytics(sighting) : ledger.Enter(sighting);
            if (!isSeen)
            {
                unseen.Add(looks, entered.Number);
            }

            if (!isExplained)
            {
                unexplained.Add(looks, entered.Number);
            }

            return entered;
        }
    }

    /// <summary>The browser began a request.</summary>
    public void Began(IRequest request)
    {
        var looks = LooksOf(request);
        lock (gate)
        {
            if (unseen.TryTake(looks, out var number))
            {
                onTheWire.Add(request);
                ledger.SeenByBrowser(number, TransportOf(request), TabOf(request));
            }
            else
            {
                begun.Add(looks, (request, ledger.VisitOf(TabOf(request)), ledger.Timer.Elapsed));
            }
        }
    }

    /// <summary>The browser got an answer; where the wire has not seen the request by now, a cache or a service worker gave it.</summary>
    public void Finished(IRequest request)
    {
        lock (gate)
        {
            if (!onTheWire.Remove(request) && LooksOf(request) is var looks && begun.Remove(looks, told => told.Request == request))
            {
                dispatches.TryTake(looks, out _);
            }
        }
    }

    /// <summary>The browser gave up a request. One that never reached the wire is still an attempt that the page made.</summary>
    /// <param name="request">The request.</param>
    /// <param name="knowledge">Tells whether it is analytics.</param>
    /// <param name="remark">Why it was not delivered.</param>
    public void Failed(IRequest request, ITrafficKnowledge knowledge, string remark)
    {
        var looks = LooksOf(request);
        lock (gate)
        {
            if (onTheWire.Remove(request) || !begun.Remove(looks, told => told.Request == request))
            {
                return;
            }

            var sighting = SightingOf(request);
            var decoded = knowledge.Decode(sighting.Draft());
            if (!IsAnalytics(decoded))
            {
                return;
            }

            dispatches.TryTake(looks, out var dispatch);
            var entered = ledger.EnterAnalytics(sighting with { Hits = decoded.Hits, Dispatch = dispatch });
            ledger.Conclude(entered.Number, RequestFate.NotDelivered, remark: remark);
            undelivered.Add(looks, entered.Number);
        }
    }

    /// <summary>The browser told when and by which script a request was sent.</summary>
    public void Dispatched(RequestLooks looks, Dispatch dispatch)
    {
        lock (gate)
        {
            if (unexplained.TryTake(looks, out var number))
            {
                ledger.Dispatched(number, dispatch);
            }
            else
            {
                dispatches.Add(looks, dispatch);
            }
        }
    }

    public static bool IsAnalytics(DecodedRequest decoded) => decoded.Vendor is not null || decoded.Problem is not null;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private RequestSighting SightingOf(IRequest request) => new()
    {
        Transport = TransportOf(request),
        Method = request.Method,
        Url = request.Url,
        Headers = request.Headers,
        Body = request.PostDataBuffer ?? [],
        BodyState = request.PostDataBuffer is not null ? BodyState.Complete : request.Method == "GET" ? BodyState.None : BodyState.Unreadable,
        Tab = TabOf(request),
        Fate = RequestFate.NotDelivered,
        SeenBy = Sightings.Browser,
    };

    private int? TabOf(IRequest request)
    {
        try
        {
            return ledger.TabOf(request.Frame.Page);
        }
        catch (PlaywrightException)
        {
            // A service worker sent it, or it is a navigation whose frame has no page yet.
            return null;
        }
    }

    /// <summary>A body that Playwright does not show may be empty or a blob.</summary>
    private static RequestLooks LooksOf(IRequest request) => new(request.Method, request.Url, request.Method == "GET" ? [] : request.PostDataBuffer);

    /// <summary>The transport as Playwright names resource types.</summary>
    private static Transport TransportOf(IRequest request) => request.ResourceType switch
    {
        "document" => Transport.Document,
        "image" => Transport.Image,
        "script" => Transport.Script,
        "stylesheet" => Transport.Stylesheet,
        "fetch" => Transport.Fetch,
        "xhr" => Transport.Xhr,
        "ping" or "beacon" => Transport.Ping,
        "websocket" => Transport.WebSocket,
        _ => Transport.Other,
    };
}
