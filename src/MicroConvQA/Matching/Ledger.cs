using MicroConvQA.Attribution;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;

namespace MicroConvQA.Matching;

/// <summary>The whole journey's ledger: every hit at every destination against every expectation.</summary>
/// <param name="events">What the dictionary and the destinations call what.</param>
/// <param name="checks">Judges parameters.</param>
/// <param name="isOfEarlierVisit">Whether a hit was created before the walk, on a returning shopper's earlier visit; null = there was
/// none.</param>
internal sealed class Ledger(EventIndex events, ParameterChecks checks, Func<Hit, bool>? isOfEarlierVisit = null)
{
    /// <summary>What is known of hits of variants of one walk; null = each is judged for itself.</summary>
    internal JudgingMemory? Memory { get; init; }

    /// <summary>Pairs claims and hits, destination by destination and event by event.</summary>
    /// <param name="hits">All hits of the walk in the order of their creation.</param>
    /// <param name="claims">All expectations at all destinations, in the order of the journey.</param>
    /// <param name="isForbidden">Whether a hit fired where its conversion must never fire.</param>
    public MatchReport Balance(IReadOnlyList<AttributedHit> hits, IReadOnlyList<Claim> claims, Func<LedgerHit, bool> isForbidden)
    {
        var elsewhere = new PairedElsewhere();
        var atDestinations = hits.Select(hit => (Hit: hit, Destination: events.DestinationOf(hit.Hit))).ToList();
        var all = Entered(atDestinations, elsewhere);
        var counted = all.Where(hit => hit.Uncounted == Uncounted.No)
            .ToLookup(hit => events.FamilyOf(hit.Destination, hit.Attributed.Hit), ReferenceEqualityComparer.Instance);
        var required = claims
            .Where(claim => claim.Mode == ClaimMode.Required)
            .ToLookup(events.FamilyOf, ReferenceEqualityComparer.Instance);
        var paired = required.SelectMany(group => new ClaimPairing([.. group], [.. counted[group.Key]], isForbidden).Pair()).ToList();
        elsewhere.Fill(paired);
        return Report(claims, paired, all, atDestinations);
    }

    private MatchReport Report(
        IReadOnlyList<Claim> claims,
        List<PairedClaim> paired,
        List<LedgerHit> all,
        List<(AttributedHit Hit, Destination? Destination)> attributed
    )
    {
        var byClaim = paired.ToDictionary(pair => pair.Claim.Key);
        var used = paired.SelectMany(pair => pair.Hits).ToHashSet();
        return new()
        {
            Claims = [.. claims.Select(claim => byClaim.GetValueOrDefault(claim.Key) ?? new PairedClaim(claim, []))],
            Leftovers = [.. all.Where(hit => hit.Uncounted == Uncounted.No && !used.Contains(hit))],
            Hits = all,
            AtOtherAccounts =
            [
                .. attributed
                    .Where(hit => hit.Destination is null && events.DestinationsOf(hit.Hit.Hit.Vendor).Any())
                    .Select(hit => hit.Hit),
            ],
        };
    }

    private List<LedgerHit> Entered(List<(AttributedHit Hit, Destination? Destination)> hits, PairedElsewhere elsewhere)
    {
        var copies = new Copies(isOfEarlierVisit);
        var entered = new List<LedgerHit>(hits.Count);
        // By arrival: a copy comes after its original, whatever it says of its time.
        foreach (var (hit, destination) in hits.OrderBy(hit => hit.Hit.Hit.Request.Number).ThenBy(hit => hit.Hit.Hit.Line))
        {
            if (destination is null)
                continue;
            var (uncounted, original) = copies.Judge(hit.Hit, destination);
            entered.Add(new(hit, destination, uncounted, checks, elsewhere) { Memory = Memory, Original = original });
        }
        return [.. entered.OrderBy(hit => hit.Attributed.Order)];
    }
}
