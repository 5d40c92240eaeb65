using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Judging.Causes;
using MicroConvQA.Judging.Counting;
using MicroConvQA.Judging.English;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Matching;
using MicroConvQA.Matching.Conditions;

namespace MicroConvQA.Judging;

/// <summary>Judges one expectation at one destination: how often, when and with which parameters it fired.</summary>
internal sealed class ExpectationJudge(
    CaseFile file,
    Leftovers leftovers,
    Explanations explanations,
    ILookup<(int Expectation, string Destination), Finding> breaches,
    ILookup<(int Expectation, string Destination), Finding> disagreements
)
{
    private readonly BrokenWalk broken = new(file);
    private readonly CountingRules counting = new(file);
    private readonly MissingCause missing = new(file, explanations);
    private readonly Suppression suppression = new(file);
    private readonly ParameterCause parameterCause = new(file);
    private readonly RejectionJudge rejection = new(file);
    private readonly TimingJudge timing = new(file);
    private DuplicateFindings? duplicates;

    private DuplicateFindings Duplicates => duplicates ??= new(file, leftovers, counting, explanations, Difference);

    /// <summary>The verdict, and why it could not be told where that is so.</summary>
    public (DestinationVerdict Verdict, string? Reason) Judge(PairedClaim claim) =>
        claim.Claim.Mode switch
        {
            ClaimMode.NotReached => (
                Verdict(claim, VerdictStatus.Broken, ClaimWords.Expected(claim.Claim), []) with
                {
                    Untold = [.. OutsideOfBreakage(broken.NotReached)],
                },
                broken.NotReached
            ),
            ClaimMode.ForbiddenByOnly => Forbidden(claim, $"nothing, because the journey expects it only at {Only(claim.Claim)}"),
            ClaimMode.ForbiddenByConsent => Forbidden(
                claim,
                $"nothing, because consent '{claim.Claim.Consent.Name}' does not grant "
                    + $"{(claim.Claim.Destination.Needs == Need.Ads ? "ads" : "analytics")}, which {claim.Claim.Destination.Title} needs"
            ),
            ClaimMode.Required => Required(claim),
            _ => throw new InvalidOperationException($"unknown claim mode {claim.Claim.Mode}"),
        };

    private (DestinationVerdict, string?) Forbidden(PairedClaim claim, string expected)
    {
        var hits = leftovers.ForbiddenFor(claim);
        List<Finding> findings = [.. breaches[claim.Claim.Key]];
        if (hits.Count > 0)
            findings.Add(ForbiddenElsewhere(claim.Claim, hits, expected));
        return (Verdict(claim, FindingStatus.Worst(findings), expected, findings), null);
    }

    private (DestinationVerdict, string?) Required(PairedClaim claim)
    {
        var checks = claim.Hits.Select(hit => (Hit: hit, Checks: hit.Checks(claim.Claim))).ToList();
        var (lack, lackReason) = Lack(claim);
        List<Finding> findings =
        [
            .. lack,
            .. Duplicates.Of(claim),
            .. WrongParameters(claim.Claim, checks),
            .. disagreements[claim.Claim.Key],
            .. claim.Hits.SelectMany(hit => timing.Judge(claim.Claim, hit)),
            .. rejection.Judge(claim),
            .. breaches[claim.Claim.Key],
        ];
        List<string> untold = [.. More(claim), .. Untold(checks.SelectMany(hit => hit.Checks)), .. StillOpen(claim)];
        var reason = lackReason ?? untold.FirstOrDefault();
        var status = FindingStatus.Worst(findings);
        if (reason is not null && status == VerdictStatus.Passed)
            status = VerdictStatus.Broken;
        var before = counting.CountedBefore(claim);
        var verdict = Verdict(
            claim,
            status,
            before is null ? ClaimWords.Expected(claim.Claim) : Duplicates.NothingMore(claim.Claim, before),
            findings
        ) with
        {
            Hits = [.. claim.Hits.Select(hit => hit.Attributed.Hit)],
            Untold = [.. OutsideOfBreakage(lackReason), .. untold.Select(WithoutStatus)],
            Explained = explanations.Of(claim),
            Parameters =
            [
                .. checks.SelectMany(hit => hit.Hit.Known(("parameters", claim.Claim.Key), () => hit.Checks.Select(Difference).ToList())),
            ],
        };
        return (
            verdict,
            status == VerdictStatus.Broken ? reason ?? findings.Select(finding => $"broken: {finding.Message}").FirstOrDefault() : null
        );
    }

    private (IReadOnlyList<Finding> Findings, string? Reason) Lack(PairedClaim claim)
    {
        if (claim.Hits.Count >= claim.Claim.Expectation.Times.AtLeast || counting.CountedBefore(claim) is not null)
            return ([], null);
        if (broken.IsIn(claim.Claim.StepIndex))
            return ([], broken.BrokenBefore);
        if (Unread(claim.Claim) is { } unread)
            return ([Undecodable(claim, unread)], null);
        if (broken.IsUnsettled)
            return ([], BrokenWalk.Unsettled);
        // Its reason stands with what else could not be told.
        if (StillOpen(claim).Count > 0)
            return ([], null);
        if (StandardDecoders.ReadsDataLayer(claim.Claim.Destination) && broken.LostPushes is { } lost)
            return ([], lost);
        return ([suppression.Of(claim.Claim) ?? Missing(claim)], null);
    }

    private IReadOnlyList<string> StillOpen(PairedClaim claim) =>
        broken.StillOpen(claim.Claim.Destination) is { } open ? [$"broken: {open}"] : [];

    private DecodedRequest? Unread(Claim claim) =>
        file.Traffic.FirstOrDefault(request =>
            request.HidesHits && request.Vendor == claim.Destination.Vendor && request.Request.StepIndex >= claim.StepIndex
        );

    private Finding Missing(PairedClaim paired)
    {
        var claim = paired.Claim;
        var (cause, next) = suppression.Possible(claim) ?? missing.Of(paired);
        var nearest = Nearest(claim);
        return Finding(claim, FindingKind.Missing) with
        {
            Message =
                $"{ClaimWords.At(claim)}: expected {claim.Expectation.Times}, {ClaimWords.Fired(paired.Hits.Count)} {file.InStep(claim.StepIndex)}.",
            Expected = ClaimWords.Expected(claim),
            Found =
                $"{(paired.Hits.Count == 0 ? "no hit" : ClaimWords.Described(paired.Hits))}; {missing.SeenBeside(claim)}"
                + (nearest is null ? "" : $"; the nearest hit is request {nearest.Request} {file.InStep(nearest.StepIndex)}"),
            Differences = nearest is null ? [] : [.. nearest.Checks(claim).Select(Difference)],
            Requests = [.. paired.Hits.Concat(nearest is null ? [] : [nearest]).Select(hit => hit.Request).Distinct()],
            LikelyCause = cause,
            NextMove = next,
        };
    }

    private LedgerHit? Nearest(Claim claim) =>
        file.LeftoversOf(claim)
            .OrderBy(hit => hit.Differences(claim))
            .ThenBy(hit => Math.Abs(hit.StepIndex - claim.StepIndex))
            .ThenBy(hit => hit.Attributed.Order)
            .FirstOrDefault();

    private Finding Undecodable(PairedClaim paired, DecodedRequest unread) =>
        Finding(paired.Claim, FindingKind.Undecodable) with
        {
            Message =
                $"{ClaimWords.At(paired.Claim)}: whether it fired cannot be told, because request {unread.Request.Number} "
                + $"{file.InStep(unread.Request.StepIndex)} could not be read.",
            Expected = ClaimWords.Expected(paired.Claim),
            Found = unread.Problem!,
            Requests = [unread.Request.Number],
            NextMove = $"Open request {unread.Request.Number} of the recording and see what its body is; a decoder for it may be missing.",
        };

    private Finding ForbiddenElsewhere(Claim claim, IReadOnlyList<LedgerHit> hits, string expected) =>
        Finding(claim, FindingKind.Forbidden) with
        {
            Message =
                $"{ClaimWords.At(claim)}: {ClaimWords.Fired(hits.Count)} {file.InStep(hits[0].StepIndex)}, though the journey expects it only at {Only(claim)}.",
            Expected = expected,
            Found = ClaimWords.Described(hits),
            Requests = [.. hits.Select(hit => hit.Request).Distinct()],
            LikelyCause = hits.Count > 1 ? Senders.OfDouble(hits) : null,
            NextMove = $"Keep the tag of {claim.Destination.Title} from firing here, or add '{claim.Destination.Name}' to 'only'.",
        };

    private IEnumerable<Finding> WrongParameters(Claim claim, List<(LedgerHit Hit, IReadOnlyList<ParameterCheck> Checks)> hits) =>
        hits.SelectMany(hit => hit.Checks.Where(check => check.Truth == Truth.Fails).Select(check => (hit.Hit, Check: check, hit.Checks)))
            .GroupBy(wrong => wrong.Check.Label)
            .Select(group =>
                WrongParameter(claim, group.First().Hit, group.First().Check, group.First().Checks, [.. group.Select(wrong => wrong.Hit)])
            );

    private Finding WrongParameter(
        Claim claim,
        LedgerHit hit,
        ParameterCheck check,
        IReadOnlyList<ParameterCheck> all,
        List<LedgerHit> hits
    )
    {
        var (cause, next) = parameterCause.Of(check, hit, claim);
        var unread = check.IsMissing && hit.Attributed.Hit.Unread.Count > 0;
        var demand = Demand(check, part => part.Truth == Truth.Fails && part.Condition is not Present);
        return Finding(
            claim,
            unread ? FindingKind.Undecodable
                : check.IsMissing ? FindingKind.MissingParameter
                : FindingKind.WrongParameter
        ) with
        {
            Message =
                (
                    check.IsMissing
                        ? $"{ClaimWords.At(claim)}: the parameter {check.Label} was not sent {file.InStep(hit.StepIndex)}"
                        : $"{ClaimWords.At(claim)}: {check.Label} must {demand}, but is {Found(check)} {file.InStep(hit.StepIndex)}"
                ) + (hits.Count > 1 ? $", and so in {Words.Count(hits.Count - 1, "further hit")}." : "."),
            Expected = demand.Length == 0 ? $"{check.Label} must be sent" : $"{check.Label} must {demand}",
            Found = check.IsMissing
                ? unread
                    ? $"a part of the hit could not be read: {hit.Attributed.Hit.Unread[0]}"
                    : "absent"
                : Found(check)!,
            Differences = [.. all.Select(Difference)],
            Requests = [.. hits.Select(wrong => wrong.Request).Distinct()],
            LikelyCause = cause,
            NextMove = next,
        };
    }

    /// <summary>Conditions of which nobody can tell whether they hold, each with the reason.</summary>
    private IEnumerable<string> Untold(IEnumerable<ParameterCheck> checks) =>
        checks
            .Where(check => check.Parts.Any(IsUntold))
            .Select(check => $"broken: {check.Label} must {Demand(check, IsUntold)}, so it cannot be told")
            .Distinct();

    // What another destination was sent is judged there.
    private static bool IsUntold((Condition Condition, Truth Truth) part) => part.Truth == Truth.Unknown && part.Condition is not SameAs;

    /// <summary>What may be one too many, or what another step lets fire.</summary>
    private IEnumerable<string> More(PairedClaim claim)
    {
        var more = leftovers.UntoldOf(claim);
        return more.Count == 0
            ? []
            :
            [
                $"broken: '{claim.Claim.At.Event}' {ClaimWords.Fired(more.Count)} more with other content "
                    + $"({Words.Requests([.. more.Select(hit => hit.Request).Distinct()])}); another step may fire it, and of which step it is cannot be told",
            ];
    }

    /// <summary>A breakage is listed itself, with all that it kept from being judged.</summary>
    private IEnumerable<string> OutsideOfBreakage(string? reason) =>
        reason is null || file.Recording.Breakage is not null ? [] : [WithoutStatus(reason)];

    private static string WithoutStatus(string reason) => reason["broken: ".Length..];

    private ParameterDifference Difference(ParameterCheck check) =>
        new(check.Label, Demand(check, _ => true), Found(check), check.Truth != Truth.Fails);

    private string Demand(ParameterCheck check, Func<(Condition Condition, Truth Truth), bool> which) =>
        string.Join(
            " and ",
            check.Parts.Where(which).Select(part => file.Words.Expected(part.Condition, check.Name, check.Scope)).Distinct()
        );

    private static string? Found(ParameterCheck check) => ConditionWords.FoundItems(check) ?? ConditionWords.Found(check.Value);

    private string Only(Claim claim) =>
        Words.List([
            .. claim.Expectation.Only.Select(name =>
                file.Configuration.Destinations.FirstOrDefault(destination => destination.Name == name)?.Title ?? name
            ),
        ]);

    private static Finding Finding(Claim claim, FindingKind kind) => FindingDraft.For(claim, kind);

    private static DestinationVerdict Verdict(PairedClaim claim, VerdictStatus status, string expected, IReadOnlyList<Finding> findings) =>
        new()
        {
            Destination = claim.Claim.Destination.Name,
            Title = claim.Claim.Destination.Title,
            Status = status,
            Expected = expected,
            Findings = findings,
        };
}
