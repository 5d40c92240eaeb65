using MicroConvQA.Dictionary;
using MicroConvQA.Judging.Consent;
using MicroConvQA.Matching;
using MicroConvQA.Matching.Conditions;
using MicroConvQA.Recording;

namespace MicroConvQA.Judging.Counting;

/// <summary>Decides of each hit that no expectation needs what it is: one too many, forbidden, or expected by nobody.</summary>
internal sealed class Leftovers
{
    private readonly CaseFile file;
    private readonly ILookup<(string Conversion, string Destination), PairedClaim> claims;
    private readonly Dictionary<(int, string), List<LedgerHit>> duplicates = [];
    private readonly Dictionary<(int, string), List<LedgerHit>> forbidden = [];
    private readonly List<(LedgerHit, Conversion)> forbiddenByNever = [];
    private readonly List<(LedgerHit, Conversion?)> unexpected = [];
    private readonly Dictionary<(int, string), int> allowed = [];

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
        else if (MayBeOfAStepThatAllowsIt(hit, conversion))
            return;
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
        var required = own.Where(claim => claim.Claim.Mode == ClaimMode.Required).ToList();
        if (FullIn(hit, required) is { } full)
            Add(duplicates, full, hit);
        else if (WasAllowed(hit, own))
            return;
        else if (RepeatedBy(hit, required) is { } counted)
            Add(duplicates, counted, hit);
        else if (Nearest(hit, own.Where(claim => claim.Claim.Mode == ClaimMode.ForbiddenByOnly)) is { } only)
            Add(forbidden, only, hit);
        else if (own.Any() || !file.IsIgnored(hit, conversion))
            unexpected.Add((hit, conversion));
    }

    /// <summary>Where an event that is sent later can have been created in a step that lets it fire, nobody can tell that it was not; one too many of an expectation is told.</summary>
    private bool MayBeOfAStepThatAllowsIt(LedgerHit hit, Conversion conversion) =>
        Enumerable.Range(hit.Attributed.FirstStep, hit.Attributed.LastStep - hit.Attributed.FirstStep + 1)
            .Any(step => file.MayFire(conversion, step) && file.Never.Find(conversion.Name, step) is null)
        && FullIn(hit, claims[(conversion.Name, hit.Destination.Name)].Where(claim => claim.Claim.Mode == ClaimMode.Required)) is null;

    /// <summary>
    /// An expectation follows the consent at the end of its step. What the step sent while the consent still allowed it, or an SDK held back until it
    /// did, is what the expectation means, as often as that says.
    /// </summary>
    private bool WasAllowed(LedgerHit hit, IEnumerable<PairedClaim> own)
    {
        var withdrawn = own.FirstOrDefault(claim => claim.Claim.Mode == ClaimMode.ForbiddenByConsent
            && hit.Attributed.CanBelongTo(claim.Claim.StepIndex)
            && allowed.GetValueOrDefault(claim.Claim.Key) < (claim.Claim.Expectation.Times.AtMost ?? int.MaxValue));
        if (withdrawn is null || hit.Attributed.Hit.Request.Transport == Transport.DataLayer)
            return false;
        allowed[withdrawn.Claim.Key] = allowed.GetValueOrDefault(withdrawn.Claim.Key) + 1;
        return true;
    }

    /// <summary>The expectation of its own step that had its count when this one came.</summary>
    private static PairedClaim? FullIn(LedgerHit hit, IEnumerable<PairedClaim> required) =>
        Nearest(hit, required.Where(claim => hit.Attributed.CanBelongTo(claim.Claim.StepIndex)));

    /// <summary>The expectation of another step that it repeats to the letter or against the counting rule.</summary>
    private static PairedClaim? RepeatedBy(LedgerHit hit, IEnumerable<PairedClaim> required) =>
        Nearest(hit, required.Where(claim => claim.Hits.Any(counted => HasContentOf(hit, counted, claim.Claim.Conversion) || CountingRules.IsSame(hit, counted, claim.Claim.Conversion))));

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
