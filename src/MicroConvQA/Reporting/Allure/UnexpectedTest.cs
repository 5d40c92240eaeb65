using System.Net;
using MicroConvQA.Judging.Findings;

namespace MicroConvQA.Reporting.Allure;

/// <summary>
/// A conversion that fired though the journey expects it nowhere, as a test at its place in the funnel: who looks there must not find it
/// green or absent.
/// </summary>
internal sealed class UnexpectedTest(AllureWalk context, IGrouping<string, Finding> findings)
{
    public AllureTest Build()
    {
        var identity = context.Identity($"unexpected:{findings.Key}");
        var uuid = context.UuidOf(identity);
        var sheaf = new AttachmentSheaf(uuid, context.Walk.Directory);
        var conversion = context.ConversionOf(findings.Key);
        var owner = conversion.Owner ?? context.Walk.Walk.Journey.Owner;
        var status = FindingsOutcome.StatusOf([.. findings]);
        var result = new AllureResult
        {
            Uuid = uuid,
            HistoryId = identity.HistoryId,
            TestCaseId = identity.TestCaseId,
            FullName = identity.FullName,
            Name = $"{findings.Key} where nothing expects it {context.Segments.Tag}",
            Status = status,
            StatusDetails = FindingsOutcome.DetailsOf([.. findings], context.Mask, context.Walk.IsFlaky && status == AllureStatus.Failed),
            Start = context.Times.Start,
            Stop = context.Times.Stop,
            DescriptionHtml =
                $"<p>{WebUtility.HtmlEncode(conversion.Definition)}</p><p>The journey expects it in no step.</p>"
                + $"<ul><li><b>{context.WalkEntry}:</b> {WebUtility.HtmlEncode(context.NameOfWalkedTest)}</li></ul>",
            Labels =
            [
                new("epic", FunnelText.Of(conversion.Stage)),
                new("feature", conversion.Title),
                new("severity", SeverityText.Of(conversion)),
                .. owner is null ? Array.Empty<AllureLabel>() : [new("owner", owner)],
                .. context.Labels().Prepend(new("tag", $"tier-{conversion.Tier}")).Distinct(),
            ],
            Parameters = context.Segments.Parameters,
            Steps = [.. findings.Select(new FindingStep(context, sheaf).Of)],
        };
        return new AllureTest(result, sheaf.Files);
    }
}
