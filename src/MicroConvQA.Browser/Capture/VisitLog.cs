using MicroConvQA.Attribution;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture;

/// <summary>
/// The page visits of one walk. Two views tell of them, the browser (a tab's address changed) and the page's own script (a document began),
/// in no fixed order; both together make one visit. Not safe for several threads: its ledger locks.
/// </summary>
/// <param name="tolerances">How long after the next page's begin something of the page before may still come.</param>
internal sealed class VisitLog(Tolerances tolerances)
{
    private readonly List<PageVisit> _visits = [];
    private readonly Dictionary<int, int> _current = [];
    private readonly Dictionary<int, TimeSpan> _left = [];
    private readonly Dictionary<int, string> _documents = [];

    public IReadOnlyList<PageVisit> All => [.. _visits];

    public int? Current(int tab) => _current.TryGetValue(tab, out var number) ? number : null;

    /// <summary>The visit during which a document did something; the tab's visit where the document is unknown.</summary>
    public int? Of(int tab, string document, TimeSpan at)
    {
        var visit = _visits.LastOrDefault(visit => IsOf(visit, document) && visit.From <= at)
            ?? _visits.Find(visit => IsOf(visit, document));
        return visit?.Number ?? Current(tab);
    }

    /// <summary>The tab's visit at a moment; the current one where none had begun.</summary>
    public int? At(int tab, TimeSpan at) => _visits.LastOrDefault(visit => visit.Tab == tab && visit.From <= at)?.Number ?? Current(tab);

    /// <summary>
    /// The visit during which something was sent that the browser has not told of. It tells of all that a page sends while it is shown, so
    /// that this was sent while its page was being left: a moment before the next one began, or a moment after.
    /// </summary>
    /// <param name="referrer">The page's URL, or only its origin where that is all that its policy says; null = not even that.</param>
    /// <param name="at">When it was seen.</param>
    /// <returns>Null where pages of several tabs fit.</returns>
    public int? OfUntold(string? referrer, TimeSpan at)
    {
        var begun = _visits.Where(visit => visit.From <= at).ToList();
        var fitting = begun.Where(visit => referrer is not null && visit.Url.StartsWith(referrer, StringComparison.Ordinal)).ToList();
        if (fitting.Count == 0)
            fitting = begun;
        if (fitting.Select(visit => visit.Tab).Distinct().Count() != 1)
            return null;

        var last = fitting[^1];
        var isLastWordOfTheOneBefore = fitting.Count > 1 && !IsExact(last, referrer) && IsNearerToItsBegin(last, at);
        return isLastWordOfTheOneBefore ? fitting[^2].Number : last.Number;
    }

    /// <summary>
    /// A visit, or the one next to it in its tab where only that is of the document that sent something: the two clocks are not quite one.
    /// </summary>
    public int OfSender(int number, string document)
    {
        var visit = _visits[number - 1];
        if (visit.Url == document)
            return number;
        var before = number < 2 ? -1 : _visits.FindLastIndex(number - 2, earlier => earlier.Tab == visit.Tab);
        if (before >= 0 && _visits[before].Url == document)
            return before + 1;
        var after = _visits.FindIndex(number, later => later.Tab == visit.Tab);
        return after >= 0 && _visits[after].Url == document ? after + 1 : number;
    }

    public void AddressChanged(int tab, string url, TimeSpan at, int step)
    {
        if (Current(tab) is { } current && _visits[current - 1].Url == url)
            return;
        Begin(tab, url, at, step);
    }

    public void DocumentBegan(int tab, string document, string url, TimeSpan at, int step)
    {
        if (Current(tab) is not { } current || _documents.ContainsKey(current) || _visits[current - 1].Url != url)
            current = Begin(tab, url, at, step);
        else
            Date(current, at, step);
        _documents[current] = document;
    }

    /// <summary>The document went on to another address without a load.</summary>
    public void DocumentMoved(int tab, string document, string url, TimeSpan at, int step)
    {
        AddressChanged(tab, url, at, step);
        _documents[_current[tab]] = document;
    }

    public void Titled(int tab, string document, string url, string title)
    {
        var known = _visits.FindLastIndex(visit => IsOf(visit, document));
        var index = known >= 0 ? known : (Current(tab) ?? 0) - 1;
        if (index >= 0 && _visits[index].Url == url)
            _visits[index] = _visits[index] with { Title = title };
    }

    /// <summary>The tab's page is being left for no other: what comes now is its last.</summary>
    public void TabLeft(int tab, TimeSpan at)
    {
        if (Current(tab) is { } current)
            _left[current] = at;
    }

    public void TabClosed(int tab, TimeSpan at)
    {
        if (_current.Remove(tab, out var number))
            _visits[number - 1] = _visits[number - 1] with { To = at };
    }

    private bool IsNearerToItsBegin(PageVisit visit, TimeSpan at)
    {
        var sinceBegin = at - visit.From;
        var end = visit.To ?? (_left.TryGetValue(visit.Number, out var left) ? left : TimeSpan.MaxValue);
        return sinceBegin < tolerances.Leaving && sinceBegin < (end - at).Duration();
    }

    private static bool IsExact(PageVisit visit, string? referrer) => visit.Url == referrer && new Uri(referrer).AbsolutePath != "/";

    private bool IsOf(PageVisit visit, string document) => _documents.TryGetValue(visit.Number, out var known) && known == document;

    /// <summary>The document knows better when it began than the browser, which tells of it when it gets to that.</summary>
    private void Date(int number, TimeSpan at, int step)
    {
        var visit = _visits[number - 1];
        var before = number < 2 ? -1 : _visits.FindLastIndex(number - 2, earlier => earlier.Tab == visit.Tab && earlier.To == visit.From);
        if (at >= visit.From || (before >= 0 && _visits[before].From >= at))
            return;
        if (before >= 0)
            _visits[before] = _visits[before] with { To = at };
        _visits[number - 1] = visit with { From = at, StepIndex = step };
    }

    private int Begin(int tab, string url, TimeSpan at, int step)
    {
        TabClosed(tab, at);
        _visits.Add(
            new PageVisit
            {
                Number = _visits.Count + 1,
                Tab = tab,
                Url = url,
                From = at,
                StepIndex = step,
            }
        );
        return _current[tab] = _visits.Count;
    }
}
