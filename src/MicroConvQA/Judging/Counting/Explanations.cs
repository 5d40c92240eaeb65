using MicroConvQA.Attribution;
using MicroConvQA.Decoding;
using MicroConvQA.Matching;
using MicroConvQA.Recording;

namespace MicroConvQA.Judging.Counting;

/// <summary>Says of every hit that looks like one too many and is none why: a real double is a finding, the rest is shown.</summary>
internal sealed class Explanations
{
    private readonly CaseFile file;
    private readonly ILookup<(string, string, string), CapturedRequest> delivered;
    private readonly Dictionary<Hit, PairedClaim> counted;
    private readonly ILookup<(int, string), ExplainedHit> byClaim;

    public Explanations(CaseFile file)
    {
        this.file = file;
        delivered = file.Match.Hits.Any(hit => hit.Uncounted == Uncounted.NotDelivered)
            ? file
                .Traffic.Select(request => request.Request)
                .Where(request => request.Fate != RequestFate.NotDelivered && request.Transport != Transport.DataLayer)
                .ToLookup(KeyOf)
            : Array.Empty<CapturedRequest>().ToLookup(KeyOf);
        counted = file
            .Match.Claims.SelectMany(claim => claim.Hits.Select(hit => (hit.Attributed.Hit, claim)))
            .ToDictionary(pair => pair.Hit, pair => pair.claim, (IEqualityComparer<Hit>)ReferenceEqualityComparer.Instance);
        List<(PairedClaim? Claim, ExplainedHit Hit)> all = [.. OfUncounted(), .. OfOtherProperties(), .. OfBatches()];
        All = [.. all.Select(one => one.Hit)];
        byClaim = all.Where(one => one.Claim is not null).ToLookup(one => one.Claim!.Claim.Key, one => one.Hit);
    }

    public IReadOnlyList<ExplainedHit> All { get; }

    /// <summary>Those that stand beside what was counted for an expectation.</summary>
    public IReadOnlyList<ExplainedHit> Of(PairedClaim claim) => [.. byClaim[claim.Claim.Key]];

    public bool Explains(Hit hit, HitExplanation explanation) =>
        All.Any(one => one.Explanation == explanation && ReferenceEquals(one.Hit, hit));

    private IEnumerable<(PairedClaim?, ExplainedHit)> OfUncounted() =>
        file.Match.Hits.Where(hit => hit.Uncounted != Uncounted.No).Select(hit => (ClaimOf(hit), Explained(hit)));

    private ExplainedHit Explained(LedgerHit hit)
    {
        var (own, title) = (hit.Attributed.Hit, hit.Destination.Title);
        return hit.Uncounted switch
        {
            Uncounted.ByDesign when own.Role == HitRole.State => new(
                own,
                HitExplanation.Companion,
                $"It tells {title} a state, such as who the visitor is or what consent is given, and is no event."
            ),
            Uncounted.ByDesign => new(
                own,
                HitExplanation.Companion,
                $"The script of {title} sends it beside its events by design, and it is none itself."
            ),
            Uncounted.SameEventId => new(
                own,
                HitExplanation.Copy,
                $"It carries the event id of request {hit.Original!.Request.Number}, so {title} counts both as one."
            ),
            Uncounted.Retry => new(
                own,
                HitExplanation.Retry,
                $"Request {hit.Original!.Request.Number} was answered with {hit.Original.Request.Status}, and the script sent the same bytes again."
            ),
            Uncounted.Redirect => new(
                own,
                HitExplanation.Redirect,
                $"Request {hit.Original!.Request.Number} was answered with {hit.Original.Request.Status}, and the browser followed it to this address."
            ),
            Uncounted.NotDelivered when EchoOf(own.Request) is { } echo => new(
                own,
                HitExplanation.WorkerEcho,
                $"The page's service worker took it and sent it on as request {echo.Number}."
            ),
            Uncounted.NotDelivered => new(
                own,
                HitExplanation.NotDelivered,
                $"It never left the browser{(own.Request.Remark is { } remark ? $": {remark.TrimEnd('.')}" : "")}."
            ),
            Uncounted.EarlierVisit => new(
                own,
                HitExplanation.EarlierVisit,
                "It was created on the shopper's earlier visit; the script had kept it and sends it again."
            ),
            _ => throw new InvalidOperationException($"unknown reason {hit.Uncounted}"),
        };
    }

    /// <summary>One call may reach several properties of a vendor: each of them gets one.</summary>
    private IEnumerable<(PairedClaim?, ExplainedHit)> OfOtherProperties() =>
        from other in file.Match.AtOtherAccounts
        let claim = file.Match.Claims.FirstOrDefault(claim =>
            claim.Claim.Destination.Vendor == other.Hit.Vendor
            && file.Events.IsEventOf(claim.Claim, other.Hit)
            && claim.Hits.Any(hit => IsBeside(hit.Attributed, other))
        )
        where claim is not null
        select (
            (PairedClaim?)claim,
            new ExplainedHit(
                other.Hit,
                HitExplanation.OtherProperty,
                $"It went to {(other.Hit.Account is { } account ? $"'{account}'" : "no account")}, another property than {claim.Claim.Destination.Title}'s '{claim.Claim.Destination.Account}': each gets one."
            )
        );

    private IEnumerable<(PairedClaim?, ExplainedHit)> OfBatches() =>
        file
            .Match.Claims.SelectMany(claim => claim.Hits.Select(hit => (Claim: claim, hit.Attributed.Hit)))
            .GroupBy(one => one.Hit.Request.Number)
            .Where(request => request.Count() > 1)
            .SelectMany(request =>
                request.Select(one =>
                    (
                        (PairedClaim?)one.Claim,
                        new ExplainedHit(
                            one.Hit,
                            HitExplanation.Batch,
                            $"It is one of {request.Count()} events that the script sent together in request {request.Key}; each counts."
                        )
                    )
                )
            );

    private static bool IsBeside(AttributedHit one, AttributedHit other) =>
        one.FirstStep <= other.LastStep && other.FirstStep <= one.LastStep;

    private PairedClaim? ClaimOf(LedgerHit hit) =>
        (hit.Original is { } original ? counted.GetValueOrDefault(original) : null)
        ?? (
            file.Events.FamilyOf(hit.Destination, hit.Attributed.Hit) is { } family
                ? file
                    .Match.Claims.Where(claim =>
                        claim.Claim.Destination.Name == hit.Destination.Name && ReferenceEquals(file.Events.FamilyOf(claim.Claim), family)
                    )
                    .MinBy(claim => Math.Abs(claim.Claim.StepIndex - hit.StepIndex))
                : null
        );

    private CapturedRequest? EchoOf(CapturedRequest request) =>
        delivered[KeyOf(request)].FirstOrDefault(other => other.Number != request.Number && other.At >= request.At);

    private static (string, string, string) KeyOf(CapturedRequest request) =>
        (request.Method, request.Url, Convert.ToBase64String(request.Body));
}
