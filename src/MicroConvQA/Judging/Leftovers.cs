using MicroConvQA.Dictionary;
using MicroConvQA.Matching;
using MicroConvQA.Matching.Conditions;

namespace MicroConvQA.Judging;

/// <summary>Decides of each hit that no expectation needs what it is: one too many, forbidden, or expected by nobody.</summary>
internal sealed class Leftovers
{
    private readonly CaseFile file;
    private readonly ILookup<(string Conversion, string Destination), PairedClaim> claims;
    private readonly Dictionary<(int, string), List<LedgerHit>> duplicates = [];
    private readonly Dictionary<(int, string), List<LedgerHit>> forbidden = [];
    private readonly List<(LedgerHit, Conversion)> forbiddenByNever = [];
    private readonly List<(LedgerHit, Conversion?)> unexpected = [];

    public Leftovers(CaseFile file)
    {
        this.file = file;
        claims = file.Match.Claims.ToLookup(claim => (claim.Claim.Conversion.Name, claim.Claim.Destination.Name));
        foreach (var hit in file.Match.Leftovers.Where(hit => !ConsentAudit.Covers(file, hit)))
            Sort(hit);
    }

    /// <summary>Hits that the journey says must never fire there.</summary>
    public IReadOnlyList<(LedgerHit Hit, Conversion Conversion)> ForbiddenByNever => forbiddenByNever;

    /// <summary>Hits that nobody expects; the conversion is null where the dictionary has none.</summary>
    public IReadOnlyList<(LedgerHit Hit, Conversion? Conversion)> Unexpected => unexpected;

    public IReadOnlyList<LedgerHit> DuplicatesOf(PairedClaim claim) => duplicates.GetValueOrDefault(claim.Claim.Key, []);

    public IReadOnlyList<LedgerHit> ForbiddenFor(PairedClaim claim) => forbidden.GetValueOrDefault(claim.Claim.Key, []);

    private void Sort(LedgerHit hit)
    {
        if (file.ConversionOf(hit) is not { } conversion)
            SortForeign(hit);
        else if (file.Never.Find(conversion.Name, hit.StepIndex) is not null)
            forbiddenByNever.Add((hit, conversion));
        else if (!file.MayFire(conversion, hit.StepIndex))
            SortConversion(hit, conversion, claims[(conversion.Name, hit.Destination.Name)]);
    }

    private void SortForeign(LedgerHit hit)
    {
        if (file.Journey.Strict && !file.IsIgnored(hit, null))
            unexpected.Add((hit, null));
    }

    private void SortConversion(LedgerHit hit, Conversion conversion, IEnumerable<PairedClaim> own)
    {
        if (DuplicateOf(hit, own.Where(claim => claim.Claim.Mode == ClaimMode.Required)) is { } full)
            Add(duplicates, full, hit);
        else if (Nearest(hit, own.Where(claim => claim.Claim.Mode == ClaimMode.ForbiddenByOnly)) is { } only)
            Add(forbidden, only, hit);
        else if (own.Any() || !file.IsIgnored(hit, conversion))
            unexpected.Add((hit, conversion));
    }

    /// <summary>The expectation that had its count when this one came: in its own step, else the one that it repeats to the letter or against the counting rule.</summary>
    private static PairedClaim? DuplicateOf(LedgerHit hit, IEnumerable<PairedClaim> required)
    {
        return Nearest(hit, required.Where(claim => hit.Attributed.CanBelongTo(claim.Claim.StepIndex)))
            ?? Nearest(hit, required.Where(claim => claim.Hits.Any(counted => HasContentOf(hit, counted, claim.Claim.Conversion) || CountingRules.IsSame(hit, counted, claim.Claim.Conversion))));
    }

    private static PairedClaim? Nearest(LedgerHit hit, IEnumerable<PairedClaim> claims) => claims
        .OrderBy(claim => Math.Abs(claim.Claim.StepIndex - hit.StepIndex))
        .ThenBy(claim => claim.Claim.StepIndex > hit.StepIndex)
        .ThenBy(claim => hit.Differences(claim.Claim))
        .FirstOrDefault();

    private static bool HasContentOf(LedgerHit hit, LedgerHit counted, Conversion conversion)
    {
        var (one, other) = (hit.ParametersAs(conversion), counted.ParametersAs(conversion));
        return conversion.Parameters.All(parameter => (one.Find(parameter.Name), other.Find(parameter.Name)) switch
        {
            (null, null) => true,
            ({ } left, { } right) => ValueTypes.AreEqual(left, right),
            _ => false,
        });
    }

    private static void Add(Dictionary<(int, string), List<LedgerHit>> lists, PairedClaim claim, LedgerHit hit)
    {
        if (!lists.TryGetValue(claim.Claim.Key, out var list))
            lists.Add(claim.Claim.Key, list = []);
        list.Add(hit);
    }
}
