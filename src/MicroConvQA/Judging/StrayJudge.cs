using MicroConvQA.Decoding;
using MicroConvQA.Dictionary;
using MicroConvQA.Judging.Counting;
using MicroConvQA.Judging.English;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Matching;

namespace MicroConvQA.Judging;

/// <summary>Finds what is wrong beside the expectations: forbidden and unexpected hits, order, and what could not be read.</summary>
internal sealed class StrayJudge(CaseFile file, Leftovers leftovers)
{
    public IEnumerable<Finding> Findings() => Forbidden().Concat(Unexpected()).Concat(OutOfOrder()).Concat(Undecodable());

    /// <summary>
    /// What could not be read, but was of a vendor of whom the journey says nothing or never left the browser: shown, not failing.
    /// </summary>
    public IEnumerable<string> UnreadWarnings() =>
        file
            .Traffic.Where(request => request.Problem is not null && !IsUndecodable(request))
            .Select(request => $"Request {request.Request.Number} ({request.Vendor}) could not be read: {request.Problem}");

    private IEnumerable<Finding> Forbidden() =>
        leftovers
            .ForbiddenByNever.GroupBy(hit => (hit.Conversion.Name, Destination: hit.Hit.Destination.Name, hit.Hit.StepIndex))
            .Select(group => Forbidden([.. group.Select(hit => hit.Hit)], group.First().Conversion));

    private Finding Forbidden(List<LedgerHit> hits, Conversion conversion)
    {
        var rule = file.Never.Find(conversion.Name, hits[0].StepIndex)!;
        return From(hits, conversion, FindingKind.Forbidden) with
        {
            Message =
                $"{At(hits[0], conversion)}: fired {Words.Times(hits.Count)} {file.InStep(hits[0].StepIndex)}, though step '{rule.Title}' says that it must never fire.",
            Place = rule.Place,
            Expected = $"no '{conversion.Name}' from step '{rule.Title}' on",
            NextMove = $"Find what triggers it {file.InStep(hits[0].StepIndex)}; its trigger should be: {conversion.Trigger}",
        };
    }

    private IEnumerable<Finding> Unexpected() =>
        leftovers
            .Unexpected.GroupBy(hit => (hit.Hit.Attributed.Hit.Event, Destination: hit.Hit.Destination.Name, hit.Hit.StepIndex))
            .Select(group => Unexpected([.. group.Select(hit => hit.Hit)], group.First().Conversion));

    private Finding Unexpected(List<LedgerHit> hits, Conversion? conversion)
    {
        var step = hits[0].StepIndex;
        var isExpectedElsewhere =
            conversion is not null
            && file.Journey.Steps.Any(other => other.Expect.Any(expectation => expectation.Conversion == conversion.Name));
        var why =
            conversion is null ? "and the journey is strict: the dictionary does not know this event here"
            : isExpectedElsewhere ? "which does not expect it"
            : "though no step of the journey expects it";
        var name = conversion?.Name ?? hits[0].Attributed.Hit.Event;
        return From(hits, conversion, FindingKind.Unexpected) with
        {
            Message = $"{At(hits[0], conversion)}: fired {Words.Times(hits.Count)} {file.InStep(step)}, {why}.",
            Expected = $"no '{name}' {file.InStep(step)}",
            NextMove = conversion is null
                ? $"Add '{name}' to the dictionary or to 'ignore', or remove its tag."
                : $"If the shopper's action should count, add '{name}' to 'expect' at {file.PlaceOf(step).File}:{file.PlaceOf(step).Line}; if not, correct its trigger.",
        };
    }

    private IEnumerable<Finding> OutOfOrder() =>
        file.Journey.Ordered ? file.Match.Claims.GroupBy(claim => claim.Claim.Destination.Name).SelectMany(OutOfOrderAt) : [];

    private IEnumerable<Finding> OutOfOrderAt(IEnumerable<PairedClaim> claims)
    {
        (LedgerHit Hit, Claim Claim)? latest = null;
        foreach (var step in claims.GroupBy(claim => claim.Claim.StepIndex).OrderBy(step => step.Key))
        {
            var hits = step.SelectMany(claim => claim.Hits.Select(hit => (Hit: hit, claim.Claim))).ToList();
            foreach (
                var (hit, claim) in hits.Where(hit => latest is { } before && hit.Hit.Attributed.Latest < before.Hit.Attributed.Earliest)
            )
                yield return OutOfOrder(hit, claim, latest!.Value.Claim);
            foreach (var hit in hits.Where(hit => latest is null || hit.Hit.Attributed.Earliest > latest.Value.Hit.Attributed.Earliest))
                latest = hit;
        }
    }

    private Finding OutOfOrder(LedgerHit hit, Claim claim, Claim before) =>
        FindingDraft.For(claim, FindingKind.OutOfOrder) with
        {
            Message =
                $"{At(hit, claim.Conversion)}: fired before {before.Conversion.Name}, though the journey's order asks for it afterwards.",
            Expected = $"'{claim.Conversion.Name}' after '{before.Conversion.Name}'",
            Found = $"request {hit.Request} {file.InStep(hit.StepIndex)}",
            Requests = [hit.Request],
            NextMove = $"Look at why {before.Conversion.Name} was created so late, or take 'order: true' from the journey.",
        };

    private IEnumerable<Finding> Undecodable() =>
        file
            .Traffic.Select(request => (Request: request, Unknown: UnknownIn(request)))
            .Where(unread => unread.Unknown is not null)
            .Select(unread => Undecodable(unread.Request, unread.Unknown!));

    private Finding Undecodable(DecodedRequest request, string unknown) =>
        new()
        {
            Kind = FindingKind.Undecodable,
            Message =
                $"{TitleOf(request)}: request {request.Request.Number} {file.InStep(request.Request.StepIndex)} could not be read, so {unknown}.",
            StepIndex = request.Request.StepIndex,
            Place = file.PlaceOf(request.Request.StepIndex),
            Destination = file.Events.DestinationsOf(request.Vendor!).First().Name,
            Expected = "a request that can be decoded",
            Found = request.Problem!,
            Requests = [request.Request.Number],
            NextMove = $"Open request {request.Request.Number} of the recording and see what its body is; a decoder for it may be missing.",
        };

    private string TitleOf(DecodedRequest request) => file.Events.DestinationsOf(request.Vendor!).First().Title;

    private bool IsUndecodable(DecodedRequest request) => UnknownIn(request) is not null;

    /// <summary>
    /// What nobody can tell because a request could not be read; null = the journey says nothing of its vendor. Endpoints that carry no
    /// hits, such as those of session replay, are never unread.
    /// </summary>
    private string? UnknownIn(DecodedRequest request) =>
        !request.HidesHits ? null
        : IsExpectedFrom(request.Vendor) ? "what it carried is unknown"
        : Forbidden(request) is { Count: > 0 } forbidden
            ? $"whether {Words.List([.. forbidden])} fired, which must never fire there, is unknown"
        : file.Journey.Strict && file.Events.DestinationsOf(request.Vendor!).Any()
            ? "whether it carried what nobody expects is unknown, and the journey is strict"
        : null;

    /// <summary>Conversions of its vendor that must never fire there: an event may be sent later, but not earlier.</summary>
    private List<string> Forbidden(DecodedRequest request)
    {
        var destinations = file.Events.DestinationsOf(request.Vendor!).Select(destination => destination.Name).ToList();
        return
        [
            .. file
                .Dictionary.Conversions.Where(conversion => destinations.Any(conversion.At.ContainsKey))
                .Select(conversion => conversion.Name)
                .Where(name => file.Never.BeginsBefore(name, request.Request.StepIndex)),
        ];
    }

    private bool IsExpectedFrom(string? vendor) =>
        vendor is not null
        && file.Match.Claims.Any(claim => claim.Claim.Destination.Vendor == vendor && claim.Claim.Mode != ClaimMode.NotReached);

    private Finding From(List<LedgerHit> hits, Conversion? conversion, FindingKind kind) =>
        new()
        {
            Kind = kind,
            Message = "",
            StepIndex = hits[0].StepIndex,
            Place = file.PlaceOf(hits[0].StepIndex),
            Conversion = conversion?.Name,
            Destination = hits[0].Destination.Name,
            Expected = "",
            Found =
                $"{Words.Count(hits.Count, "hit")} ({Words.Requests([.. hits.Select(hit => hit.Request).Distinct()])})"
                + (file.IsWhole ? "" : $"; the step is known because {hits[0].Attributed.Reason}"),
            Requests = [.. hits.Select(hit => hit.Request).Distinct()],
            LikelyCause = hits.Count > 1 ? Senders.OfDouble(hits) : OneSender(hits[0]),
            NextMove = "",
        };

    private static string? OneSender(LedgerHit hit) =>
        hit.Attributed.Hit.Request.Initiator.Count == 0 ? null : $"It was sent as {Senders.Of(hit.Attributed.Hit.Request)}.";

    private static string At(LedgerHit hit, Conversion? conversion) =>
        $"{conversion?.Name ?? hit.Attributed.Hit.Event} at {hit.Destination.Title}";
}
