using System.Globalization;
using MicroConvQA.Browser.Acting;
using MicroConvQA.Browser.Capture;
using MicroConvQA.Browser.Clock;
using MicroConvQA.Browser.Settling;
using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Journeys.Variants;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Running;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Walking;

/// <summary>One walk from the empty profile to the recording.</summary>
internal sealed class JourneyWalk
{
    /// <summary>What is given up has ended with its context; it only bounds a wait on what hangs all the same.</summary>
    private static readonly TimeSpan Parting = TimeSpan.FromSeconds(1);

    private const string Settling = "Its pages were still being left and waited for. Raise 'timeout', or lower 'settle.limit'.";

    private readonly Walk _walk;
    private readonly WalkNeeds _needs;
    private readonly IRunObserver _observer;
    private readonly Variables _variables;
    private readonly TrafficLedger _ledger;
    private readonly WatchedWalk _watched;
    private readonly PageClock _clock;
    private readonly WalkProgress _progress;
    private readonly WalkEvidence _evidence;
    private readonly AwaitedSigns _signs;
    private readonly ClockMode _mode;
    private readonly string? _realTimeBecause;
    private IReadOnlyList<string> _access = [];
    private BrowserStorage? _storage;
    private Afterlook? _afterlook;
    private WalkContext? _context;
    private IPage? _first;
    private bool _isClockBlameless;
    private string? _brokeBecause;
    private string? _settled;
    private IReadOnlyList<UnsettledVendor> _unsettled = [];
    private string? _trace;
    private string? _video;

    /// <param name="walk">The walk.</param>
    /// <param name="needs">What it is given.</param>
    /// <param name="observer">Is told of its steps.</param>
    /// <param name="trouble">Why it is walked in real time, whatever the clock of its journey; null = it is walked by that clock.</param>
    public JourneyWalk(Walk walk, WalkNeeds needs, IRunObserver observer, ClockTrouble? trouble = null)
    {
        (_walk, _needs, _observer) = (walk, needs, observer);
        _realTimeBecause = trouble?.Reason;
        // Where the walk had begun before, its person may have an account by now.
        var person = CanaryPerson.Of(walk.Id, walk.Attempt, needs.Options.Seed + (trouble is null ? "" : "-real-time"));
        _variables = new Variables(walk, person, needs.Options.Environment, needs.Configuration.Secrets);
        var timer = new WalkTimer(needs.Options.Time);
        _ledger = new TrafficLedger(timer, needs.Knowledge.Decode, needs.Options.Tolerances);
        _watched = new WatchedWalk(_ledger) { Fault = needs.Options.FaultOf(walk) };
        _mode = trouble is null ? walk.Journey.Clock ?? needs.Configuration.Clock : ClockMode.Real;
        _clock = new PageClock(_mode, _ledger);
        _progress = new WalkProgress(walk.Journey, timer);
        _signs = new AwaitedSigns(walk.Journey, needs.Dictionary, needs.Configuration);
        _evidence = new WalkEvidence(walk, needs.Configuration, needs.Directory);
    }

    /// <summary>
    /// The sign that a page may not stand the moved clock; null = there was none, or only after the walk had broken for another reason.
    /// </summary>
    public ClockTrouble? Trouble => _isClockBlameless ? null : _clock.Trouble;

    /// <summary>Whether it broke because its time was over.</summary>
    public bool IsOutOfTime { get; private set; }

    private WalkTimer Timer => _ledger.Timer;

    private ConsentPreset ConsentInForce =>
        _progress.ConsentAnswers is [.., var last] ? _needs.Configuration.FindConsent(last.Preset) : _walk.Consent;

    /// <summary>
    /// Walks to the end or to the breakage. Whatever the page does, it is over a few seconds after the time that <c>timeout</c> allows.
    /// </summary>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public async Task<JourneyRecording> RunAsync(CancellationToken cancellationToken)
    {
        using var limits = new WalkLimits(_needs.Configuration.Timeout, _needs.Options.Time, cancellationToken);
        var visit = VisitAsync(limits);
        try
        {
            await visit.WaitAsync(limits.Ending);
            await CloseAsync();
            _video = await _evidence.NameVideoAsync(_first, _needs.Options.Time);
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && WorldFault.Is(exception))
        {
            // Closing under an action makes the action fail; the caller asked for the stop, not for the failure.
            throw new OperationCanceledException("The walk was stopped.", exception, cancellationToken);
        }
        catch (Exception exception) when (IsBreakage(exception, cancellationToken))
        {
            // Here only the opening of a profile can break, or what has taken all of the time: what breaks before is caught where a
            // picture can still be taken.
            if (_progress.Breakage is null)
                _progress.Break(_brokeBecause ?? ReasonOf(exception), PageSight.Nothing);
        }
        finally
        {
            await CloseAsync();
        }

        await EndedAsync(visit);
        cancellationToken.ThrowIfCancellationRequested();
        IsOutOfTime = limits.IsUsedUp;
        return Recording();
    }

    private async Task VisitAsync(WalkLimits limits)
    {
        var look = Look();
        var visiting = _walk with { Device = _walk.Device with { Access = _variables.In(_walk.Device.Access) } };
        _access = [.. visiting.Device.Access.Secrets];
        if (_walk.Journey.Visitor == Visitor.Returning)
            look.StorageState = await new FirstVisit(_needs.Browser, _needs.Configuration, _needs.Knowledge, _needs.Options.Time).MakeAsync(
                visiting,
                new BrowserNewContextOptions(look),
                _mode,
                _variables,
                _needs.BaseUrl,
                _needs.Options.Workspace,
                limits.Walking
            );

        _evidence.Prepare(look);
        var context = _context = await WalkContext.OpenAsync(
            _needs.Browser,
            look,
            visiting.Device,
            _walk.Consent,
            _watched,
            _clock,
            null,
            limits.Walking
        );
        await _evidence.StartAsync(context.Browser, _walk.Title).WaitAsync(limits.Walking);
        _storage = new BrowserStorage(context.Browser, _watched);
        var acting = context.ActionsFor(_walk, _variables, _needs.BaseUrl, _needs.Options.Workspace);
        _first = await acting.Tabs.OpenAsync().WaitAsync(limits.Walking);
        await WalkAllAsync(acting, limits);
        _isClockBlameless = limits.IsUsedUp || (_progress.Breakage is not null && _clock.Trouble is null);
        await SettleAsync(context, limits);
        await LookAtStorageAsync(limits.Ending);
        _trace = await _evidence.StopAsync(context.Browser, Timer.Time).WaitAsync(limits.Ending);
    }

    private async Task CloseAsync()
    {
        if (Interlocked.Exchange(ref _context, null) is { } context)
            await context.DisposeAsync();
    }

    /// <summary>What was given up ends with its context; who reads what it noted must not meet it.</summary>
    private async Task EndedAsync(Task visit)
    {
        try
        {
            await visit.WaitAsync(Parting, _needs.Options.Time);
        }
        catch (Exception exception) when (exception is OperationCanceledException || WorldFault.Is(exception))
        {
            // The walk broke already, and says why.
            return;
        }
    }

    private BrowserNewContextOptions Look()
    {
        var look = _needs.Look;
        var device = _walk.Device;
        look.BaseURL = _needs.BaseUrl;
        look.Locale = device.Locale ?? "en-US";
        look.TimezoneId = device.TimezoneId;
        if (device.Automation == Automation.Hidden)
            look.UserAgent ??= _needs.Browser.UserAgent.Replace("Headless", "", StringComparison.Ordinal);
        if (device.Viewport is { } viewport)
            look.ViewportSize = new() { Width = viewport.Width, Height = viewport.Height };
        return look;
    }

    private async Task WalkAllAsync(ActionContext acting, WalkLimits limits)
    {
        var limit = limits.Walking;
        var pictures = new Pictures(acting, _needs.Directory, _walk.Device.Screenshot, _evidence.KeepsMarkup ? Secrets() : null);
        try
        {
            var performer = new ActionPerformer(acting, _walk.Journey.Visitor == Visitor.Returning && _walk.Consent.Do.Count > 0);
            await OpenStartAsync(acting, performer, limit);
            for (var index = 0; index < _walk.Journey.Steps.Count; index++)
                await WalkStepAsync(index, performer, pictures, limit);
            await LookedAsync(limit);
        }
        catch (Exception exception) when (IsBreakage(exception, limits.Stop))
        {
            // Said first: what is looked at below may take what is left of the time.
            _brokeBecause =
                exception is OperationCanceledException
                    ? OutOfTime(await new Standstill(acting.Requests, Timer.Time).DescribeAsync(acting.Tabs))
                    : ReasonOf(exception);
            await LookedAfterBreakageAsync(limits.Ending);
            _progress.Break(_brokeBecause, await pictures.OfBreakageAsync().WaitAsync(limits.Ending));
        }
    }

    private async Task OpenStartAsync(ActionContext acting, ActionPerformer performer, CancellationToken limit)
    {
        var address = StartAddress.Of(_walk.Journey, _variables);
        var warning = await new Navigation(acting).OpenAsync(address, limit).WaitAsync(limit);
        if (warning is not null)
            throw new WalkBrokenException($"{warning} A journey needs a start page that is there: correct 'start' or baseURL.");

        // Who comes back has answered on the first visit.
        if (_walk.Journey.Visitor == Visitor.New)
            await PerformAsync(
                ActionLeaf.Answering(_walk.Consent.Name, _walk.Device, _needs.Configuration),
                performer,
                Task.CompletedTask,
                limit
            );
        await LookAtStorageAsync(limit);
    }

    private async Task WalkStepAsync(int index, ActionPerformer performer, Pictures pictures, CancellationToken limit)
    {
        var step = _walk.Journey.Steps[index];
        var leaves = ActionLeaf.Of(step.Do, _walk.Device, _needs.Configuration).ToList();
        var first = leaves.FindIndex(leaf => leaf.Action is not Remember);
        var isByAction = first >= 0 && !StepBegin.IsWaiting(leaves[first].Action);
        if (!isByAction)
        {
            await LookedAsync(limit);
            _ledger.Steps.Begin(index);
        }

        _progress.BeginStep(index);
        _observer.StepStarted(_walk, step, index);

        var before = LookAtPageAsync(step, performer);
        await PerformAsync(leaves, performer, before, limit, isByAction ? (index, first) : null);
        _progress.Acted();
        _progress.Saw(await before.WaitAsync(limit));
        await ReadPageAsync(step, performer, limit);
        var after = LookAtPageAsync(step, performer);
        var inVain = await new StepWaiter(_ledger).WaitAsync(
            _signs.Of(index, ConsentInForce, _variables.Snapshot(), _ledger.Pages.OpenVisits),
            limit
        );
        _progress.Saw(await after.WaitAsync(limit));

        await LookedAsync(limit);
        _progress.FinishStep([.. inVain.SelectMany(InVain)]);
        var (shown, stored) = (LookAtPageAsync(step, performer), LookAtStorageAsync(limit));
        _afterlook = new Afterlook(SightAfterAsync(Task.WhenAll(shown, stored), pictures.OfStepAsync, index, step.Id), shown, stored);
    }

    private static IEnumerable<AwaitedInVain> InVain(AwaitedConversion conversion) =>
        conversion.Signs.Select(sign => new AwaitedInVain(conversion.Name, sign.Vendor, sign.Account));

    /// <summary>
    /// A page that is just being replaced is never drawn, and its picture would be waited for to the end: who has answered the other looks
    /// is there.
    /// </summary>
    private static async Task<PageSight> SightAfterAsync(Task looks, Func<int, string, Task<PageSight>> draw, int index, string id)
    {
        await looks;
        return await draw(index, id);
    }

    /// <summary>
    /// What is looked at when a step is over goes on while the next one looks for its control, and has ended before anything more is done.
    /// What the page told before it answers has then come, because it tells in order.
    /// </summary>
    private async Task LookedAsync(CancellationToken limit)
    {
        if (_afterlook is not { } look)
            return;
        _afterlook = null;
        _progress.Keep(await look.Sight.WaitAsync(limit), await look.Shown.WaitAsync(limit));
        await look.Storage;
    }

    private async Task LookedAfterBreakageAsync(CancellationToken limit)
    {
        try
        {
            await LookedAsync(limit);
        }
        catch (Exception exception) when (IsBreakage(exception, limit))
        {
            // The walk broke already, and says why.
            return;
        }
    }

    /// <param name="leaves">The actions.</param>
    /// <param name="performer">Does them.</param>
    /// <param name="seen">What must have ended before the first of them is done.</param>
    /// <param name="limit">Ends them.</param>
    /// <param name="begins">The step that begins by one of them, and the one; null = none begins.</param>
    private async Task PerformAsync(
        IReadOnlyList<ActionLeaf> leaves,
        ActionPerformer performer,
        Task seen,
        CancellationToken limit,
        (int Step, int Leaf)? begins = null
    )
    {
        foreach (var ((action, answers), number) in leaves.Select((leaf, number) => (leaf, number)))
        {
            var startedAt = Timer.Elapsed;
            var step = begins is { } begin && begin.Leaf == number ? begin.Step : (int?)null;
            _progress.Doing(action.Text, action.Place);
            var warning = await performer
                .PerformAsync(action, () => BeforeAsync(action, answers, seen, step, limit), limit)
                .WaitAsync(limit);
            if (step is not null)
                _ledger.Steps.FirstActionDone();
            _progress.Done(startedAt, warning);
            await AnsweredAsync(answers, limit);
        }
    }

    private async Task BeforeAsync(StepAction action, string? answers, Task seen, int? step, CancellationToken limit)
    {
        await LookedAsync(limit);
        await seen.WaitAsync(limit);
        await AnsweringAsync(answers, limit);
        if (step is { } begun)
            _ledger.Steps.BeginByAction(begun, StepBegin.IsFelt(action));
    }

    /// <summary>
    /// A banner may come late: only when what gives the answer is there, the answer begins, and what is stored then was stored before.
    /// </summary>
    private async Task AnsweringAsync(string? preset, CancellationToken limit)
    {
        if (preset is null)
            return;
        await LookAtStorageAsync(limit);
        _progress.Answering(Timer.Elapsed, preset);
    }

    /// <summary>Nothing is done until the shop's tags know, so that what is sent next cannot have been on its way.</summary>
    private async Task AnsweredAsync(string? preset, CancellationToken limit)
    {
        if (preset is null)
            return;
        _progress.Answered();
        await Task.Delay(_needs.Options.Tolerances.ConsentTold, Timer.Time, limit);
    }

    /// <summary>A browser that died has nothing left to look at.</summary>
    private async Task LookAtStorageAsync(CancellationToken limit)
    {
        try
        {
            await (_storage?.LookAsync(limit) ?? Task.CompletedTask);
        }
        catch (PlaywrightException) when (_progress.Breakage is not null)
        {
            return;
        }
    }

    /// <summary>What expectations compare with the page is read as soon as the step's actions are done.</summary>
    private async Task ReadPageAsync(Step step, ActionPerformer performer, CancellationToken limit)
    {
        foreach (var expectation in step.Expect)
        {
            _progress.Doing($"expect: {expectation.Conversion}", expectation.Place);
            await performer.RememberAsync(PageReadings.Of(expectation)).WaitAsync(limit);
        }
    }

    /// <summary>
    /// What the dictionary says that the page shows of what the step expects. A total may stand on the page that the actions leave or on
    /// the one that they lead to, so that both are looked at; what is not there is not compared.
    /// </summary>
    private async Task<IReadOnlyList<ShownValue>> LookAtPageAsync(Step step, ActionPerformer performer)
    {
        var conversions = step.Expect.Select(expectation => _needs.Dictionary.Find(expectation.Conversion)).OfType<Conversion>().Distinct();
        var looks =
            from conversion in conversions
            from shown in conversion.Shown
            group (conversion.Name, Parameter: shown.Key, Reading: shown.Value) by shown.Value.ToString() into of
            select (of, Seen: performer.LookAsync(of.First().Reading));
        List<ShownValue> found = [];
        foreach (var (of, look) in looks.ToList())
            if (await look is { } seen)
                found.AddRange(of.Select(one => new ShownValue(one.Name, one.Parameter, seen.Value, of.Key, seen.Page)));
        return found;
    }

    /// <summary>A broken walk is settled too: its hits so far tell what happened before.</summary>
    private async Task SettleAsync(WalkContext context, WalkLimits limits)
    {
        try
        {
            (_settled, _unsettled) = await new WalkSettler(_ledger, _clock, _needs.Configuration.Settle).SettleAsync(
                context.Browser,
                context.Capture,
                limits.Ending
            );
        }
        catch (Exception exception) when (IsBreakage(exception, limits.Stop))
        {
            _settled = $"The walk could not be settled, and later hits are unknown: {ReasonOf(exception, Settling)}";
            _unsettled = [new UnsettledVendor(null, null, "it could not be settled")];
            if (_progress.Breakage is null)
                _progress.Break(_settled, PageSight.Nothing);
        }
    }

    /// <summary>Whether it is the world's fault or the walk's time that ran out; a stopped run is neither.</summary>
    private static bool IsBreakage(Exception exception, CancellationToken stop) =>
        !stop.IsCancellationRequested && (WorldFault.Is(exception) || exception is OperationCanceledException);

    private string ReasonOf(Exception exception, string? standstill = null) =>
        exception is OperationCanceledException ? OutOfTime(standstill) : WorldFault.Reason(exception);

    /// <param name="standstill">What it waited for then, in a sentence; null = nothing that is known.</param>
    private string OutOfTime(string? standstill) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"The walk took longer than the {_needs.Configuration.Timeout.TotalSeconds:0.#} s that 'timeout' allows"
        ) + (standstill is null ? "; this is where it was then." : $". {standstill}");

    private JourneyRecording Recording()
    {
        var traffic = _ledger.Snapshot();
        var recording = new JourneyRecording
        {
            Tool = _needs.Options.Tool,
            Walk = Label(),
            RanOn = RanOn(),
            StartedAt = Timer.StartedAt,
            Duration = Timer.Elapsed,
            Sources = _walk.Journey.Sources,
            Dictionary = _needs.Dictionary.Source,
            Configuration = _needs.Configuration.Source,
            Vendors = [.. _needs.Configuration.Vendors.Select(vendor => vendor.Source)],
            Steps =
            [
                .. _progress
                    .Steps()
                    .Select(step =>
                        step with
                        {
                            FirstActedAt = traffic.FirstActions.TryGetValue(step.Index, out var acted) ? acted : null,
                        }
                    ),
            ],
            Requests = traffic.Requests,
            Visits = traffic.Visits,
            ClockJumps = traffic.ClockJumps,
            ConsentAnswers = _progress.ConsentAnswers,
            Stored = _storage?.Looks ?? [],
            Console = traffic.Console,
            Scripts = traffic.Scripts,
            BotChecks = _walk.Device.Automation == Automation.Honest ? traffic.BotChecks : null,
            LostMessages = traffic.LostMessages,
            Variables = _variables.Snapshot(),
            Breakage = _progress.Breakage,
            Settled = _settled,
            Unsettled = _unsettled,
            Trace = _trace,
            Video = _video,
        };
        return Secrets().Apply(recording);
    }

    private RecordingMask Secrets() => new([.. _variables.Secrets, .. _access]);

    private WalkLabel Label() =>
        new()
        {
            Id = _walk.Id,
            Journey = _walk.Journey.Name,
            Device = _walk.Device.Name,
            Consent = _walk.Consent.Name,
            Variant = _walk.Variant is { } variant ? VariantNames.Of(variant) : null,
            Row = _walk.Row?.Values.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()) ?? [],
            Canary = _walk.Canary is null ? null : _needs.Options.FaultOf(_walk)?.What,
            BaseUrl = _needs.BaseUrl,
            Deploy = _needs.Options.Deploy,
        };

    private RanOn RanOn() =>
        new()
        {
            Engine = NameOf(_needs.Browser.Found.Engine),
            Version = _needs.Browser.Browser.Version,
            AskedFor = NameOf(_walk.Device.Engine),
            Capture = _needs.Browser.Capture.Name,
            Automation = _walk.Device.Automation.ToString().ToLowerInvariant(),
            VirtualClock = _clock.IsVirtual,
            RealTimeBecause = _realTimeBecause,
        };

    private static string NameOf(BrowserEngine engine) => engine.ToString().ToLowerInvariant();

    /// <summary>What is looked at when a step is over.</summary>
    private sealed record Afterlook(Task<PageSight> Sight, Task<IReadOnlyList<ShownValue>> Shown, Task Storage);
}
