using System.Globalization;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;

namespace MicroConvQA.Attribution;

/// <summary>Reads each kind of evidence of when a hit's event was created.</summary>
internal sealed class HitEvidence
{
    private readonly JourneyRecording recording;
    private readonly Func<Hit, string> conversionOf;
    private readonly WalkClock clock;
    private readonly StepBegins steps;
    private readonly PageVisits visits;
    private readonly PushIndex pushes;
    private readonly Tolerances tolerances;
    private readonly Dictionary<EvidenceKind, Func<Hit, TimeEvidence?>> readings;

    /// <param name="recording">The walk.</param>
    /// <param name="conversionOf">The conversion that a hit is of.</param>
    /// <param name="clock">The walk's clock.</param>
    /// <param name="visits">Its page visits.</param>
    /// <param name="pushes">Its data-layer pushes.</param>
    /// <param name="tolerances">How far clocks and ways may be apart.</param>
    public HitEvidence(
        JourneyRecording recording,
        Func<Hit, string> conversionOf,
        WalkClock clock,
        PageVisits visits,
        PushIndex pushes,
        Tolerances tolerances
    )
    {
        (this.recording, this.conversionOf, this.clock) = (recording, conversionOf, clock);
        (this.visits, this.pushes, this.tolerances) = (visits, pushes, tolerances);
        steps = new StepBegins(recording.Steps);
        readings = new()
        {
            [EvidenceKind.Arrival] = OfArrival,
            [EvidenceKind.Page] = OfPage,
            [EvidenceKind.SendDelay] = OfSendDelay,
            [EvidenceKind.StatedTime] = OfStatedTime,
            [EvidenceKind.Wait] = OfWait,
            [EvidenceKind.Push] = OfPush,
        };
    }

    /// <summary>What one kind says of a hit; null = nothing, or nothing that can be true.</summary>
    public TimeEvidence? Of(EvidenceKind kind, Hit hit) => readings[kind](hit);

    /// <summary>Whether the hit states a time that can be true.</summary>
    public bool StatesTime(Hit hit) => StatedMoment(hit) is not null;

    /// <summary>
    /// The earliest page time of a moment. A jump takes a moment, and events fire inside of it: how far it had come is not known, so that
    /// it counts as not begun.
    /// </summary>
    public TimeSpan PageTime(TimeSpan real) => clock.PageTime(real - tolerances.StatedTime) + tolerances.StatedTime;

    private TimeEvidence OfArrival(Hit hit) =>
        new()
        {
            Kind = EvidenceKind.Arrival,
            Earliest = TimeSpan.Zero,
            Latest = hit.Request.At,
            FirstStep = Math.Min(steps.At(TimeSpan.Zero), hit.Request.StepIndex),
            LastStep = hit.Request.StepIndex,
            Likely = hit.Request.StepIndex,
            Words = "it arrived in that step and says nothing of when it was created",
        };

    private TimeEvidence? OfPage(Hit hit)
    {
        if (visits.Find(hit) is not { } visit)
            return null;
        var begun = visits.Predecessor(visit, hit) ?? visit;
        var latest = visit.To is { } left && left < hit.Request.At ? left : hit.Request.At;
        var earliest = begun.From < latest ? begun.From : latest;
        var last = Math.Max(begun.StepIndex, LastStepAt(latest, hit));
        var first = Math.Clamp(steps.At(earliest), begun.StepIndex, last);
        return new()
        {
            Kind = EvidenceKind.Page,
            Earliest = earliest,
            Latest = latest,
            FirstStep = first,
            LastStep = last,
            // What leaves with the click on a link was created before that click more often than by it.
            Likely = LeftWithPage(hit, visit) && last > first ? last - 1 : last,
            Words = $"it names the page {visit.Url}, which was open then",
        };
    }

    private TimeEvidence? OfSendDelay(Hit hit)
    {
        if (hit.SendDelay is not { } delay)
            return null;
        var pageTime = clock.PageTime(hit.Request.At) - delay - tolerances.SendDelay;
        var earliest = Later(clock.RealTime(recording.StartedAt + pageTime), TimeSpan.Zero);
        return new()
        {
            Kind = EvidenceKind.SendDelay,
            Earliest = earliest,
            FirstStep = steps.At(earliest),
        };
    }

    private TimeEvidence? OfStatedTime(Hit hit)
    {
        if (StatedMoment(hit) is not { } exact)
            return null;
        var stated = hit.StatedTime!.Value;
        var latest = LatestOf(hit, stated, exact);
        var earliest = Later(exact - (recording.RanOn.VirtualClock ? tolerances.StatedTime : tolerances.PageClockSkew), TimeSpan.Zero);
        var last = LastStepAt(latest, hit);
        return new()
        {
            Kind = EvidenceKind.StatedTime,
            Earliest = earliest,
            Latest = latest < hit.Request.At ? latest : hit.Request.At,
            FirstStep = Math.Min(steps.At(earliest), last),
            LastStep = last,
            Likely = Math.Min(steps.At(exact), last),
            OnPage = clock.PageTime(stated),
            Words = $"the hit states the time {stated.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)}",
        };
    }

    private TimeEvidence? OfWait(Hit hit)
    {
        if (recording.Steps.LastOrDefault(step => step.Index < hit.Request.StepIndex && IsAwaited(hit, step)) is not { } waiting)
            return null;
        if (recording.Steps.FirstOrDefault(step => step.Index > waiting.Index && step.FirstActedAt <= hit.Request.At) is not { } next)
            return null;
        return new()
        {
            Kind = EvidenceKind.Wait,
            Earliest = next.FirstActedAt!.Value,
            FirstStep = next.Index,
            AwaitedIn = waiting.Index,
            Words = $"step '{waiting.Title}' waited for it in vain, and it came only after the action of step '{next.Title}'",
        };
    }

    private bool IsAwaited(Hit hit, RecordedStep step) =>
        step.AwaitedInVain.Any(awaited =>
            awaited.Vendor == hit.Vendor
            && awaited.Conversion == conversionOf(hit)
            && (awaited.Account is null || hit.Account is null || awaited.Account == hit.Account)
        );

    private TimeEvidence? OfPush(Hit hit) =>
        pushes.Find(hit)?.Request is not { } push
            ? null
            : new()
            {
                Kind = EvidenceKind.Push,
                Earliest = push.At,
                Latest = push.At,
                FirstStep = push.StepIndex,
                LastStep = push.StepIndex,
                Likely = push.StepIndex,
                Words = $"the data-layer push that caused it (request {push.Number}) was made in that step",
            };

    /// <summary>The moment that the hit states, not after its arrival; null where it states none, or one that cannot be true.</summary>
    private TimeSpan? StatedMoment(Hit hit)
    {
        if (hit.StatedTime is not { } stated)
            return null;
        var moment = clock.RealTime(stated);
        if (clock.IsBeforeWalk(stated) || moment > hit.Request.At + tolerances.StatedTime)
            return null;
        return moment < hit.Request.At ? moment : hit.Request.At;
    }

    /// <summary>A virtual clock is driven by the page's own timers and falls behind without bound where the machine is busy.</summary>
    private TimeSpan LatestOf(Hit hit, DateTimeOffset stated, TimeSpan exact) =>
        recording.RanOn.VirtualClock
            ? hit.Request.At
            : exact + (stated.Millisecond == 0 ? tolerances.StatedTime : tolerances.PageClockSkew);

    /// <summary>Whether it was sent when its page was left: the browser tells nothing of what is sent then.</summary>
    private bool LeftWithPage(Hit hit, PageVisit visit) =>
        visit.To is { } left
        && (left < hit.Request.At || (hit.Request.SeenBy == Sightings.Wire && left - hit.Request.At < tolerances.Unload));

    /// <summary>
    /// Its request cannot have been sent before it; when a step began, pages and the network tell by clocks that are not quite one.
    /// </summary>
    private int LastStepAt(TimeSpan moment, Hit hit) =>
        Math.Min(
            steps.At(moment < TimeSpan.MaxValue - tolerances.PageClockSkew ? moment + tolerances.PageClockSkew : moment),
            hit.Request.StepIndex
        );

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
