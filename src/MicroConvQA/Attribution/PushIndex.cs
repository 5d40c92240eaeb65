using MicroConvQA.Decoding;
using MicroConvQA.Recording;

namespace MicroConvQA.Attribution;

/// <summary>
/// Pairs hits with the data-layer pushes that caused them: on one page visit the k-th hit of a conversion belongs to its k-th push.
/// </summary>
internal sealed class PushIndex
{
    private readonly Dictionary<Hit, Hit> pushes = new(ReferenceEqualityComparer.Instance);
    private readonly Tolerances tolerances;

    public PushIndex(IReadOnlyList<Hit> hits, Func<Hit, string> conversionOf, PageVisits visits, Tolerances tolerances)
    {
        this.tolerances = tolerances;
        var groups = hits.Where(hit => hit.Role == HitRole.Event).GroupBy(hit => (Conversion: conversionOf(hit), visits.Find(hit)?.Number));
        foreach (var group in groups)
            Pair([.. group.Where(IsPush)], group.Where(hit => !IsPush(hit)));
    }

    public Hit? Find(Hit hit) => pushes.GetValueOrDefault(hit);

    public static bool IsPush(Hit hit) => hit.Request.Transport == Transport.DataLayer;

    private void Pair(List<Hit> caused, IEnumerable<Hit> hits)
    {
        if (caused.Count == 0)
            return;
        foreach (var sender in hits.GroupBy(hit => (hit.Vendor, hit.Account)))
            PairOne(caused, [.. sender]);
    }

    /// <summary>
    /// What was sent again, because it was refused or taken over by a service worker, is of the same push: it takes no other one.
    /// </summary>
    private void PairOne(List<Hit> caused, List<Hit> sent)
    {
        var (failed, hits, again) = (new List<Hit>(), new List<Hit>(), new List<(Hit Hit, Hit First)>());
        foreach (var hit in sent)
        {
            // Each is sent again once; what fails then too may follow anew.
            var before = failed.FindIndex(first => IsSame(first, hit));
            if (before < 0)
            {
                hits.Add(hit);
            }
            else
            {
                again.Add((hit, failed[before]));
                failed.RemoveAt(before);
            }
            if (HasFailed(hit.Request))
                failed.Add(hit);
        }
        PairFirsts(caused, hits);
        foreach (var (hit, first) in again)
        {
            if (pushes.TryGetValue(first, out var push))
                pushes[hit] = push;
        }
    }

    private void PairFirsts(List<Hit> caused, List<Hit> hits)
    {
        var free = new LinkedList<Hit>(caused);
        // Where some were lost, the count says nothing; then only what a hit carries tells its push.
        foreach (var hit in hits.Where(hit => hits.Count >= caused.Count || caused.Any(push => HasFactsOf(hit, push))))
        {
            var push = free.FirstOrDefault(push => CanCause(push, hit) && HasFactsOf(hit, push))
                ?? free.FirstOrDefault(push => CanCause(push, hit));
            if (push is null)
                continue;
            pushes[hit] = push;
            free.Remove(push);
        }
    }

    private static bool HasFailed(CapturedRequest request) =>
        request.Fate == RequestFate.NotDelivered || request.Status is 408 or 429 or >= 500;

    private static bool IsSame(Hit one, Hit other) =>
        one.EventId is { } id
            ? id == other.EventId
            : one.Line == other.Line && one.Request.Url == other.Request.Url && one.Request.Body.AsSpan().SequenceEqual(other.Request.Body);

    private bool CanCause(Hit push, Hit hit) => push.Request.At <= hit.Request.At + tolerances.PushRace;

    private static bool HasFactsOf(Hit hit, Hit push) =>
        hit.ItemIds.Count + push.ItemIds.Count > 0
        && hit.ItemIds.SequenceEqual(push.ItemIds)
        && (hit.TransactionId ?? push.TransactionId) == (push.TransactionId ?? hit.TransactionId);
}
