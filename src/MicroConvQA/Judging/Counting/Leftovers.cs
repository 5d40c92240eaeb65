using MicroConvQA.Dictionary;
using MicroConvQA.Judging.Consent;
using MicroConvQA.Matching;

namespace MicroConvQA.Judging.Counting;

/// <summary>The hits that no expectation took, sorted by what <see cref="DuplicateRules"/> say of them.</summary>
internal sealed class Leftovers
{
    private readonly Dictionary<(int, string), List<LedgerHit>> duplicates = [];
    private readonly Dictionary<(int, string), List<LedgerHit>> untold = [];
    private readonly Dictionary<(int, string), List<LedgerHit>> forbidden = [];
    private readonly List<(LedgerHit, Conversion)> forbiddenByNever = [];
    private readonly List<(LedgerHit, Conversion?)> unexpected = [];

    public Leftovers(CaseFile file)
    {
        var rules = new DuplicateRules(file);
        foreach (var hit in file.Match.Leftovers.Where(hit => !ConsentAudit.Covers(file, hit)))
            Sort(rules.Decide(hit));
    }

    /// <summary>Hits that the journey says must never fire there.</summary>
    public IReadOnlyList<(LedgerHit Hit, Conversion Conversion)> ForbiddenByNever => forbiddenByNever;

    /// <summary>Hits that nobody expects; the conversion is null where the dictionary has none.</summary>
    public IReadOnlyList<(LedgerHit Hit, Conversion? Conversion)> Unexpected => unexpected;

    public IReadOnlyList<LedgerHit> DuplicatesOf(PairedClaim claim) => duplicates.GetValueOrDefault(claim.Claim.Key, []);

    /// <summary>Hits of which nobody can tell whether they are one too many of an expectation.</summary>
    public IReadOnlyList<LedgerHit> UntoldOf(PairedClaim claim) => untold.GetValueOrDefault(claim.Claim.Key, []);

    public IReadOnlyList<LedgerHit> ForbiddenFor(PairedClaim claim) => forbidden.GetValueOrDefault(claim.Claim.Key, []);

    private void Sort((DuplicateRule Rule, UnclaimedHit Hit, PairedClaim? Claim) decided)
    {
        var (hit, conversion, _) = decided.Hit;
        switch (decided.Rule.Fate)
        {
            case HitFate.NotTold:
                break;
            case HitFate.Duplicate:
                Add(duplicates, decided.Claim!, hit);
                break;
            case HitFate.Untold:
                Add(untold, decided.Claim!, hit);
                break;
            case HitFate.ForbiddenByOnly:
                Add(forbidden, decided.Claim!, hit);
                break;
            case HitFate.ForbiddenByNever:
                forbiddenByNever.Add((hit, conversion!));
                break;
            case HitFate.Unexpected:
                unexpected.Add((hit, conversion));
                break;
            default:
                throw new InvalidOperationException($"unknown fate {decided.Rule.Fate}");
        }
    }

    private static void Add(Dictionary<(int, string), List<LedgerHit>> lists, PairedClaim claim, LedgerHit hit)
    {
        if (!lists.TryGetValue(claim.Claim.Key, out var list))
            lists.Add(claim.Claim.Key, list = []);
        list.Add(hit);
    }
}
