using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;

namespace MicroConvQA.Reporting.Allure;

/// <summary>One expectation of one walk as a test; its destinations are its steps.</summary>
internal sealed class ExpectationTest(AllureWalk context, ExpectationVerdict verdict)
{
    public AllureTest Build()
    {
        var identity = context.Identity($"{verdict.StepId}:{verdict.Expectation.Conversion}#{verdict.Ordinal}");
        var uuid = context.UuidOf(identity);
        var sheaf = new AttachmentSheaf(uuid, context.Walk.Directory);
        var conversion = context.ConversionOf(verdict.Expectation.Conversion);
        var (start, stop) = context.Times.Of(context.StepAt(verdict.StepIndex));
        var result = new AllureResult
        {
            Uuid = uuid,
            HistoryId = identity.HistoryId,
            TestCaseId = identity.TestCaseId,
            FullName = identity.FullName,
            Name = $"{NameOf(verdict)} {context.Segments.Tag}",
            Status = Status,
            StatusDetails = Details(),
            Start = start,
            Stop = stop,
            DescriptionHtml = ConversionDescription.Of(conversion, verdict, context),
            Labels =
            [
                new("epic", FunnelText.Of(conversion.Stage)),
                new("feature", conversion.Title),
                new("severity", SeverityText.Of(conversion)),
                .. Owner(conversion.Owner ?? context.Walk.Walk.Journey.Owner),
                // A journey may carry the tier as a tag of its own.
                .. context.Labels().Prepend(new("tag", $"tier-{conversion.Tier}")).Distinct(),
            ],
            Parameters = context.Segments.Parameters,
            Steps = [.. Steps(sheaf, (start, stop))],
        };
        return new AllureTest(result, sheaf.Files);
    }

    private AllureStatus Status => StatusText.Of(ReportedStatus.Of(context.Walk, verdict));

    /// <summary>Findings of the conversion that belong to no expectation.</summary>
    private IReadOnlyList<Finding> Strays => ReportedStatus.StraysOf(context.Verdict, verdict);

    private AllureStatusDetails? Details()
    {
        var isFlaky = context.Walk.IsFlaky && Status == AllureStatus.Failed;
        var details = FindingsOutcome.DetailsOf([.. verdict.Findings, .. Strays], context.Mask, isFlaky, [.. UntoldText.Of(verdict)]);
        return verdict.Reason is null || Strays.Count > 0
            ? details
            : new AllureStatusDetails
            {
                Message = context.Mask.Of(verdict.Reason),
                Trace = details?.Trace,
                Flaky = isFlaky,
            };
    }

    private IEnumerable<AllureStep> Steps(AttachmentSheaf sheaf, (long Start, long Stop) times)
    {
        if (context.StepAt(verdict.StepIndex) is { State: not StepState.NotReached } step)
            yield return new ShopperStep(context, sheaf).Of(step, withScreenshot: Status is AllureStatus.Failed or AllureStatus.Broken);
        foreach (var destination in verdict.Destinations)
            yield return new DestinationStep(context, sheaf).Of(destination, times);
        foreach (var finding in Strays)
            yield return new FindingStep(context, sheaf).Of(finding);
    }

    /// <summary>The step is named only where the journey expects the conversion in several.</summary>
    private string NameOf(ExpectationVerdict own)
    {
        var sameConversion = context
            .Verdict.Expectations.Where(other => other.Expectation.Conversion == own.Expectation.Conversion)
            .ToList();
        var step = sameConversion.Any(other => other.StepIndex != own.StepIndex) ? $" at '{own.StepTitle}'" : "";
        var ordinal = sameConversion.Count(other => other.StepIndex == own.StepIndex) > 1 ? $" ({own.Ordinal})" : "";
        return $"{own.Expectation.Conversion} {own.Expectation.Times}{step}{ordinal}";
    }

    private static IEnumerable<AllureLabel> Owner(string? owner) => owner is null ? [] : [new AllureLabel("owner", owner)];
}
