using MicroConvQA.Attribution;
using MicroConvQA.Decoding;
using MicroConvQA.Faults;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Again;
using MicroConvQA.Recording;

namespace MicroConvQA.Mutation;

/// <summary>A walk that passed, decoded once, with what operators need to change its traffic.</summary>
internal sealed class MutationBench
{
    private readonly TrafficDecoder decoder;
    private readonly WalkClock clock;
    private readonly Dictionary<Hit, int> places = new(ReferenceEqualityComparer.Instance);

    public MutationBench(
        RecordedCase recorded,
        TrafficDecoder decoder,
        IReadOnlyList<DecodedRequest> traffic,
        JourneyVerdict verdict,
        Tolerances tolerances
    )
    {
        this.decoder = decoder;
        clock = new WalkClock(recorded.Recording, tolerances);
        Recorded = recorded;
        Traffic = traffic;
        Rewriter = new RequestRewriter(decoder);
        foreach (var (request, place) in traffic.Select((request, place) => (request, place)))
        foreach (var hit in request.Hits)
            places[hit] = place;
        Targets = [.. verdict.Expectations.SelectMany(TargetsOf)];
    }

    public RecordedCase Recorded { get; }

    public JourneyRecording Recording => Recorded.Recording;

    public IReadOnlyList<DecodedRequest> Traffic { get; }

    public RequestRewriter Rewriter { get; }

    /// <summary>Every hit that was counted for an expectation.</summary>
    public IReadOnlyList<MutationTarget> Targets { get; }

    /// <summary>The targets of the same expectation, at all destinations.</summary>
    public IEnumerable<MutationTarget> Siblings(MutationTarget target) => Targets.Where(other => other.Expectation == target.Expectation);

    /// <summary>The traffic with a target as it was changed; null where it could not be.</summary>
    public IReadOnlyList<DecodedRequest>? With(MutationTarget target, CarriedHit? changed) =>
        changed is null ? null : Replaced([(target, changed)]);

    public IReadOnlyList<DecodedRequest> Replaced(IReadOnlyList<(MutationTarget Before, CarriedHit After)> changes)
    {
        DecodedRequest[] copy = [.. changes.Aggregate(Traffic, (traffic, change) => WithoutCopies(traffic, change.Before))];
        foreach (var (before, after) in changes)
            copy[places[before.Hit]] = after.Carrier;
        return copy;
    }

    /// <summary>The traffic without a target. Others of its batch stay.</summary>
    public IReadOnlyList<DecodedRequest> Without(MutationTarget target)
    {
        List<DecodedRequest> copy = [.. WithoutCopies(Traffic, target)];
        if (target.IsInBatch)
            copy[places[target.Hit]] = target.Carrier with { Hits = [.. target.Carrier.Hits.Where(hit => hit != target.Hit)] };
        else
            copy.RemoveAt(places[target.Hit]);
        return copy;
    }

    /// <summary>
    /// The traffic without what an SDK sends again to be sure, under the same id: where the original is wrong, so is its copy, and a copy
    /// that is right would stand in for it. Their requests stay, so that places do.
    /// </summary>
    private static IReadOnlyList<DecodedRequest> WithoutCopies(IReadOnlyList<DecodedRequest> traffic, MutationTarget target) =>
        target.Hit.EventId is null
            ? traffic
            :
            [
                .. traffic.Select(request =>
                    request.Hits.Any(hit => IsCopy(hit, target.Hit))
                        ? request with
                        {
                            Hits = [.. request.Hits.Where(hit => !IsCopy(hit, target.Hit))],
                        }
                        : request
                ),
            ];

    private static bool IsCopy(Hit hit, Hit original) =>
        !ReferenceEquals(hit, original)
        && hit.EventId == original.EventId
        && hit.Vendor == original.Vendor
        && hit.Event == original.Event
        && hit.Account == original.Account;

    /// <summary>The traffic with a further request.</summary>
    public IReadOnlyList<DecodedRequest> And(DecodedRequest request) => [.. Traffic, request];

    /// <summary>The traffic with a target at another moment, on the page that was open then.</summary>
    public IReadOnlyList<DecodedRequest> Moved(MutationTarget target, TimeSpan at, int step)
    {
        var moved = Alone(target, request => request with { At = at, StepIndex = step, Visit = VisitAt(at)?.Number ?? request.Visit });
        return [.. Without(target), moved];
    }

    /// <summary>A copy of a target's request of which only the target is left, changed in what the recording knows of it.</summary>
    public DecodedRequest Alone(MutationTarget target, Func<CapturedRequest, CapturedRequest> change)
    {
        var request = change(target.Carrier.Request);
        var hit = decoder.Decode(request).Hits[target.Hit.Line] with { Line = 0 };
        return new DecodedRequest
        {
            Request = request,
            Vendor = target.Carrier.Vendor,
            Hits = [Dated(hit, target, request)],
        };
    }

    public int NextNumber => Traffic.Max(request => request.Request.Number) + 1;

    public PageVisit? VisitAt(TimeSpan moment) =>
        Recording.Visits.LastOrDefault(visit => visit.From <= moment && (visit.To is not { } left || moment < left))
        ?? (Recording.Visits.Count > 0 ? Recording.Visits[^1] : null);

    /// <summary>What a hit says of its page and time moves with it.</summary>
    private Hit Dated(Hit hit, MutationTarget target, CapturedRequest request)
    {
        var delta = request.At - target.Carrier.Request.At;
        if (delta == TimeSpan.Zero)
            return hit;
        var visit = Recording.Visits.FirstOrDefault(visit => visit.Number == request.Visit);
        return hit with
        {
            PageUrl = hit.PageUrl is null ? null : visit?.Url ?? hit.PageUrl,
            PageLoadId = hit.PageLoadId is null ? null : LoadIdOn(visit, hit) ?? hit.PageLoadId,
            StatedTime = hit.StatedTime is { } stated
                ? stated + clock.PageTime(request.At) - clock.PageTime(target.Carrier.Request.At)
                : null,
        };
    }

    private string? LoadIdOn(PageVisit? visit, Hit hit) =>
        Traffic
            .SelectMany(request => request.Hits)
            .FirstOrDefault(other => other.Vendor == hit.Vendor && other.PageUrl == visit?.Url && other.PageLoadId is not null)
            ?.PageLoadId;

    private IEnumerable<MutationTarget> TargetsOf(ExpectationVerdict expectation) =>
        from verdict in expectation.Destinations
        let destination = Recorded.Configuration.Destinations.First(destination => destination.Name == verdict.Destination)
        let conversion = Recorded.Dictionary.Find(expectation.Expectation.Conversion)!
        from hit in verdict.Hits
        select new MutationTarget
        {
            Expectation = expectation,
            Conversion = conversion,
            Destination = destination,
            Carrier = Traffic[places[hit]],
            Hit = hit,
            View = new HitView(hit, conversion, conversion.At[destination.Name]),
        };
}
