using MicroConvQA.Judging.English;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Matching;

namespace MicroConvQA.Judging;

/// <summary>Judges whether what was counted was also taken: a collector that answers with an error has thrown the hit away.</summary>
internal sealed class RejectionJudge(CaseFile file)
{
    private const int FirstError = 400;

    // Beyond this the server had its troubles, and an SDK that minds them sends again.
    private const int FirstServerError = 500;

    public IEnumerable<Finding> Judge(PairedClaim claim) =>
        claim
            .Hits.Where(hit => StatusOf(hit) >= FirstError && !WasTakenLater(claim.Claim, hit))
            .GroupBy(StatusOf)
            .Select(refused => Rejected(claim.Claim, [.. refused], refused.Key));

    private Finding Rejected(Claim claim, List<LedgerHit> hits, int status) =>
        FindingDraft.For(claim, FindingKind.Rejected) with
        {
            Message =
                $"{claim.Conversion.Name} at {claim.Destination.Title}: the collector answered {Words.Requests(Numbers(hits))} {file.InStep(hits[0].StepIndex)} with {status}, "
                + $"so {claim.Destination.Title} does not count it.",
            Expected = "an answer below 400",
            Found = $"status {status} from {new Uri(hits[0].Attributed.Hit.Request.Url).GetLeftPart(UriPartial.Path)}",
            Requests = Numbers(hits),
            LikelyCause = CauseOf(status),
            NextMove =
                $"Open request {hits[0].Request} of the recording, send it once more by hand, and ask who runs that address for its log of refused requests.",
        };

    /// <summary>An SDK that was refused may have sent the same event again, under the same id or with the same bytes.</summary>
    private bool WasTakenLater(Claim claim, LedgerHit hit) =>
        file.CopiesOf(claim)
            .Where(copy => copy.Attributed.Hit.Request.Status is < FirstError)
            .Any(copy =>
                copy.Attributed.Hit.EventId == hit.Attributed.Hit.EventId
                && copy.Attributed.Hit.ItemIds.SequenceEqual(hit.Attributed.Hit.ItemIds)
            );

    private static int StatusOf(LedgerHit hit) => hit.Attributed.Hit.Request.Status ?? 0;

    private static List<int> Numbers(List<LedgerHit> hits) => [.. hits.Select(hit => hit.Request).Distinct()];

    private static string CauseOf(int status) =>
        status switch
        {
            401 or 403 => "A firewall or a list of allowed sites stands before the collector, or the key in the tag is not valid there.",
            404 or 405 or 410 => "The collector is no longer at this address: the endpoint in the tag is an old one.",
            413 or 414 or 431 => "The request is longer than the server before the collector takes.",
            429 => "The collector was sent more than it takes in this time.",
            >= FirstServerError => "The collector, or the shop's own way to it, was broken at that moment.",
            _ => "The collector does not understand the request: a required field is missing or has the wrong form.",
        };
}
