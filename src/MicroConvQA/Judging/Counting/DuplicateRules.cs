using MicroConvQA.Dictionary;
using MicroConvQA.Matching;
using MicroConvQA.Matching.Conditions;
using MicroConvQA.Recording;

namespace MicroConvQA.Judging.Counting;

/// <summary>
/// Where <em>duplicate</em> is decided: what a hit is that counts and that no expectation took. The rules are asked from top to bottom, and
/// the first that holds decides. What counts for nothing (a retry, a redirect, a copy by event id …) was set aside before, by the rules of
/// <see cref="Copies"/>; what was taken although the dictionary counts it once is told by <see cref="CountingRules"/>.
/// </summary>
internal sealed class DuplicateRules
{
    private readonly CaseFile file;
    private readonly ILookup<(string Conversion, string Destination), PairedClaim> claims;
    private readonly Dictionary<(int, string), int> allowed = [];

    public DuplicateRules(CaseFile file)
    {
        this.file = file;
        claims = file.Match.Claims.ToLookup(claim => (claim.Claim.Conversion.Name, claim.Claim.Destination.Name));
        All =
        [
            new(HitFate.NotTold, "the dictionary does not know it, and the journey is not strict or ignores it", IsNobodysBusiness),
            new(HitFate.Unexpected, "the dictionary does not know it, and the journey is strict", hit => hit.Conversion is null),
            new(HitFate.NotTold, "it may be of a step that lets it fire, and no expectation there has its count", MayBeOfAStepThatAllowsIt),
            new(HitFate.ForbiddenByNever, "the journey says that it must never fire in its step", IsForbidden),
            new(HitFate.Untold, "nobody knows its step, another step lets it fire, and it differs from what was counted", IsPerhapsAllowed),
            new(HitFate.NotTold, "its step lets it fire and does not expect it", IsAllowed),
            new(HitFate.Duplicate, "an expectation of its own step has its count", FullIn),
            new(HitFate.NotTold, "the consent that its step withdraws still allowed it", WasAllowed),
            new(HitFate.Duplicate, "it repeats what another step counted, to the letter or against the counting rule", RepeatedBy),
            new(HitFate.ForbiddenByOnly, "the journey expects it only at other destinations", ExpectedOnlyElsewhere),
            new(HitFate.NotTold, "no step expects it, and the journey ignores it", IsIgnored),
            new(HitFate.Unexpected, "no step expects it there", _ => true),
        ];
    }

    /// <summary>The rules in the order in which they are asked; the last one holds for every hit.</summary>
    public IReadOnlyList<DuplicateRule> All { get; }

    /// <summary>What a hit is, and the expectation by which it is that; null = by none.</summary>
    public (DuplicateRule Rule, UnclaimedHit Hit, PairedClaim? Claim) Decide(LedgerHit hit)
    {
        var conversion = file.ConversionOf(hit);
        var unclaimed = new UnclaimedHit(hit, conversion, conversion is null ? [] : [.. claims[(conversion.Name, hit.Destination.Name)]]);
        return
            All.Select(rule => (rule, unclaimed, Found: rule.Ask(unclaimed))).First(asked => asked.Found.Holds) is var (decides, of, found)
            ? (decides, of, found.Claim)
            : throw new InvalidOperationException("the last rule holds for every hit");
    }

    private bool IsNobodysBusiness(UnclaimedHit hit) => hit.Conversion is null && (!file.Journey.Strict || file.IsIgnored(hit.Hit, null));

    private bool IsForbidden(UnclaimedHit hit) => file.Never.Find(hit.Conversion!.Name, hit.Hit.StepIndex) is not null;

    /// <summary>
    /// Where an event that is sent later can have been created in a step that lets it fire, nobody can tell that it was not; one too many
    /// of an expectation is told.
    /// </summary>
    private bool MayBeOfAStepThatAllowsIt(UnclaimedHit hit) =>
        Enumerable
            .Range(hit.Hit.Attributed.FirstStep, hit.Hit.Attributed.LastStep - hit.Hit.Attributed.FirstStep + 1)
            .Any(step => file.MayFire(hit.Conversion!, step) && file.Never.Find(hit.Conversion!.Name, step) is null) && FullIn(hit) is null;

    /// <summary>What a step may fire beside what it expects never raises a count: one too many of an expectation is a duplicate.</summary>
    private bool IsAllowed(UnclaimedHit hit) =>
        file.MayFire(hit.Conversion!, hit.Hit.StepIndex) && hit.Required.All(claim => claim.Claim.StepIndex != hit.Hit.StepIndex);

    /// <summary>
    /// Where all steps are one, what one of them expects and another lets fire is a duplicate if it repeats what was counted; else nobody
    /// can tell of which step it is.
    /// </summary>
    private PairedClaim? IsPerhapsAllowed(UnclaimedHit hit) =>
        file.IsWhole && file.MayFire(hit.Conversion!, hit.Hit.StepIndex) && RepeatedBy(hit) is null ? FullIn(hit) : null;

    /// <summary>The expectation of its own step that had its count when this one came.</summary>
    private static PairedClaim? FullIn(UnclaimedHit hit) =>
        Nearest(hit.Hit, hit.Required.Where(claim => hit.Hit.Attributed.CanBelongTo(claim.Claim.StepIndex)));

    /// <summary>
    /// An expectation follows the consent at the end of its step. What the step sent while the consent still allowed it, or an SDK held
    /// back until it did, is what the expectation means, as often as that says.
    /// </summary>
    private bool WasAllowed(UnclaimedHit hit)
    {
        var withdrawn = hit.Claims.FirstOrDefault(claim =>
            claim.Claim.Mode == ClaimMode.ForbiddenByConsent
            && hit.Hit.Attributed.CanBelongTo(claim.Claim.StepIndex)
            && allowed.GetValueOrDefault(claim.Claim.Key) < (claim.Claim.Expectation.Times.AtMost ?? int.MaxValue)
        );
        if (withdrawn is null || hit.Hit.Attributed.Hit.Request.Transport == Transport.DataLayer)
            return false;
        allowed[withdrawn.Claim.Key] = allowed.GetValueOrDefault(withdrawn.Claim.Key) + 1;
        return true;
    }

    /// <summary>The expectation of another step that it repeats to the letter or against the counting rule.</summary>
    private static PairedClaim? RepeatedBy(UnclaimedHit hit) =>
        Nearest(
            hit.Hit,
            hit.Required.Where(claim =>
                claim.Hits.Any(counted =>
                    HasContentOf(hit.Hit, counted, claim.Claim.Conversion) || CountingRules.IsSame(hit.Hit, counted, claim.Claim.Conversion)
                )
            )
        );

    private static PairedClaim? ExpectedOnlyElsewhere(UnclaimedHit hit) =>
        Nearest(hit.Hit, hit.Claims.Where(claim => claim.Claim.Mode == ClaimMode.ForbiddenByOnly));

    private bool IsIgnored(UnclaimedHit hit) => hit.Claims.Count == 0 && file.IsIgnored(hit.Hit, hit.Conversion);

    private static PairedClaim? Nearest(LedgerHit hit, IEnumerable<PairedClaim> claims) =>
        claims
            .OrderBy(claim => Math.Abs(claim.Claim.StepIndex - hit.StepIndex))
            .ThenBy(claim => claim.Claim.StepIndex > hit.StepIndex)
            .ThenBy(claim => hit.Differences(claim.Claim))
            .FirstOrDefault();

    private static bool HasContentOf(LedgerHit hit, LedgerHit counted, Conversion conversion)
    {
        var (one, other) = (hit.ParametersAs(conversion), counted.ParametersAs(conversion));
        return conversion.Parameters.All(parameter =>
            (one.Find(parameter.Name), other.Find(parameter.Name)) switch
            {
                (null, null) => true,
                ({ } left, { } right) => ValueTypes.AreEqual(left, right),
                _ => false,
            }
        );
    }
}

/// <summary>
/// A hit that counts and that no expectation took, with its conversion and that conversion's expectations at its destination.
/// </summary>
internal sealed record UnclaimedHit(LedgerHit Hit, Conversion? Conversion, IReadOnlyList<PairedClaim> Claims)
{
    public IEnumerable<PairedClaim> Required => Claims.Where(claim => claim.Claim.Mode == ClaimMode.Required);
}

/// <summary>What a hit is that no expectation took.</summary>
internal enum HitFate
{
    /// <summary>Nothing that a report speaks of.</summary>
    NotTold,

    /// <summary>One too many of an expectation.</summary>
    Duplicate,

    /// <summary>One too many of an expectation, or one that another step lets fire: it cannot be told.</summary>
    Untold,

    /// <summary>Fired where its journey expects the conversion only elsewhere.</summary>
    ForbiddenByOnly,

    /// <summary>Fired where the journey says that it must never fire.</summary>
    ForbiddenByNever,

    /// <summary>Expected by nobody.</summary>
    Unexpected,
}

/// <summary>One row of the table.</summary>
internal sealed class DuplicateRule
{
    public DuplicateRule(HitFate fate, string when, Func<UnclaimedHit, bool> holds) =>
        (Fate, When, Ask) = (fate, when, hit => (holds(hit), null));

    public DuplicateRule(HitFate fate, string when, Func<UnclaimedHit, PairedClaim?> claim) =>
        (Fate, When, Ask) = (fate, when, hit => claim(hit) is { } found ? (true, found) : (false, null));

    public HitFate Fate { get; }

    /// <summary>When it holds, in words after "when": <c>its step lets it fire</c>.</summary>
    public string When { get; }

    /// <summary>Whether it holds for a hit, and the expectation by which it does.</summary>
    public Func<UnclaimedHit, (bool Holds, PairedClaim? Claim)> Ask { get; }
}
