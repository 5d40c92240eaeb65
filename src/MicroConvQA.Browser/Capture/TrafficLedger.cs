using System.Runtime.CompilerServices;
using MicroConvQA.Attribution;
using MicroConvQA.Decoding;
using MicroConvQA.Faults;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture;

/// <summary>Collects everything that is seen of one walk, decodes it as it arrives and can be waited on. Safe for several threads at once.</summary>
/// <param name="timer">The walk's time.</param>
/// <param name="decode">Reads a request.</param>
/// <param name="tolerances">How far clocks and ways may be apart; null = as usual.</param>
public sealed class TrafficLedger(WalkTimer timer, Func<CapturedRequest, DecodedRequest> decode, Tolerances? tolerances = null)
{
    private const int MaximumConsoleLines = 2_000;
    private const int MaximumScripts = 2_000;
    private const int MaximumBotChecks = 200;

    private readonly Lock _lock = new();
    private readonly List<CapturedRequest> _requests = [];
    private readonly List<Hit> _hits = [];
    private readonly HashSet<int> _inFlight = [];
    private readonly HashSet<int> _untold = [];
    private readonly Dictionary<int, (int Tab, int? Visit)> _toldLate = [];
    private readonly Dictionary<int, Dispatch> _dispatches = [];
    private readonly List<ClockJump> _jumps = [];
    private readonly List<ConsoleLine> _console = [];
    private readonly OrderedDictionary<string, bool> _scripts = [];
    private readonly List<BotCheck> _botChecks = [];
    private readonly StepTimes _steps = new(tolerances ?? new());
    private readonly VisitLog _visits = new(tolerances ?? new());
    private readonly ConditionalWeakTable<object, object> _tabs = [];
    private int _tabCount;
    private int _analytics;
    private TimeSpan? _lastArrival;
    private TaskCompletionSource _changed = NewSignal();

    public WalkTimer Timer => timer;

    /// <summary>Where the walk's pages say that they send their hits.</summary>
    public NamedCollectors Collectors { get; } = new();

    /// <summary>What is put into the walk's requests on purpose before they are entered; null = nothing.</summary>
    public WireFault? Fault { get; init; }

    /// <summary>Who wrote which cookie or key.</summary>
    public StorageWriters Writers { get; } = new();

    /// <summary>The step in progress; -1 = the opening of the start page and the consent answer.</summary>
    public int StepIndex => Read(() => _steps.Current);

    /// <summary>How many analytics requests are seen and not yet answered.</summary>
    public int InFlight => Read(() => _inFlight.Count);

    /// <summary>How many analytics requests were seen; pushes are none.</summary>
    public int AnalyticsCount => Read(() => _analytics);

    /// <summary>When the last analytics request or push was seen or answered; null = none yet.</summary>
    public TimeSpan? LastArrival => Read(() => _lastArrival);

    /// <summary>A step begins that waits first, or that has no action.</summary>
    public void BeginStep(int index) => Write(() => _steps.Begun(index, timer.Elapsed));

    /// <summary>A step begins by its first action, which is about to be done.</summary>
    /// <param name="index">The step's.</param>
    /// <param name="isFelt">Whether the page feels the action, so that the step begins with the first event that <see cref="ShopperFelt"/> tells of.</param>
    public void BeginStepByAction(int index, bool isFelt) => Write(() => _steps.BegunByAction(index, timer.Elapsed, isFelt));

    /// <summary>The action by which the step began is done.</summary>
    public void FirstActionDone() => Write(() => _steps.FirstActionDone(timer.Elapsed));

    /// <summary>A document felt the shopper: the pointer, a key, a field or a scroll.</summary>
    /// <param name="at">When.</param>
    /// <param name="born">When the document began.</param>
    public void ShopperFelt(ForeignMoment at, ForeignMoment born) => Write(() =>
    {
        if (_steps.Felt(at, born) is { } from)
            GiveStepsSince(from);
    });

    /// <summary>The number of a tab, from 1 in the order in which they are first asked for.</summary>
    /// <param name="page">What stands for the tab, compared by reference.</param>
    public int TabOf(object page) => Read(() => (int)_tabs.GetValue(page, _ => ++_tabCount));

    /// <summary>Enters a request that is of no known vendor, or that needs no answer.</summary>
    public CapturedRequest Enter(RequestSighting sighting) => Write(() => Add(sighting, _visits.Current));

    /// <summary>Enters an analytics request; it is in flight until <see cref="Conclude"/> is told of its end.</summary>
    public CapturedRequest EnterAnalytics(RequestSighting sighting) => Write(() =>
    {
        var request = Add(sighting, _visits.Current);
        _inFlight.Add(request.Number);
        _analytics++;
        _lastArrival = timer.Elapsed;
        return request;
    });

    /// <summary>Enters a data-layer push of a document that <see cref="DocumentBegan"/> told of.</summary>
    public CapturedRequest EnterPush(RequestSighting push, string document)
    {
        Collectors.Read(push.Body, push.Url);
        return Write(() =>
        {
            _lastArrival = timer.Elapsed;
            return Add(push, tab => _visits.Of(tab, document, SeenAt(push)));
        });
    }

    /// <summary>Says what became of an analytics request.</summary>
    public void Conclude(int number, RequestFate fate, int? status = null, string? remark = null) => Write(() =>
    {
        var request = _requests[number - 1];
        _requests[number - 1] = request with { Fate = fate, Status = status, Remark = remark ?? request.Remark };
        _inFlight.Remove(number);
        _lastArrival = timer.Elapsed;
    });

    /// <summary>Adds to a request that the wire saw what the browser knows of it.</summary>
    /// <param name="number">The request's.</param>
    /// <param name="transport">How it was sent.</param>
    /// <param name="tab">The tab that sent it; null = a service worker did.</param>
    /// <param name="visit">The visit that the tab was at when the browser told; null = the request's moment says it.</param>
    public void SeenByBrowser(int number, Transport transport, int? tab, int? visit) => Change(number, request =>
    {
        if (tab is { } known)
            _toldLate[number] = (known, visit);
        return request with { Transport = transport, SeenBy = request.SeenBy | Sightings.Browser };
    });

    /// <summary>The browser told when and by which script a request was sent; the wire saw it then or later.</summary>
    /// <param name="number">The request's.</param>
    /// <param name="dispatch">What the browser told.</param>
    public void Dispatched(int number, Dispatch dispatch) => Change(number, request =>
    {
        _dispatches[number] = dispatch;
        return AtItsMoment(request with { Initiator = dispatch.Initiator });
    });

    /// <summary>The wire saw after all what the browser had given up; it is in flight again.</summary>
    public CapturedRequest Arrived(int number, RequestSighting wire) => Write(() =>
    {
        var request = _requests[number - 1] with
        {
            Headers = wire.Headers,
            Body = wire.Body,
            BodyState = wire.BodyState,
            Fate = wire.Fate,
            SeenBy = Sightings.Wire | Sightings.Browser,
            Remark = wire.Remark,
        };
        _requests[number - 1] = request;
        _hits.RemoveAll(hit => hit.Request.Number == number);
        _hits.AddRange(HitsOf(wire, request));
        _inFlight.Add(number);
        _lastArrival = timer.Elapsed;
        return request;
    });

    /// <summary>The visits that have not ended.</summary>
    public IReadOnlySet<int> OpenVisits => Read(() => _visits.All.Where(visit => visit.To is null).Select(visit => visit.Number).ToHashSet());

    /// <summary>The visit that a tab is at; null = none.</summary>
    public int? VisitOf(int? tab) => Read(() => tab is { } known ? _visits.Current(known) : null);

    /// <summary>The addresses that a tab was at, in order.</summary>
    public IReadOnlyList<string> AddressesOf(int tab) => Read(() => (IReadOnlyList<string>)[.. _visits.All.Where(visit => visit.Tab == tab).Select(visit => visit.Url)]);

    public void AddressChanged(int tab, string url) => WriteAsOf(TimeSpan.Zero, (at, step) => _visits.AddressChanged(tab, url, at, step));

    /// <param name="tab">The tab that it is in.</param>
    /// <param name="document">What the document calls itself.</param>
    /// <param name="url">Its address.</param>
    /// <param name="age">How long ago it began.</param>
    public void DocumentBegan(int tab, string document, string url, TimeSpan age) =>
        WriteAsOf(age, (at, step) => _visits.DocumentBegan(tab, document, url, at, step));

    /// <summary>A document went on to another address by itself.</summary>
    /// <param name="tab">The tab that it is in.</param>
    /// <param name="document">What the document calls itself.</param>
    /// <param name="url">Its new address.</param>
    /// <param name="age">How long ago that was.</param>
    public void DocumentMoved(int tab, string document, string url, TimeSpan age) =>
        WriteAsOf(age, (at, step) => _visits.DocumentMoved(tab, document, url, at, step));

    public void DocumentTitled(int tab, string document, string url, string title) => Write(() => _visits.Titled(tab, document, url, title));

    /// <summary>The page of a tab is about to be left for good.</summary>
    public void TabLeft(int tab) => Write(() => _visits.TabLeft(tab, timer.Elapsed));

    public void TabClosed(int tab) => Write(() => _visits.TabClosed(tab, timer.Elapsed));

    public void ClockMoved(TimeSpan by) => Write(() => _jumps.Add(new ClockJump(timer.Elapsed, by)));

    /// <summary>Keeps a line of the page's console; what comes after the first 2,000 is left out, and one line says so.</summary>
    public void ConsoleWrote(string level, string text, string? url) => Write(() =>
    {
        if (_console.Count < MaximumConsoleLines)
            _console.Add(new ConsoleLine(timer.Elapsed, level, text, url));
        else if (_console.Count == MaximumConsoleLines)
            _console.Add(new ConsoleLine(timer.Elapsed, "warning", $"The page wrote more than {MaximumConsoleLines} lines; the rest was left out.", null));
    });

    /// <summary>Keeps the address of a script that a page asked for; what comes after the first 2,000 is left out.</summary>
    public void ScriptAsked(string url) => Write(() =>
    {
        if (_scripts.Count < MaximumScripts)
            _scripts.TryAdd(url, true);
    });

    /// <summary>A script asked whether a program drives the browser; the same line of the same script is kept once.</summary>
    public void BotChecked(TimeSpan at, IReadOnlyList<ScriptFrame> initiator) => Write(() =>
    {
        if (_botChecks.Count < MaximumBotChecks && !_botChecks.Exists(check => check.Initiator.SequenceEqual(initiator)))
            _botChecks.Add(new BotCheck(at, initiator));
    });

    /// <summary>Whether the page's console has a line, or an error with its stack, that begins with a line of text.</summary>
    public bool HasConsoleLine(string firstLine) => Read(() => _console.Exists(line => line.Begins(firstLine)));

    /// <summary>Waits until a claim about the hits seen so far holds.</summary>
    /// <param name="holds">The claim; is asked under the ledger's lock after each change, so it must be quick and must not call the ledger.</param>
    /// <param name="timeout">The longest to wait.</param>
    /// <param name="cancellationToken">Ends the wait by an exception.</param>
    /// <returns>Whether it held in time.</returns>
    public async Task<bool> WaitUntilAsync(Func<IReadOnlyList<Hit>, bool> holds, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var deadline = timer.Elapsed + timeout;
        while (true)
        {
            var (isTrue, changed) = Read(() => (holds(_hits), _changed.Task));
            var left = deadline - timer.Elapsed;
            if (isTrue || left <= TimeSpan.Zero)
                return isTrue;
            await ChangeOrTimeAsync(changed, left, cancellationToken);
        }
    }

    /// <summary>Waits until no analytics request is in flight and none was seen or answered for a while.</summary>
    /// <returns>Whether it became quiet before the deadline, a time of the walk.</returns>
    public async Task<bool> WaitForQuietAsync(TimeSpan quiet, TimeSpan deadline, CancellationToken cancellationToken)
    {
        var since = timer.Elapsed;
        while (true)
        {
            var (inFlight, last, changed) = Read(() => (_inFlight.Count, _lastArrival ?? since, _changed.Task));
            var end = (last > since ? last : since) + quiet;
            var now = timer.Elapsed;
            // Whoever looks late sees more time passed than the deadline: what counts is when it became quiet.
            if (inFlight == 0 && now >= end && end <= deadline)
                return true;
            if (now >= deadline)
                return false;
            var next = inFlight > 0 || end > deadline ? deadline : end;
            await ChangeOrTimeAsync(changed, next - now, cancellationToken);
        }
    }

    public TrafficSnapshot Snapshot() => Read(() => new TrafficSnapshot
    {
        Requests = [.. _requests.Select(AtItsMoment).Select(WithVisit).Select(WithSender).OrderBy(request => request.At).Select((request, index) => request with { Number = index + 1 })],
        Visits = [.. _visits.All.Select(visit => visit with { StepIndex = _steps.At(visit.From, isPagesOwn: false) })],
        FirstActions = _steps.FirstActions,
        ClockJumps = [.. _jumps],
        Console = [.. _console],
        Scripts = [.. _scripts.Keys],
        BotChecks = [.. _botChecks],
    });

    private CapturedRequest Add(RequestSighting sighting, Func<int, int?> visitOf)
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
        _hits.AddRange(HitsOf(sighting, request));
        return request;
    }

    /// <summary>Who had to know whose a request is before it was entered has decoded it, and it is not decoded again.</summary>
    private IEnumerable<Hit> HitsOf(RequestSighting sighting, CapturedRequest request) =>
        sighting.Hits?.Select(hit => hit with { Request = request }) ?? decode(request).Hits;

    private void WriteAsOf(TimeSpan age, Action<TimeSpan, int> change) => Write(() =>
    {
        var at = Ago(age);
        change(at, _steps.At(at, isPagesOwn: false));
    });

    /// <summary>What came between the walker's begin of an action and the page's belongs to the step before.</summary>
    private void GiveStepsSince(TimeSpan from)
    {
        foreach (var request in _requests.Where(request => request.At >= from).ToList())
        {
            var step = StepAt(request.At, request.Transport);
            if (step != request.StepIndex)
                ChangeNow(request.Number, each => each with { StepIndex = step });
        }
    }

    private void Change(int number, Func<CapturedRequest, CapturedRequest> change) => Write(() => ChangeNow(number, change));

    private void ChangeNow(int number, Func<CapturedRequest, CapturedRequest> change)
    {
        var request = _requests[number - 1] = change(_requests[number - 1]);
        // Its hits stand together, most often last.
        for (var i = _hits.FindLastIndex(hit => hit.Request.Number == number); i >= 0 && _hits[i].Request.Number == number; i--)
            _hits[i] = _hits[i] with { Request = request };
    }

    private async Task ChangeOrTimeAsync(Task changed, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(changed, Task.Delay(atMost, timer.Time, stop.Token));
        await stop.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private T Read<T>(Func<T> read)
    {
        lock (_lock)
            return read();
    }

    private void Write(Action change) => Write(() =>
    {
        change();
        return true;
    });

    private T Write<T>(Func<T> change)
    {
        TaskCompletionSource signal;
        T result;
        lock (_lock)
        {
            result = change();
            (signal, _changed) = (_changed, NewSignal());
        }

        signal.SetResult();
        return result;
    }

    /// <summary>Of which visit something is that the browser told of late or never is known only when what came around it is.</summary>
    private CapturedRequest WithVisit(CapturedRequest request)
    {
        if (_toldLate.TryGetValue(request.Number, out var told))
            return request with { Visit = Earlier(told.Visit, _visits.At(told.Tab, request.At)) };
        return _untold.Contains(request.Number)
            ? request with { Visit = _visits.OfUntold(request.Headers.GetValueOrDefault("Referer"), request.At) }
            : request;
    }

    /// <summary>The browser may tell of what a page sent while it was left when the next page has begun; the document's URL says whose it was.</summary>
    private CapturedRequest WithSender(CapturedRequest request) =>
        request.Visit is { } visit && _dispatches.TryGetValue(request.Number, out var dispatch) && dispatch.Document is { } document
            ? request with { Visit = _visits.OfSender(visit, document) }
            : request;

    private static int? Earlier(int? one, int? other) => one < other ? one : other;

    private TimeSpan SeenAt(RequestSighting sighting)
    {
        var seen = Ago(sighting.Age);
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

    private static TimeSpan Earlier(TimeSpan moment, TimeSpan seen) => moment > seen ? seen : moment > TimeSpan.Zero ? moment : TimeSpan.Zero;

    private TimeSpan Ago(TimeSpan age) => timer.Elapsed > age ? timer.Elapsed - age : TimeSpan.Zero;

    private int StepAt(TimeSpan moment, Transport transport) => _steps.At(moment, isPagesOwn: transport == Transport.DataLayer);

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
