using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Matching;
using MicroConvQA.Matching.Conditions;

namespace MicroConvQA.Judging.Counting;

/// <summary>
/// How often the business counts what fired: where the journey itself says nothing of it, an expectation is met by what was counted before
/// for the same product, page or session, and what fires again for it is one too many.
/// </summary>
internal sealed class CountingRules
{
    private readonly CaseFile file;
    private readonly ILookup<(string Conversion, string Destination), PairedClaim> claims;
    private readonly Dictionary<LedgerHit, LedgerHit> repeats = [];

    public CountingRules(CaseFile file)
    {
        this.file = file;
        claims = file.Match.Claims.Where(IsRuled).ToLookup(claim => (claim.Claim.Conversion.Name, claim.Claim.Destination.Name));
        foreach (var claimed in claims)
            FindRepeats(claimed);
    }

    /// <summary>The hit that was counted before and that a counted hit repeats; null = it repeats none.</summary>
    public LedgerHit? Repeated(LedgerHit hit) => repeats.GetValueOrDefault(hit);

    /// <summary>The earlier hit by which an expectation without a hit of its own is met; null = none.</summary>
    public LedgerHit? CountedBefore(PairedClaim claim) =>
        claim.Hits.Count > 0 || !IsRuled(claim)
            ? null
            : claims[(claim.Claim.Conversion.Name, claim.Claim.Destination.Name)]
                .TakeWhile(other => other.Claim.ExpectationIndex < claim.Claim.ExpectationIndex)
                .SelectMany(other => other.Hits)
                .LastOrDefault(hit => hit.OwnFailures(claim.Claim) == 0 && Covers(hit, claim.Claim));

    /// <summary>Whether a hit that no expectation needs is of the same product, page or session as one that was counted.</summary>
    public static bool IsSame(LedgerHit hit, LedgerHit counted, Conversion conversion) =>
        KeyOf(hit, conversion) is { } key && key == KeyOf(counted, conversion);

    /// <summary>The rule in words: <c>once per product</c>.</summary>
    public static string WordsOf(Conversion conversion) => $"once per {conversion.Counting.ToString().ToLowerInvariant()}";

    /// <summary>What a journey says of its own expectation is the stronger word.</summary>
    private static bool IsRuled(PairedClaim claim) =>
        claim.Claim is { Mode: ClaimMode.Required, Conversion.Counting: not CountingRule.Action, Expectation.IsCountedByRule: true };

    private void FindRepeats(IEnumerable<PairedClaim> claimed)
    {
        var counted = new Dictionary<string, LedgerHit>();
        foreach (
            var (hit, conversion) in claimed
                .SelectMany(claim => claim.Hits.Select(hit => (hit, claim.Claim.Conversion)))
                .OrderBy(pair => pair.hit.Attributed.Order)
        )
        {
            if (KeyOf(hit, conversion) is { } key && !counted.TryAdd(key, hit))
                repeats[hit] = counted[key];
        }
    }

    /// <summary>Whether what the rule counts once is still the same in an expectation's step.</summary>
    private bool Covers(LedgerHit hit, Claim claim) =>
        claim.Conversion.Counting switch
        {
            CountingRule.Session => true,
            // Which product is meant is known only where the journey names it.
            CountingRule.Product => claim.Expectation.NamesProduct && KeyOf(hit, claim.Conversion) is not null,
            CountingRule.Page => IsOpenThroughout(hit.Attributed.Visit, claim.StepIndex),
            CountingRule.Action => false,
            _ => throw new InvalidOperationException($"unknown counting rule {claim.Conversion.Counting}"),
        };

    private bool IsOpenThroughout(int? number, int index) =>
        file.Recording.Visits.FirstOrDefault(visit => visit.Number == number) is { } visit
        && file.Recording.Steps.FirstOrDefault(step => step.Index == index) is { StartedAt: { } started, FinishedAt: { } finished }
        && visit.From <= started
        && (visit.To is not { } left || finished <= left);

    private static string? KeyOf(LedgerHit hit, Conversion conversion) =>
        conversion.Counting switch
        {
            CountingRule.Session => "",
            CountingRule.Page => hit.Attributed.Visit?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            CountingRule.Product => ProductOf(hit, conversion),
            CountingRule.Action => null,
            _ => throw new InvalidOperationException($"unknown counting rule {conversion.Counting}"),
        };

    private static string? ProductOf(LedgerHit hit, Conversion conversion)
    {
        if (hit.Attributed.Hit.ItemIds is { Count: > 0 } ids)
            return string.Join('\n', ids.Order(StringComparer.Ordinal));
        var parameters = hit.ParametersAs(conversion);
        return Expectation.ProductNames.Skip(1).Select(parameters.Find).FirstOrDefault(value => value is not null) is { } id
            ? ValueTypes.TextOf(id)
            : null;
    }
}
