using MicroConvQA.Attribution;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>
/// Joins what the browser knows of requests (how and by which tab and script they were sent, whether they failed) with what the wire saw.
/// Both tell of a request in any order; the wire's bytes count, and what only the browser saw was never delivered.
/// </summary>
/// <param name="requests">Where they are entered.</param>
/// <param name="timer">The walk's time.</param>
/// <param name="tolerances">How long after the one view the other may tell of the same request.</param>
internal sealed class BrowserView(RequestLedger requests, WalkTimer timer, Tolerances tolerances)
{
    /// <summary>Stands for the number of a request that has none.</summary>
    private const int Dropped = 0;

    private readonly Lock gate = new();
    private readonly Dictionary<object, BrowserRequest> open = [];
    private readonly HashSet<object> onTheWire = [];
    private readonly HashSet<object> passedOn = [];
    private readonly Waiting<(BrowserRequest Request, TimeSpan At)> begun = new(timer, null);
    private readonly Waiting<int> undelivered = new(timer, tolerances.TwoViews);
    private readonly Waiting<int> unseen = new(timer, tolerances.TwoViews);
    private readonly Waiting<int> unexplained = new(timer, tolerances.TwoViews);
    private readonly Waiting<Dispatch> dispatches = new(timer, tolerances.TwoViews);

    /// <summary>Enters what the wire saw, with all that the browser has told of it; what it tells later is added.</summary>
    /// <param name="wire">What is entered.</param>
    /// <param name="isAnalytics">Whether it is in flight until its end is told.</param>
    /// <param name="sent">What the browser sent, where something else is entered on purpose.</param>
    public CapturedRequest Enter(RequestSighting wire, bool isAnalytics, RequestSighting? sent = null)
    {
        var looks = LooksOf(sent ?? wire);
        lock (gate)
        {
            var isExplained = dispatches.TryTake(looks, out var dispatch);
            var sighting = wire with { IsUntold = true, Dispatch = dispatch };
            if (undelivered.TryTake(looks, out var number))
            {
                return requests.Arrived(number, sighting);
            }

            var isSeen = begun.TryTake(looks, out var told);
            if (isSeen)
            {
                onTheWire.Add(told.Request.Key);
                sighting = sighting with
                {
                    Transport = told.Request.Transport,
                    Tab = told.Request.Tab,
                    Visit = told.Request.Visit,
                    IsUntold = told.Request.Visit is null,
                    Dispatch = told.Request.Dispatch ?? dispatch,
                    SeenBy = Sightings.Wire | Sightings.Browser,
                    Age = Longer(wire.Age, timer.Elapsed - told.At),
                };
            }

            var entered = isAnalytics ? requests.EnterAnalytics(sighting) : requests.Enter(sighting);
            if (!isSeen)
            {
                unseen.Add(looks, entered.Number);
            }

            if (!isExplained && sighting.Dispatch is null)
            {
                unexplained.Add(looks, entered.Number);
            }

            return entered;
        }
    }

    /// <summary>The wire saw a request that is not entered on purpose: whatever the browser tells of it is of no interest.</summary>
    public void Drop(RequestSighting sent)
    {
        var looks = LooksOf(sent);
        lock (gate)
        {
            dispatches.TryTake(looks, out _);
            if (begun.TryTake(looks, out var told))
            {
                onTheWire.Add(told.Request.Key);
            }
            else
            {
                unseen.Add(looks, Dropped);
            }
        }
    }

    /// <summary>The browser began a request.</summary>
    public void Began(BrowserRequest request)
    {
        lock (gate)
        {
            if (!open.TryAdd(request.Key, request))
            {
                // It is told of by who holds the sender, and by the sender.
                return;
            }

            PassOn(request);
            if (unseen.TryTake(request.Looks, out var number))
            {
                onTheWire.Add(request.Key);
                if (number == Dropped)
                {
                    return;
                }

                requests.SeenByBrowser(number, request.Transport, request.Tab, request.Visit);
                if (request.Dispatch is { } dispatch)
                {
                    unexplained.Remove(request.Looks, waiting => waiting == number);
                    requests.Dispatched(number, dispatch);
                }
            }
            else
            {
                begun.Add(request.Looks, (request, timer.Elapsed));
            }
        }
    }

    /// <summary>The browser got an answer; where the wire has not seen the request by now, a cache or a service worker gave it.</summary>
    public void Finished(object key)
    {
        lock (gate)
        {
            passedOn.Remove(key);
            if (open.Remove(key, out var request) && !onTheWire.Remove(key) && TryForget(request))
            {
                dispatches.TryTake(request.Looks, out _);
            }
        }
    }

    /// <summary>The browser gave up a request. One that never reached the wire is still an attempt that the page made.</summary>
    /// <param name="key">The request's.</param>
    /// <param name="knowledge">Tells whether it is analytics.</param>
    /// <param name="remark">Why it was not delivered.</param>
    public void Failed(object key, ITrafficKnowledge knowledge, string remark)
    {
        lock (gate)
        {
            // What a page asked for through its service worker is told of twice, and was sent once: by the worker.
            var isPassedOn = passedOn.Remove(key);
            if (!open.Remove(key, out var request) || onTheWire.Remove(key) || !TryForget(request) || isPassedOn)
            {
                return;
            }

            var sighting = SightingOf(request);
            var decoded = knowledge.Decode(sighting.Draft());
            if (!IsAnalytics(decoded))
            {
                return;
            }

            dispatches.TryTake(request.Looks, out var dispatch);
            var entered = requests.EnterAnalytics(sighting with { Hits = decoded.Hits, Dispatch = request.Dispatch ?? dispatch });
            requests.Conclude(entered.Number, RequestFate.NotDelivered, remark: remark);
            undelivered.Add(request.Looks, entered.Number);
        }
    }

    /// <summary>The browser told when and by which script a request was sent.</summary>
    public void Dispatched(RequestLooks looks, Dispatch dispatch)
    {
        lock (gate)
        {
            if (unexplained.TryTake(looks, out var number))
            {
                requests.Dispatched(number, dispatch);
            }
            else
            {
                dispatches.Add(looks, dispatch);
            }
        }
    }

    public static bool IsAnalytics(DecodedRequest decoded) => decoded.Vendor is not null || decoded.Problem is not null;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>Both may be told first.</summary>
    private void PassOn(BrowserRequest request)
    {
        if (
            open.Values.FirstOrDefault(other =>
                other.IsOfServiceWorker != request.IsOfServiceWorker
                && other.Looks.Address == request.Looks.Address
                && other.Looks.MayBe(request.Looks)
                && !passedOn.Contains(other.Key)
            ) is
            { } other
        )
        {
            passedOn.Add(request.IsOfServiceWorker ? other.Key : request.Key);
        }
    }

    private static RequestLooks LooksOf(RequestSighting wire) =>
        new(wire.Method, wire.Url, wire.BodyState == BodyState.Cut ? null : wire.Body);

    private bool TryForget(BrowserRequest request) => begun.Remove(request.Looks, told => told.Request == request);

    private static RequestSighting SightingOf(BrowserRequest request) =>
        new()
        {
            Transport = request.Transport,
            Method = request.Looks.Method,
            Url = request.Looks.Url,
            Headers = request.Headers,
            Body = request.Looks.Body ?? [],
            BodyState = request.Looks.Body switch
            {
                null => BodyState.Unreadable,
                { Length: 0 } => BodyState.None,
                _ => BodyState.Complete,
            },
            Tab = request.Tab,
            Visit = request.Visit,
            IsUntold = request.Visit is null,
            Fate = RequestFate.NotDelivered,
            SeenBy = Sightings.Browser,
        };
}
