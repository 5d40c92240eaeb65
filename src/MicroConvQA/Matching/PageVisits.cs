using MicroConvQA.Decoding;
using MicroConvQA.Recording;

namespace MicroConvQA.Matching;

/// <summary>Finds the page visit on which a hit's event was created.</summary>
internal sealed class PageVisits
{
    // A page's last events may arrive when its successor is already there.
    private static readonly TimeSpan Handover = TimeSpan.FromSeconds(1);

    private readonly Dictionary<int, PageVisit> byNumber;
    private readonly ILookup<string, PageVisit> byUrl;
    private readonly Dictionary<string, TimeSpan> firstSeen;

    public PageVisits(IReadOnlyList<PageVisit> visits, IEnumerable<Hit> hits)
    {
        byNumber = visits.ToDictionary(visit => visit.Number);
        byUrl = visits.OrderBy(visit => visit.From).ToLookup(visit => Plain(visit.Url));
        firstSeen = hits.Where(hit => hit.PageLoadId is not null)
            .GroupBy(hit => hit.PageLoadId!)
            .ToDictionary(load => load.Key, load => load.Min(hit => hit.Request.At));
    }

    /// <summary>The visit; null where the hit says nothing of its page and neither does its request.</summary>
    public PageVisit? Find(Hit hit)
    {
        var sender = hit.Request.Visit is { } number ? byNumber.GetValueOrDefault(number) : null;
        if (hit.PageUrl is null || (sender is not null && Plain(sender.Url) == Plain(hit.PageUrl)))
            return sender;
        return LastBefore(hit.PageUrl, SeenAt(hit)) ?? sender;
    }

    /// <summary>The earlier visit of the same page in the same tab that the hit may be the last word of; null = none.</summary>
    public PageVisit? Predecessor(PageVisit visit, Hit hit)
    {
        if (SeenAt(hit) - visit.From > Handover)
            return null;
        return byUrl[Plain(visit.Url)].LastOrDefault(earlier => earlier.Tab == visit.Tab && earlier.From < visit.From);
    }

    private PageVisit? LastBefore(string url, TimeSpan moment) => byUrl[Plain(url)].LastOrDefault(visit => visit.From <= moment);

    private TimeSpan SeenAt(Hit hit) => hit.PageLoadId is { } load ? firstSeen[load] : hit.Request.At;

    // A fragment is never sent by some vendors and always by others.
    private static string Plain(string url) => url.Split('#', 2)[0];
}
