using MicroConvQA.Decoding;
using MicroConvQA.Recording;

namespace MicroConvQA.Attribution;

/// <summary>
/// Finds for each hit the step in which its event was created, which is not always the step in which it was sent: what each kind of
/// evidence says (<see cref="HitEvidence"/>) is intersected in the order of <see cref="EvidenceRanks"/>.
/// </summary>
internal sealed class StepAttribution
{
    private readonly JourneyRecording recording;
    private readonly Func<Hit, string> conversionOf;
    private readonly Tolerances tolerances;
    private readonly int lastOfOpening;

    /// <param name="recording">The walk that the hits come from.</param>
    /// <param name="conversionOf">The conversion that a hit is of, by whatever name its destination calls it.</param>
    /// <param name="tolerances">How far clocks and ways may be apart.</param>
    public StepAttribution(JourneyRecording recording, Func<Hit, string> conversionOf, Tolerances tolerances)
    {
        (this.recording, this.conversionOf, this.tolerances) = (recording, conversionOf, tolerances);
        // The start page is opened for a first step that does nothing or waits; what an action must cause cannot have fired before it.
        lastOfOpening = recording.Steps is [{ FirstActedAt: not null }, ..] ? -1 : 0;
    }

    /// <summary>The hits in the order in which their events were created.</summary>
    public IReadOnlyList<AttributedHit> Attribute(IReadOnlyList<Hit> hits)
    {
        var visits = new PageVisits(recording.Visits, hits, tolerances);
        var pushes = new PushIndex(hits, conversionOf, visits, tolerances);
        var evidence = new HitEvidence(recording, conversionOf, new WalkClock(recording, tolerances), visits, pushes, tolerances);
        return
        [
            .. hits.Select(hit => Attributed(hit, evidence) with { Visit = visits.Find(hit)?.Number, Push = pushes.Find(hit) })
                .OrderBy(hit => hit.StepIndex)
                .ThenBy(hit => hit.Latest)
                .ThenBy(hit => hit.Hit.Request.Number)
                .ThenBy(hit => hit.Hit.Line)
                .Select((hit, order) => hit with { Order = order }),
        ];
    }

    private AttributedHit Attributed(Hit hit, HitEvidence evidence)
    {
        if (PushIndex.IsPush(hit))
            return OfPush(hit, evidence);
        var known = new EvidenceSoFar(evidence.StatesTime(hit));
        foreach (var rank in EvidenceRanks.All.Where(rank => rank.IsAsked(known)))
        {
            if (evidence.Of(rank.Kind, hit) is { } says)
                known = known.Narrowed(says, rank.OnContradiction, evidence.PageTime);
        }
        return new()
        {
            Hit = hit,
            Earliest = known.Earliest,
            Latest = known.Latest,
            EarliestOnPage = known.OnPage ?? evidence.PageTime(known.Earliest),
            FirstStep = known.FirstStep,
            LastStep = Math.Max(known.LastStep, lastOfOpening),
            StepIndex = known.Likely,
            Reason = known.Words,
            AwaitedIn = known.AwaitedIn,
        };
    }

    /// <summary>The page itself told of it at its moment: there is nothing to weigh.</summary>
    private AttributedHit OfPush(Hit hit, HitEvidence evidence)
    {
        var push = hit.Request;
        return new()
        {
            Hit = hit,
            Earliest = push.At,
            Latest = push.At,
            EarliestOnPage = evidence.PageTime(push.At),
            FirstStep = push.StepIndex,
            LastStep = Math.Max(push.StepIndex, lastOfOpening),
            StepIndex = push.StepIndex,
            Reason = IsBetweenSteps(push)
                ? "the page pushed it to its data layer when that step was over, before the first action of the next one"
                : "the page pushed it to its data layer in that step",
        };
    }

    private bool IsBetweenSteps(CapturedRequest push) =>
        push.StepIndex < recording.Steps.Count - 1
        && recording.Steps.FirstOrDefault(step => step.Index == push.StepIndex) is { FinishedAt: { } finished }
        && push.At > finished;
}
