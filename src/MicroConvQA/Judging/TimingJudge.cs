using MicroConvQA.Judging.English;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Matching;

namespace MicroConvQA.Judging;

/// <summary>Judges when a counted hit was created: not before its step, and not too long after its actions.</summary>
internal sealed class TimingJudge(CaseFile file)
{
    public IEnumerable<Finding> Judge(Claim claim, LedgerHit hit)
    {
        if (hit.Attributed.LastStep < claim.StepIndex)
            return IsSetFree(hit) ? [] : [Early(claim, hit)];
        if (hit.Attributed.AwaitedIn == claim.StepIndex)
            return [AfterWait(claim, hit)];
        return Delay(claim, hit) is { } delay ? [Late(claim, hit, delay)] : [];
    }

    /// <summary>How long after the step's actions it was created, where that is longer than allowed; null = in time.</summary>
    private TimeSpan? Delay(Claim claim, LedgerHit hit)
    {
        if (file.Recording.Steps.FirstOrDefault(step => step.Index == claim.StepIndex)?.ActedAt is not { } acted)
            return null;
        var delay = hit.Attributed.EarliestOnPage - file.Clock.PageTime(acted);
        // A walk goes on to the next step's actions without a sign only when it has waited all that is allowed: then no clock is to be
        // forgiven.
        return delay > Allowed(claim) + (IsOfLaterStep(claim, hit) ? TimeSpan.Zero : file.Tolerances.LateStart) ? delay : null;
    }

    /// <summary>
    /// Whether it was created while its step waited in vain for another event: a trigger of so many idle seconds fires then, which it would
    /// not have done had nothing been missing. What is missing is the finding.
    /// </summary>
    private bool IsSetFree(LedgerHit hit) =>
        file.Recording.Steps.FirstOrDefault(step => step.Index == hit.Attributed.LastStep)
            is { AwaitedInVain.Count: > 0, ActedAt: { } acted }
        && hit.Attributed.Latest > acted;

    private static bool IsOfLaterStep(Claim claim, LedgerHit hit) => hit.Attributed.FirstStep > claim.StepIndex;

    private TimeSpan Allowed(Claim claim) => claim.Expectation.Within ?? file.Configuration.Settle.Within;

    private Finding Early(Claim claim, LedgerHit hit) =>
        Of(claim, hit, FindingKind.OutOfOrder) with
        {
            Message =
                $"{ClaimWords.At(claim)}: fired {file.InStep(hit.StepIndex)}, earlier than {file.InStep(claim.StepIndex)[3..]} that must cause it.",
            Expected = $"created {file.InStep(claim.StepIndex)}",
            LikelyCause = "Its trigger does not wait for the shopper's action: it fires when the page is shown, or on an earlier gesture.",
            NextMove =
                $"Bind the tag to the action that the dictionary names: {claim.Conversion.Trigger}"
                + (hit.StepIndex < 0 ? " If the opening of the start page is to fire it, expect it in a first step without actions." : ""),
        };

    /// <summary>The wait was over before the next action was done: whatever clocks say, it was not in time.</summary>
    private Finding AfterWait(Claim claim, LedgerHit hit) =>
        Of(claim, hit, FindingKind.Late) with
        {
            Message =
                $"{ClaimWords.At(claim)}: fired only after the action {OfStep(hit.StepIndex)}; {file.InStep(claim.StepIndex)[3..]} had waited {Words.Seconds(Allowed(claim))} for it.",
            Expected = $"created within {Words.Seconds(Allowed(claim))} of page time",
            LikelyCause =
                $"The action {OfStep(hit.StepIndex)} triggers it, so shoppers who do not go on are not counted. A timer or a slow answer of more than {Words.Seconds(Allowed(claim))} would look the same.",
            NextMove =
                $"Bind the tag to the action that the dictionary names ({claim.Conversion.Trigger.TrimEnd('.')}) and send it at once.",
        };

    private string OfStep(int index) => file.InStep(index).Replace("in step", "of step", StringComparison.Ordinal);

    private Finding Late(Claim claim, LedgerHit hit, TimeSpan delay) =>
        Of(claim, hit, FindingKind.Late) with
        {
            Message =
                $"{ClaimWords.At(claim)}: fired {Words.Seconds(delay)} after the actions {OfStep(claim.StepIndex)} "
                + $"were done; {Words.Seconds(Allowed(claim))} are allowed.",
            Expected = $"created within {Words.Seconds(Allowed(claim))} of page time",
            LikelyCause = IsOfLaterStep(claim, hit)
                ? $"It was created only {file.InStep(hit.StepIndex)}: an action there triggers it, or the code waits for a timer or for a slow answer, so shoppers who leave sooner are not counted."
                : "The code waits for a timer or for a slow answer before it sends the event, so shoppers who leave sooner are not counted.",
            NextMove =
                (
                    IsOfLaterStep(claim, hit)
                        ? $"Bind the tag to the action that the dictionary names ({claim.Conversion.Trigger.TrimEnd('.')}) and send it at once"
                        : "Send it at once"
                )
                + $", or say 'within: {Math.Ceiling(delay.TotalSeconds)}s' at {claim.Expectation.Place.File}:{claim.Expectation.Place.Line} if the delay is meant.",
        };

    private static Finding Of(Claim claim, LedgerHit hit, FindingKind kind) =>
        FindingDraft.For(claim, kind) with
        {
            Found = $"request {hit.Request}; it was taken for that step because {hit.Attributed.Reason}",
            Requests = [hit.Request],
        };
}
