using MicroConvQA.Decoding;
using MicroConvQA.Recording;

namespace MicroConvQA.Attribution;

/// <summary>Finds the page visit on which a hit's event was created.</summary>
internal sealed class PageVisits
{
    private readonly Dictionary<int, PageVisit> byNumber;
    private readonly ILookup<string, PageVisit> byUrl;
    private readonly Dictionary<Hit, TimeSpan> firstSeen = new(ReferenceEqualityComparer.Instance);
    private readonly Tolerances tolerances;

    public PageVisits(IReadOnlyList<PageVisit> visits, IEnumerable<Hit> hits, Tolerances tolerances)
    {
        this.tolerances = tolerances;
        byNumber = visits.ToDictionary(visit => visit.Number);
        byUrl = visits.OrderBy(visit => visit.From).ToLookup(visit => Plain(visit.Url));
        foreach (var load in hits.Where(hit => hit.PageLoadId is not null).GroupBy(hit => hit.PageLoadId))
            FindFirstSeen(load);
    }

    /// <summary>The visit; null where the hit says nothing of its page and neither does its request.</summary>
    public PageVisit? Find(Hit hit)
    {
        var sender = hit.Request.Visit is { } number ? byNumber.GetValueOrDefault(number) : null;
        if (hit.PageUrl is null || (sender is not null && Plain(sender.Url) == Plain(hit.PageUrl)))
            return sender;
        return LastBefore(hit.PageUrl, SeenAt(hit), sender?.Tab) ?? LastBefore(hit.PageUrl, SeenAt(hit)) ?? sender;
    }

    /// <summary>The earlier visit of the same page in the same tab that the hit may be the last word of; null = none.</summary>
    public PageVisit? Predecessor(PageVisit visit, Hit hit)
    {
        if (SeenAt(hit) - visit.From > tolerances.Handover)
            return null;
        return byUrl[Plain(visit.Url)].LastOrDefault(earlier => earlier.Tab == visit.Tab && earlier.From < visit.From);
    }

    private PageVisit? LastBefore(string url, TimeSpan moment, int? tab = null) =>
        byUrl[Plain(url)].LastOrDefault(visit => visit.From <= moment && (tab is null || visit.Tab == tab));

    private TimeSpan SeenAt(Hit hit) => firstSeen.GetValueOrDefault(hit, hit.Request.At);

    /// <summary>
    /// A page load is first seen before a reload of its page. A document that goes on to other addresses without a load keeps its id: it is
    /// first seen anew at each of them, and again where it comes back.
    /// </summary>
    private void FindFirstSeen(IEnumerable<Hit> load)
    {
        (string? Page, TimeSpan At)? stay = null;
        foreach (var hit in load.OrderBy(hit => hit.Request.At).ThenBy(hit => hit.Request.Number).ThenBy(hit => hit.Line))
        {
            var page = hit.PageUrl is null ? stay?.Page : Plain(hit.PageUrl);
            stay = stay is { } known && known.Page == page ? known : (page, hit.Request.At);
            firstSeen[hit] = stay.Value.At;
        }
    }

    // A fragment is never sent by some vendors and always by others.
    private static string Plain(string url) => url.Split('#', 2)[0];
}
