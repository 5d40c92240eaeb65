using MicroConvQA.Attribution;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture;

/// <summary>The requests and pushes of a walk, and their hits, which can be waited for; part of its <see cref="TrafficLedger"/>.</summary>
internal sealed class RequestLedger
{
    private readonly LedgerLock _lock;
    private readonly WalkTimer _timer;
    private readonly Func<CapturedRequest, DecodedRequest> _decode;
    private readonly StepTimes _steps;
    private readonly VisitLog _visits;
    private readonly Tolerances _tolerances;
    private readonly List<CapturedRequest> _requests = [];
    private readonly List<Hit> _hits = [];
    private readonly HashSet<int> _inFlight = [];
    private readonly HashSet<int> _untold = [];
    private readonly Dictionary<int, (int Tab, int? Visit)> _toldLate = [];
    private readonly Dictionary<int, Dispatch> _dispatches = [];
    private Hit[]? _hitsNow;
    private int _analytics;
    private TimeSpan? _lastArrival;

    internal RequestLedger(
        LedgerLock held,
        WalkTimer timer,
        Func<CapturedRequest, DecodedRequest> decode,
        StepTimes steps,
        VisitLog visits,
        Tolerances tolerances
    ) => (_lock, _timer, _decode, _steps, _visits, _tolerances) = (held, timer, decode, steps, visits, tolerances);

    /// <summary>The hits seen so far, in a list that does not change any more.</summary>
    public IReadOnlyList<Hit> Hits => _lock.Hold(() => _hitsNow ??= [.. _hits]);

    /// <summary>How many analytics requests are seen and not yet answered.</summary>
    public int InFlight => _lock.Hold(() => _inFlight.Count);

    /// <summary>How many analytics requests were seen; pushes are none.</summary>
    public int AnalyticsCount => _lock.Hold(() => _analytics);

    /// <summary>When the last analytics request or push was seen or answered; null = none yet.</summary>
    public TimeSpan? LastArrival => _lock.Hold(() => _lastArrival);

    /// <summary>Enters a request that is of no known vendor, or that needs no answer.</summary>
    public CapturedRequest Enter(RequestSighting sighting)
    {
        var hits = HitsOf(sighting);
        return _lock.Change(() => Add(sighting, hits, _visits.Current));
    }

    /// <summary>Enters an analytics request; it is in flight until <see cref="Conclude"/> is told of its end.</summary>
    public CapturedRequest EnterAnalytics(RequestSighting sighting)
    {
        var hits = HitsOf(sighting);
        return _lock.Change(() =>
        {
            var request = Add(sighting, hits, _visits.Current);
            _inFlight.Add(request.Number);
            _analytics++;
            _lastArrival = _timer.Elapsed;
            return request;
        });
    }

    /// <summary>Enters a data-layer push of a document that <see cref="PageLedger.DocumentBegan"/> told of.</summary>
    public CapturedRequest EnterPush(RequestSighting push, string document)
    {
        var hits = HitsOf(push);
        return _lock.Change(() =>
        {
            _lastArrival = _timer.Elapsed;
            return Add(push, hits, tab => _visits.Of(tab, document, SeenAt(push)));
        });
    }

    /// <summary>Says what became of an analytics request.</summary>
    public void Conclude(int number, RequestFate fate, int? status = null, string? remark = null) =>
        _lock.Change(() =>
        {
            var request = _requests[number - 1];
            _requests[number - 1] = request with { Fate = fate, Status = status, Remark = remark ?? request.Remark };
            _inFlight.Remove(number);
            _lastArrival = _timer.Elapsed;
        });

    /// <summary>Adds to a request that the wire saw what the browser knows of it.</summary>
    /// <param name="number">The request's.</param>
    /// <param name="transport">How it was sent.</param>
    /// <param name="tab">The tab that sent it; null = a service worker did.</param>
    /// <param name="visit">The visit that the tab was at when the browser told; null = the request's moment says it.</param>
    public void SeenByBrowser(int number, Transport transport, int? tab, int? visit) => _lock.Change(() => Rewrite(number, request =>
            {
                if (tab is { } known)
                    _toldLate[number] = (known, visit);
                return request with { Transport = transport, SeenBy = request.SeenBy | Sightings.Browser };
            }));

    /// <summary>The browser told when and by which script a request was sent; the wire saw it then or later.</summary>
    /// <param name="number">The request's.</param>
    /// <param name="dispatch">What the browser told.</param>
    public void Dispatched(int number, Dispatch dispatch) => _lock.Change(() => Rewrite(number, request =>
            {
                _dispatches[number] = dispatch;
                return AtItsMoment(request with { Initiator = dispatch.Initiator });
            }));

    /// <summary>The wire saw after all what the browser had given up; it is in flight again.</summary>
    public CapturedRequest Arrived(int number, RequestSighting wire)
    {
        var hits = HitsOf(wire);
        return _lock.Change(() =>
        {
            var request = _requests[number - 1] with
            {
                Headers = wire.Headers,
                Body = wire.Body,
                BodyState = wire.BodyState,
                Fate = wire.Fate,
                FateBecause = wire.FateBecause,
                SeenBy = Sightings.Wire | Sightings.Browser,
                Remark = wire.Remark,
            };
            _requests[number - 1] = request;
            _hits.RemoveAll(hit => hit.Request.Number == number);
            _hits.AddRange(hits.Select(hit => hit with { Request = request }));
            _hitsNow = null;
            _inFlight.Add(number);
            _lastArrival = _timer.Elapsed;
            return request;
        });
    }

    /// <summary>Waits until a claim about the hits seen so far holds.</summary>
    /// <param name="holds">The claim; is asked after each change, outside of the lock, of a list that does not change any more.</param>
    /// <param name="timeout">The longest to wait.</param>
    /// <param name="cancellationToken">Ends the wait by an exception.</param>
    /// <returns>Whether it held in time.</returns>
    public async Task<bool> WaitUntilAsync(Func<IReadOnlyList<Hit>, bool> holds, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var deadline = _timer.Elapsed + timeout;
        IReadOnlyList<Hit>? asked = null;
        while (true)
        {
            var (hits, changed) = _lock.Hold(() => (Hits, _lock.Changed));
            if (hits != asked && holds(hits))
                return true;
            asked = hits;
            var left = deadline - _timer.Elapsed;
            if (left <= TimeSpan.Zero)
                return false;
            await ChangeOrTimeAsync(changed, left, cancellationToken);
        }
    }

    /// <summary>Waits until no analytics request is in flight and none was seen or answered for a while.</summary>
    /// <returns>Whether it became quiet before the deadline, a time of the walk.</returns>
    public async Task<bool> WaitForQuietAsync(TimeSpan quiet, TimeSpan deadline, CancellationToken cancellationToken)
    {
        var since = _timer.Elapsed;
        while (true)
        {
            var (inFlight, last, changed) = _lock.Hold(() => (_inFlight.Count, _lastArrival ?? since, _lock.Changed));
            var end = (last > since ? last : since) + quiet;
            var now = _timer.Elapsed;
            // Whoever looks late sees more time passed than the deadline: what counts is when it became quiet.
            if (inFlight == 0 && now >= end && end <= deadline)
                return true;
            if (now >= deadline)
                return false;
            var next = inFlight > 0 || end > deadline ? deadline : end;
            await ChangeOrTimeAsync(changed, next - now, cancellationToken);
        }
    }

    /// <summary>
    /// Who could still be sent something: whose request is not answered, or who was sent one since a moment. What comes again and again at
    /// equal intervals is a sign of life, which says nothing of further hits.
    /// </summary>
    public IReadOnlyList<UnsettledVendor> Unsettled(TimeSpan since) =>
        _lock.Hold(() =>
        {
            var open = _requests.Where(request =>
                _inFlight.Contains(request.Number) || (request.Transport != Transport.DataLayer && request.At >= since)
            );
            return open.SelectMany(UnsettledBy).DistinctBy(one => (one.Vendor, one.Account)).ToArray();
        });

    private IEnumerable<UnsettledVendor> UnsettledBy(CapturedRequest request)
    {
        var address = request.Url.Split('?', 2)[0];
        var because = _inFlight.Contains(request.Number)
            ? $"{request.Method} {address} was not answered"
            : $"{request.Method} {address} came at the very end";
        var hits = _hits.Where(hit => hit.Request.Number == request.Number).ToList();
        if (hits.Count == 0 && _inFlight.Contains(request.Number))
            return [new UnsettledVendor(null, null, because)];
        return hits.Where(hit => !SignsOfLife.Are(Times(hit), _tolerances))
            .Select(hit => new UnsettledVendor(hit.Vendor, hit.Account, because));
    }

    private List<TimeSpan> Times(Hit hit) =>
        [
            .. _hits
                .Where(other => (other.Vendor, other.Account, other.Event) == (hit.Vendor, hit.Account, hit.Event))
                .Select(other => other.Request.At)
                .Distinct()
                .Order(),
        ];

    /// <summary>What came between the walker's begin of an action and the page's belongs to the step before.</summary>
    internal void GiveStepsSince(TimeSpan from) =>
        _lock.Change(() =>
        {
            foreach (var request in _requests.Where(request => request.At >= from).ToList())
            {
                var step = StepAt(request.At, request.Transport);
                if (step != request.StepIndex)
                    Rewrite(request.Number, each => each with { StepIndex = step });
            }
        });

    /// <summary>As a recording keeps them: in the order in which they were sent, and numbered by it.</summary>
    internal IReadOnlyList<CapturedRequest> All() =>
        _lock.Hold(() =>
            _requests
                .Select(AtItsMoment)
                .Select(WithVisit)
                .Select(WithSender)
                .OrderBy(request => request.At)
                .Select((request, index) => request with { Number = index + 1 })
                .ToArray()
        );

    /// <summary>Who had to know whose a request is before it was entered has decoded it, and it is not decoded again.</summary>
    private IReadOnlyList<Hit> HitsOf(RequestSighting sighting) => sighting.Hits ?? _decode(sighting.Draft()).Hits;

    private CapturedRequest Add(RequestSighting sighting, IReadOnlyList<Hit> hits, Func<int, int?> visitOf)
    {
        var at = SeenAt(sighting);
        var request = new CapturedRequest
        {
            Number = _requests.Count + 1,
            At = at,
            Transport = sighting.Transport,
            Method = sighting.Method,
            Url = sighting.Url,
            Headers = sighting.Headers,
            Body = sighting.Body,
            BodyState = sighting.BodyState,
            StepIndex = StepAt(at, sighting.Transport),
            Visit = sighting.Visit ?? (sighting.Tab is { } tab ? visitOf(tab) : null),
            Initiator = sighting.Dispatch?.Initiator ?? [],
            Trigger = sighting.Trigger,
            Fate = sighting.Fate,
            FateBecause = sighting.FateBecause,
            SeenBy = sighting.SeenBy,
            Remark = sighting.Remark,
        };
        _requests.Add(request);
        if (sighting.Dispatch is { } dispatch)
            _dispatches[request.Number] = dispatch;
        if (sighting is { IsUntold: true, Tab: { } sender })
            _toldLate[request.Number] = (sender, null);
        else if (sighting.IsUntold)
            _untold.Add(request.Number);
        _hits.AddRange(hits.Select(hit => hit with { Request = request }));
        _hitsNow = null;
        return request;
    }

    private void Rewrite(int number, Func<CapturedRequest, CapturedRequest> change)
    {
        var request = _requests[number - 1] = change(_requests[number - 1]);
        // Its hits stand together, most often last.
        for (var i = _hits.FindLastIndex(hit => hit.Request.Number == number); i >= 0 && _hits[i].Request.Number == number; i--)
            (_hits[i], _hitsNow) = (_hits[i] with { Request = request }, null);
    }

    private async Task ChangeOrTimeAsync(Task changed, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(changed, Task.Delay(atMost, _timer.Time, stop.Token));
        await stop.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Of which visit something is that the browser told of late or never is known only when what came around it is.</summary>
    private CapturedRequest WithVisit(CapturedRequest request)
    {
        if (_toldLate.TryGetValue(request.Number, out var told))
            return request with { Visit = Earlier(told.Visit, _visits.At(told.Tab, request.At)) };
        return _untold.Contains(request.Number)
            ? request with
            {
                Visit = _visits.OfUntold(request.Headers.GetValueOrDefault("Referer"), request.At),
            }
            : request;
    }

    /// <summary>
    /// The browser may tell of what a page sent while it was left when the next page has begun; the document's URL says whose it was.
    /// </summary>
    private CapturedRequest WithSender(CapturedRequest request) =>
        request.Visit is { } visit && _dispatches.TryGetValue(request.Number, out var dispatch) && dispatch.Document is { } document
            ? request with
            {
                Visit = _visits.OfSender(visit, document),
            }
            : request;

    private static int? Earlier(int? one, int? other) => one < other ? one : other;

    private TimeSpan SeenAt(RequestSighting sighting)
    {
        var seen = _timer.Ago(sighting.Age);
        return sighting.Dispatch is { } dispatch ? Earlier(dispatch.Moment.InWalk, seen) : seen;
    }

    /// <summary>Nothing is seen before it happens; the longer a walk takes, the better is known when that was by another clock.</summary>
    private CapturedRequest AtItsMoment(CapturedRequest request)
    {
        if (!_dispatches.TryGetValue(request.Number, out var dispatch))
            return request;
        var at = Earlier(dispatch.Moment.InWalk, request.At);
        return request with { At = at, StepIndex = StepAt(at, request.Transport) };
    }

    private static TimeSpan Earlier(TimeSpan moment, TimeSpan seen) =>
        moment > seen ? seen
        : moment > TimeSpan.Zero ? moment
        : TimeSpan.Zero;

    private int StepAt(TimeSpan moment, Transport transport) => _steps.At(moment, isPagesOwn: transport == Transport.DataLayer);
}
