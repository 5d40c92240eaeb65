using MicroConvQA.Attribution;

namespace MicroConvQA.Matching;

/// <summary>
/// Pairs the expectations of one event at one destination with its hits: exact matches of the same step first, then the nearest miss,
/// ties by order. What is exact is found by augmenting paths, so that a hit which fits two expectations never starves one of them.
/// </summary>
internal sealed class ClaimPairing
{
    // A hit of another step must fit better than one of the same step with two wrong parameters.
    private const int StepPenalty = 3;

    // Nearest misses are looked for among this many leftovers on either side of the step, so that a flood stays linear.
    private const int Neighbourhood = 32;

    private readonly IReadOnlyList<Claim> claims;
    private readonly IReadOnlyList<LedgerHit> hits;
    private readonly Func<LedgerHit, bool> isForbidden;
    private readonly Dictionary<int, List<int>> hitsOfStep = [];
    private readonly Dictionary<int, List<int>> exactHits = [];
    private readonly int?[] owner;
    private readonly int[] visited;
    private readonly int[] taken;
    private int round;

    /// <param name="claims">Expectations that must fire, in the order of the journey.</param>
    /// <param name="hits">Hits that count, in the order of their creation.</param>
    /// <param name="isForbidden">Whether a hit fired where its conversion must never fire; it is then nobody's nearest miss.</param>
    public ClaimPairing(IReadOnlyList<Claim> claims, IReadOnlyList<LedgerHit> hits, Func<LedgerHit, bool> isForbidden)
    {
        this.claims = claims;
        this.hits = hits;
        this.isForbidden = isForbidden;
        owner = new int?[hits.Count];
        visited = new int[hits.Count];
        taken = new int[claims.Count];
        IndexSteps();
    }

    /// <summary>For each claim its hits; what is not named is left over.</summary>
    public IReadOnlyList<PairedClaim> Pair()
    {
        PairExact();
        PairNearest();
        FillUp();
        var paired = Enumerable
            .Range(0, hits.Count)
            .Where(hit => owner[hit] is not null)
            .ToLookup(hit => owner[hit]!.Value, hit => hits[hit]);
        return [.. claims.Select((claim, index) => new PairedClaim(claim, [.. paired[index]]))];
    }

    private void IndexSteps()
    {
        var steps = claims.Select(claim => claim.StepIndex).ToHashSet();
        foreach (var step in steps)
            hitsOfStep[step] = [];
        for (var hit = 0; hit < hits.Count; hit++)
        {
            for (var step = hits[hit].Attributed.FirstStep; step <= hits[hit].Attributed.LastStep; step++)
            {
                if (hitsOfStep.TryGetValue(step, out var list))
                    list.Add(hit);
            }
        }
    }

    private void PairExact()
    {
        for (var claim = 0; claim < claims.Count; claim++)
        {
            while (taken[claim] < claims[claim].Expectation.Times.AtLeast && TryTake(claim))
                taken[claim]++;
        }
    }

    private bool TryTake(int claim)
    {
        round++;
        return TryAugment(claim);
    }

    private bool TryAugment(int claim)
    {
        var exact = ExactHits(claim);
        var free = exact.FindIndex(hit => owner[hit] is null);
        if (free >= 0)
        {
            owner[exact[free]] = claim;
            return true;
        }
        foreach (var hit in exact)
        {
            if (visited[hit] == round || owner[hit] == claim)
                continue;
            visited[hit] = round;
            if (!TryAugment(owner[hit]!.Value))
                continue;
            owner[hit] = claim;
            return true;
        }
        return false;
    }

    private List<int> ExactHits(int claim)
    {
        if (!exactHits.TryGetValue(claim, out var exact))
        {
            exactHits[claim] = exact = [
                .. hitsOfStep[claims[claim].StepIndex]
                    .Where(hit => hits[hit].Differences(claims[claim]) == 0)
                    .OrderBy(hit => hits[hit].Attributed.LastStep)
                    .ThenBy(hit => hit),
            ];
        }
        return exact;
    }

    private void PairNearest()
    {
        var misses = Enumerable
            .Range(0, claims.Count)
            .Where(claim => taken[claim] < claims[claim].Expectation.Times.AtLeast)
            .SelectMany(Misses)
            .OrderBy(miss => miss.Cost)
            .ThenBy(miss => miss.Distance)
            .ThenBy(miss => miss.Claim)
            .ThenBy(miss => miss.Hit);
        foreach (var miss in misses)
        {
            if (owner[miss.Hit] is not null || taken[miss.Claim] >= claims[miss.Claim].Expectation.Times.AtLeast)
                continue;
            owner[miss.Hit] = miss.Claim;
            taken[miss.Claim]++;
        }
    }

    private IEnumerable<(int Claim, int Hit, int Cost, int Distance)> Misses(int claim)
    {
        foreach (var hit in Neighbours(claims[claim].StepIndex))
        {
            var distance = DistanceTo(claims[claim].StepIndex, hits[hit].Attributed);
            if (distance == 0)
                yield return (claim, hit, hits[hit].Differences(claims[claim]), 0);
            else if (CanStray(hit, claims[claim]))
                yield return (claim, hit, hits[hit].Differences(claims[claim]) + StepPenalty, distance);
        }
    }

    private IEnumerable<int> Neighbours(int step)
    {
        var own = hitsOfStep[step].Where(hit => owner[hit] is null).Take(2 * Neighbourhood);
        var place = FirstFrom(step);
        var before = Enumerable.Range(0, place).Reverse().Where(hit => owner[hit] is null).Take(Neighbourhood);
        var after = Enumerable.Range(place, hits.Count - place).Where(hit => owner[hit] is null).Take(Neighbourhood);
        return own.Concat(before).Concat(after).Distinct();
    }

    /// <summary>
    /// Whether a hit of another step may be what was expected here: it has what the journey asks for, and its own step has no better use
    /// for it.
    /// </summary>
    private bool CanStray(int hit, Claim claim)
    {
        if (isForbidden(hits[hit]) || hits[hit].OwnFailures(claim) > 0)
            return false;
        var differences = hits[hit].Differences(claim);
        return claims
            .Where(home => hits[hit].Attributed.CanBelongTo(home.StepIndex))
            .All(home => differences < hits[hit].Differences(home));
    }

    private void FillUp()
    {
        for (var claim = 0; claim < claims.Count; claim++)
        {
            var room = (claims[claim].Expectation.Times.AtMost ?? int.MaxValue) - taken[claim];
            if (room <= 0)
                continue;
            var more = hitsOfStep[claims[claim].StepIndex]
                .Where(hit => owner[hit] is null)
                .OrderBy(hit => hits[hit].Differences(claims[claim]))
                .ThenBy(hit => hit)
                .Take(room)
                .ToList();
            foreach (var hit in more)
                owner[hit] = claim;
            taken[claim] += more.Count;
        }
    }

    private int FirstFrom(int step)
    {
        var (low, high) = (0, hits.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = hits[middle].StepIndex < step ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    private static int DistanceTo(int step, AttributedHit hit) =>
        step < hit.FirstStep ? hit.FirstStep - step
        : step > hit.LastStep ? step - hit.LastStep
        : 0;
}
