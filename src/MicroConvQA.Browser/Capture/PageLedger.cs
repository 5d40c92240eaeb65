using System.Runtime.CompilerServices;
using MicroConvQA.Attribution;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture;

/// <summary>The tabs of one walk and the pages that they were at; part of its <see cref="TrafficLedger"/>.</summary>
internal sealed class PageLedger
{
    private readonly LedgerLock _lock;
    private readonly WalkTimer _timer;
    private readonly StepTimes _times;
    private readonly VisitLog _visits;
    private readonly ConditionalWeakTable<object, object> _tabs = [];
    private int _tabCount;

    internal PageLedger(LedgerLock held, WalkTimer timer, StepTimes times, VisitLog visits) =>
        (_lock, _timer, _times, _visits) = (held, timer, times, visits);

    /// <summary>The visits that have not ended.</summary>
    public IReadOnlySet<int> OpenVisits =>
        _lock.Hold(() => _visits.All.Where(visit => visit.To is null).Select(visit => visit.Number).ToHashSet());

    /// <summary>The number of a tab, from 1 in the order in which they are first asked for.</summary>
    /// <param name="page">What stands for the tab, compared by reference.</param>
    public int TabOf(object page) => _lock.Hold(() => (int)_tabs.GetValue(page, _ => ++_tabCount));

    /// <summary>The visit that a tab is at; null = none.</summary>
    public int? VisitOf(int? tab) => _lock.Hold(() => tab is { } known ? _visits.Current(known) : null);

    /// <summary>The addresses that a tab was at, in order.</summary>
    public IReadOnlyList<string> AddressesOf(int tab) =>
        _lock.Hold(() => _visits.All.Where(visit => visit.Tab == tab).Select(visit => visit.Url).ToArray());

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

    public void DocumentTitled(int tab, string document, string url, string title) =>
        _lock.Hold(() => _visits.Titled(tab, document, url, title));

    /// <summary>The page of a tab is about to be left for good.</summary>
    public void TabLeft(int tab) => _lock.Hold(() => _visits.TabLeft(tab, _timer.Elapsed));

    public void TabClosed(int tab) => _lock.Hold(() => _visits.TabClosed(tab, _timer.Elapsed));

    internal IReadOnlyList<PageVisit> Visits() =>
        _lock.Hold(() => _visits.All.Select(visit => visit with { StepIndex = _times.At(visit.From, isPagesOwn: false) }).ToArray());

    private void WriteAsOf(TimeSpan age, Action<TimeSpan, int> change) =>
        _lock.Hold(() =>
        {
            var at = _timer.Ago(age);
            change(at, _times.At(at, isPagesOwn: false));
        });
}
