using System.Globalization;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;

namespace MicroConvQA.Matching;

/// <summary>Finds for each hit the step in which its event was created, which is not always the step in which it was sent.</summary>
public sealed class StepAttribution
{
    // The page's clock is set when a page begins to load: it may lag behind the walk's own by some milliseconds.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);
    // Clocks, threads and a loaded machine.
    private static readonly TimeSpan DelayTolerance = TimeSpan.FromSeconds(1.5);

    private readonly JourneyRecording recording;
    private readonly WalkClock clock;
    private readonly Func<Hit, string> conversionOf;
    private readonly List<TimeSpan> stepStarts;
    private readonly int lastOfOpening;

    /// <param name="recording">The walk that the hits come from.</param>
    /// <param name="conversionOf">The conversion that a hit is of, by whatever name its destination calls it.</param>
    public StepAttribution(JourneyRecording recording, Func<Hit, string> conversionOf)
    {
        this.recording = recording;
        this.conversionOf = conversionOf;
        clock = new WalkClock(recording);
        stepStarts = Starts(recording.Steps);
        // The start page is opened for a first step that does nothing or waits; what an action must cause cannot have fired before it.
        lastOfOpening = recording.Steps is [{ FirstActedAt: not null }, ..] ? -1 : 0;
    }

    /// <summary>The hits in the order in which their events were created.</summary>
    public IReadOnlyList<AttributedHit> Attribute(IReadOnlyList<Hit> hits)
    {
        var visits = new PageVisits(recording.Visits, hits);
        var pushes = new PushIndex(hits, conversionOf, visits);
        return [.. hits.Select(hit => Attribute(hit, visits, pushes.Find(hit)) with { Visit = visits.Find(hit)?.Number })
            .OrderBy(hit => hit.StepIndex).ThenBy(hit => hit.Latest).ThenBy(hit => hit.Hit.Request.Number).ThenBy(hit => hit.Hit.Line)
            .Select((hit, order) => hit with { Order = order })];
    }

    private AttributedHit Attribute(Hit hit, PageVisits visits, Hit? push)
    {
        if (PushIndex.IsPush(hit))
            return Exactly(hit, hit.Request, WhenPushed(hit.Request)) with { LastStep = Math.Max(hit.Request.StepIndex, lastOfOpening) };
        var stated = Stated(hit);
        // How long a vendor usually waits is a guess: it is asked only where the hit itself says nothing.
        var notBefore = stated is null ? EarliestByDelay(hit) : TimeSpan.Zero;
        var known = FromVisit(hit, visits, notBefore) ?? FromArrival(hit, notBefore);
        var told = stated is null ? null : Narrowed(known, stated);
        known = told ?? known;
        if (known.FirstStep != known.LastStep && push is not null && known.CanBelongTo(push.Request.StepIndex))
            known = AtPush(hit, push, told);
        return known with { Push = push, LastStep = Math.Max(known.LastStep, lastOfOpening) };
    }

    private string WhenPushed(CapturedRequest push) =>
        push.StepIndex < recording.Steps.Count - 1 && recording.Steps.FirstOrDefault(step => step.Index == push.StepIndex) is { FinishedAt: { } finished } && push.At > finished
            ? "the page pushed it to its data layer when that step was over, before the first action of the next one"
            : "the page pushed it to its data layer in that step";

    private AttributedHit Exactly(Hit hit, CapturedRequest moment, string reason) => new()
    {
        Hit = hit,
        Earliest = moment.At,
        Latest = moment.At,
        EarliestOnPage = EarliestPageTime(moment.At),
        FirstStep = moment.StepIndex,
        LastStep = moment.StepIndex,
        StepIndex = moment.StepIndex,
        Reason = reason,
    };

    /// <summary>The push says in which step; when on the page, a hit that states its time knows better than a clock that was just moved.</summary>
    private AttributedHit AtPush(Hit hit, Hit push, AttributedHit? told)
    {
        var exact = Exactly(hit, push.Request, $"the data-layer push that caused it (request {push.Request.Number}) was made in that step");
        return told is null ? exact : exact with { EarliestOnPage = Later(exact.EarliestOnPage, told.EarliestOnPage) };
    }

    private AttributedHit FromArrival(Hit hit, TimeSpan notBefore) => new()
    {
        Hit = hit,
        Earliest = notBefore,
        Latest = hit.Request.At,
        EarliestOnPage = EarliestPageTime(notBefore),
        FirstStep = Math.Min(StepAt(notBefore), hit.Request.StepIndex),
        LastStep = hit.Request.StepIndex,
        StepIndex = hit.Request.StepIndex,
        Reason = "it arrived in that step and says nothing of when it was created",
    };

    private AttributedHit? FromVisit(Hit hit, PageVisits visits, TimeSpan notBefore)
    {
        if (visits.Find(hit) is not { } visit)
            return null;
        var begun = visits.Predecessor(visit, hit) ?? visit;
        var earliest = Later(begun.From, notBefore);
        var latest = visit.To is { } left && left < hit.Request.At ? left : hit.Request.At;
        earliest = earliest < latest ? earliest : latest;
        var last = Math.Max(begun.StepIndex, LastStepAt(latest, hit));
        var first = Math.Clamp(StepAt(earliest), begun.StepIndex, last);
        return new()
        {
            Hit = hit,
            Earliest = earliest,
            Latest = latest,
            EarliestOnPage = EarliestPageTime(earliest),
            FirstStep = first,
            LastStep = last,
            // What leaves with the click on a link was created before that click more often than by it.
            StepIndex = LeftWithPage(hit, visit) && last > first ? last - 1 : last,
            Reason = $"it names the page {visit.Url}, which was open then",
        };
    }

    /// <summary>Whether it was sent when its page was left: the browser tells nothing of what is sent then.</summary>
    private static bool LeftWithPage(Hit hit, PageVisit visit) =>
        visit.To is { } left && (left < hit.Request.At || (hit.Request.SeenBy == Sightings.Wire && left - hit.Request.At < OneSecond));

    /// <summary>The hit's own word on when it was created; null where it has none, or none that can be true.</summary>
    private AttributedHit? Stated(Hit hit)
    {
        if (hit.StatedTime is not { } stated)
            return null;
        var moment = clock.RealTime(stated);
        if (clock.IsBeforeWalk(stated) || moment > hit.Request.At + OneSecond)
            return null;
        var exact = moment < hit.Request.At ? moment : hit.Request.At;
        var latest = Latest(hit, stated, exact);
        var earliest = Later(exact - (recording.RanOn.VirtualClock ? OneSecond : ClockSkew), TimeSpan.Zero);
        var last = LastStepAt(latest, hit);
        return new()
        {
            Hit = hit,
            Earliest = earliest,
            Latest = latest < hit.Request.At ? latest : hit.Request.At,
            EarliestOnPage = clock.PageTime(stated),
            FirstStep = Math.Min(StepAt(earliest), last),
            LastStep = last,
            StepIndex = Math.Min(StepAt(exact), last),
            Reason = $"the hit states the time {stated.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)}",
        };
    }

    /// <summary>A virtual clock is driven by the page's own timers and falls behind without bound where the machine is busy.</summary>
    private TimeSpan Latest(Hit hit, DateTimeOffset stated, TimeSpan exact) => recording.RanOn.VirtualClock
        ? hit.Request.At
        : exact + (stated.Millisecond == 0 ? OneSecond : ClockSkew);

    /// <summary>What both say; null where they contradict each other, because then the page's clock is not to be trusted.</summary>
    private static AttributedHit? Narrowed(AttributedHit known, AttributedHit stated)
    {
        var first = Math.Max(known.FirstStep, stated.FirstStep);
        var last = Math.Min(known.LastStep, stated.LastStep);
        return first > last
            ? null
            : stated with { FirstStep = first, LastStep = last, StepIndex = Math.Clamp(stated.StepIndex, first, last) };
    }

    private TimeSpan EarliestByDelay(Hit hit)
    {
        if (hit.SendDelay is not { } delay)
            return TimeSpan.Zero;
        var pageTime = clock.PageTime(hit.Request.At) - delay - DelayTolerance;
        return Later(clock.RealTime(recording.StartedAt + pageTime), TimeSpan.Zero);
    }

    // A jump takes a moment, and events fire inside of it: how far it had come is not known, so that it counts as not begun.
    private TimeSpan EarliestPageTime(TimeSpan real) => clock.PageTime(real - OneSecond) + OneSecond;

    /// <summary>Its request cannot have been sent before it; when a step began, pages and the network tell by clocks that are not quite one.</summary>
    private int LastStepAt(TimeSpan moment, Hit hit) => Math.Min(StepAt(moment < TimeSpan.MaxValue - ClockSkew ? moment + ClockSkew : moment), hit.Request.StepIndex);

    private int StepAt(TimeSpan moment)
    {
        var (low, high) = (0, stepStarts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = stepStarts[middle] <= moment ? (middle + 1, high) : (low, middle);
        }
        return low - 1;
    }

    /// <summary>A step begins by its first action; one that was not walked begins, and is over, when the next one begins.</summary>
    private static List<TimeSpan> Starts(IReadOnlyList<RecordedStep> steps)
    {
        var starts = new List<TimeSpan>(steps.Count);
        var next = TimeSpan.MaxValue;
        foreach (var step in steps.Reverse())
            starts.Add(next = step.FirstActedAt ?? step.StartedAt ?? next);
        starts.Reverse();
        return starts;
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
