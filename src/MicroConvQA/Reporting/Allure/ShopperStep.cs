using MicroConvQA.Recording;

namespace MicroConvQA.Reporting.Allure;

/// <summary>
/// What the shopper did at one step of the journey, as a step of a test: its actions with their times, and the page after it.
/// </summary>
internal sealed class ShopperStep(AllureWalk context, AttachmentSheaf sheaf)
{
    /// <param name="step">The step as it was walked.</param>
    /// <param name="withScreenshot">Whether its picture is attached; one that passed does not need it in each of its tests.</param>
    public AllureStep Of(RecordedStep step, bool withScreenshot)
    {
        var (start, stop) = context.Times.Of(step);
        return new AllureStep
        {
            Name = $"Shopper: {step.Title}",
            Status = StatusOf(step.State),
            StatusDetails = step.State == StepState.Broken ? BreakageDetails() : null,
            Start = start,
            Stop = stop,
            Steps = [.. step.Actions.Select(Action)],
            Attachments = withScreenshot ? [.. Screenshots(step), .. Markup(step)] : [],
        };
    }

    private AllureStep Action(RecordedAction action) =>
        new()
        {
            Name = context.Mask.Of(action.Text),
            Status = AllureStatus.Passed,
            StatusDetails = action.Warning is null
                ? null
                : new AllureStatusDetails { Message = context.Mask.Of($"Warning: {action.Warning}") },
            Start = context.Times.At(action.StartedAt),
            Stop = context.Times.At(action.StartedAt + action.Duration),
        };

    private IEnumerable<AllureAttachment> Screenshots(RecordedStep step)
    {
        if (step.Screenshot is not null)
            yield return sheaf.FromWalk("The page after this step", "image/png", step.Screenshot);
        if (step.State == StepState.Broken && context.Recording.Breakage?.Screenshot is { } picture && picture != step.Screenshot)
            yield return sheaf.FromWalk("The page when it broke", "image/png", picture);
    }

    /// <summary>What the page was made of, as a text: nothing that a page says is shown as markup.</summary>
    private IEnumerable<AllureAttachment> Markup(RecordedStep step)
    {
        if ((step.State == StepState.Broken ? context.Recording.Breakage?.Markup : step.Markup) is { } file)
            yield return sheaf.FromWalk("The page's markup", "text/plain", file);
    }

    private AllureStatusDetails? BreakageDetails() =>
        context.Recording.Breakage is { } breakage
            ? new AllureStatusDetails { Message = context.Mask.Of(BreakageText.Of(breakage)) }
            : null;

    private static AllureStatus StatusOf(StepState state) =>
        state switch
        {
            StepState.Done => AllureStatus.Passed,
            StepState.Broken => AllureStatus.Broken,
            StepState.NotReached => AllureStatus.Skipped,
            _ => throw new InvalidOperationException($"unknown step state {state}"),
        };
}
