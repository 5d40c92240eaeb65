using MicroConvQA.Decoding;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Matching;

namespace MicroConvQA.Judging.Consistency;

/// <summary>
/// Holds the event ids of destinations that count what browser and server send as one (<c>deduplicated</c>) against each other: each event
/// has one, and no two have the same.
/// </summary>
internal sealed class EventIdAudit(CaseFile file)
{
    public IEnumerable<((int Expectation, string Destination) Key, Finding Finding)> Findings() =>
        from claim in file.Match.Claims
        where claim.Claim.Destination is { Deduplicated: true, NotCompared.EventIds: null }
        from hit in claim.Hits
        let finding = EventIds.Of(hit.Attributed.Hit) is { } id ? Shared(claim.Claim, hit, id) : Missing(claim.Claim, hit)
        where finding is not null
        select (claim.Claim.Key, finding!);

    private Finding Missing(Claim claim, LedgerHit hit) =>
        Of(claim, hit, FindingKind.MissingParameter) with
        {
            Message =
                $"{claim.Conversion.Name} at {claim.Destination.Title}: no event id was sent {file.InStep(hit.StepIndex)}, by which {claim.Destination.Title} would know the server's copy.",
            Expected = $"an event id ({NameOf(hit)}), because '{claim.Destination.Name}' is deduplicated",
            Found = "no event id",
            LikelyCause =
                "The page makes no id for the event, or its tag does not hand it on; the vendor counts the browser's and the server's event as two.",
            NextMove =
                $"Make one id for each event, put it into the data layer, and hand the same to the tag of {claim.Destination.Title} and to the server.",
        };

    private Finding? Shared(Claim claim, LedgerHit hit, string id) =>
        file.HitsAt(claim.Destination)
            .FirstOrDefault(other =>
                other.Attributed.Order < hit.Attributed.Order
                && other.Attributed.Hit.Role == HitRole.Event
                && other.Attributed.Hit.Event != hit.Attributed.Hit.Event
                && EventIds.Of(other.Attributed.Hit) == id
            )
            is { } before
            ? Of(claim, hit, FindingKind.Inconsistent) with
            {
                Message =
                    $"{claim.Conversion.Name} at {claim.Destination.Title}: its event id in request {hit.Request} is the one that '{before.Attributed.Hit.Event}' had in request {before.Request}.",
                Expected = "an event id of its own",
                Found = $"the id of '{before.Attributed.Hit.Event}' (request {before.Request})",
                Requests = [before.Request, hit.Request],
                LikelyCause = "The page makes its id once, when it is loaded, and not for each event.",
                NextMove = "Make a new id for each event, at the moment in which it is pushed.",
            }
            : null;

    private static string NameOf(LedgerHit hit) =>
        StandardDecoders.All.Find(hit.Destination.Vendor)?.Vendor.EventId?.Replace("`", "", StringComparison.Ordinal) ?? "the vendor's";

    private static Finding Of(Claim claim, LedgerHit hit, FindingKind kind) =>
        FindingDraft.For(claim, kind) with
        {
            Requests = [hit.Request],
        };
}
