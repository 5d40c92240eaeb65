using MicroConvQA.Judging.Findings;

namespace MicroConvQA.Reporting.Allure;

/// <summary>A finding that belongs to no expectation, as a step of a test, with the requests that prove it.</summary>
internal sealed class FindingStep(AllureWalk context, AttachmentSheaf sheaf)
{
    public AllureStep Of(Finding finding)
    {
        var (start, stop) = finding.StepIndex is { } index
            ? context.Times.Of(context.StepAt(index))
            : (context.Times.Start, context.Times.Stop);
        return new AllureStep
        {
            Name = context.Mask.Of(FindingText.Line(finding)),
            Status = FindingsOutcome.StatusOf([finding]),
            StatusDetails = new AllureStatusDetails { Message = context.Mask.Of(FindingText.Evidence(finding)) },
            Start = start,
            Stop = stop,
            Attachments = [.. new RequestEvidence(context, sheaf).Of(finding.Requests)],
        };
    }
}
