using MicroConvQA.Attribution;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture;

/// <summary>When the steps of one walk began, and when its page time was moved; part of its <see cref="TrafficLedger"/>.</summary>
internal sealed class StepLedger
{
    private readonly LedgerLock _lock;
    private readonly WalkTimer _timer;
    private readonly StepTimes _times;
    private readonly RequestLedger _requests;
    private readonly List<ClockJump> _jumps = [];

    internal StepLedger(LedgerLock held, WalkTimer timer, StepTimes times, RequestLedger requests) =>
        (_lock, _timer, _times, _requests) = (held, timer, times, requests);

    /// <summary>The step in progress; -1 = the opening of the start page and the consent answer.</summary>
    public int Current => _lock.Hold(() => _times.Current);

    /// <summary>A step begins that waits first, or that has no action.</summary>
    public void Begin(int index) => _lock.Hold(() => _times.Begun(index, _timer.Elapsed));

    /// <summary>A step begins by its first action, which is about to be done.</summary>
    /// <param name="index">The step's.</param>
    /// <param name="isFelt">
    /// Whether the page feels the action, so that the step begins with the first event that <see cref="ShopperFelt"/> tells of.
    /// </param>
    public void BeginByAction(int index, bool isFelt) => _lock.Hold(() => _times.BegunByAction(index, _timer.Elapsed, isFelt));

    /// <summary>The action by which the step began is done.</summary>
    public void FirstActionDone() => _lock.Hold(() => _times.FirstActionDone(_timer.Elapsed));

    /// <summary>A document felt the shopper: the pointer, a key, a field or a scroll.</summary>
    /// <param name="at">When.</param>
    /// <param name="born">When the document began.</param>
    public void ShopperFelt(ForeignMoment at, ForeignMoment born) =>
        _lock.Hold(() =>
        {
            if (_times.Felt(at, born) is { } from)
                _requests.GiveStepsSince(from);
        });

    public void ClockMoved(TimeSpan by) => _lock.Hold(() => _jumps.Add(new ClockJump(_timer.Elapsed, by)));

    internal IReadOnlyDictionary<int, TimeSpan> FirstActions() => _lock.Hold(() => _times.FirstActions);

    internal IReadOnlyList<ClockJump> ClockJumps() => _lock.Hold(() => _jumps.ToArray());
}
