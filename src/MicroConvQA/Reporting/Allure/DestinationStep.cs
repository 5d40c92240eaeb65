using MicroConvQA.Judging;
using MicroConvQA.Judging.Counting;
using MicroConvQA.Judging.Findings;

namespace MicroConvQA.Reporting.Allure;

/// <summary>
/// One expectation at one destination, as a step of a test: its parameters, its findings and the requests that prove both.
/// </summary>
internal sealed class DestinationStep(AllureWalk context, AttachmentSheaf sheaf)
{
    public AllureStep Of(DestinationVerdict verdict, (long Start, long Stop) times)
    {
        return new AllureStep
        {
            Name = $"{verdict.Title}: {verdict.Expected}",
            Status = StatusText.Of(verdict.Status),
            StatusDetails = FindingsOutcome.DetailsOf(verdict.Findings, context.Mask, isFlaky: false, verdict.Untold),
            Start = times.Start,
            Stop = times.Stop,
            Parameters = [.. verdict.Parameters.Select(Parameter)],
            Attachments = [.. Attachments(verdict)],
        };
    }

    private static string TitleOf(DestinationVerdict verdict)
    {
        var beside = NotCounted(verdict);
        var hits = verdict.Hits.Count == 1 ? "The hit" : $"The {verdict.Hits.Count} hits";
        return beside == 0 ? hits : $"{hits}, and {beside} not counted";
    }

    private static int NotCounted(DestinationVerdict verdict) => verdict.Explained.Count(one => one.Explanation != HitExplanation.Batch);

    private AllureParameter Parameter(ParameterDifference difference) =>
        new(
            difference.Parameter,
            context.Mask.Of((difference.Found ?? "absent") + (difference.Holds ? "" : $"  ✗ must {difference.Expected}"))
        );

    private IEnumerable<AllureAttachment> Attachments(DestinationVerdict verdict)
    {
        var differences = verdict.Parameters.Concat(verdict.Findings.SelectMany(finding => finding.Differences)).Distinct().ToList();
        if (differences.Any(difference => !difference.Holds))
            yield return sheaf.Text("Parameters: expected and found", Csv.ContentType, "csv", context.Tables.Parameters(differences));
        var isAllShown = context.ShowsTraffic || verdict.Findings.Count > 0;
        // Why a hit was not counted is told in any case: nobody would look into the recording of a walk that passed for it.
        if ((isAllShown && verdict.Hits.Count + verdict.Explained.Count > 0) || NotCounted(verdict) > 0)
            yield return sheaf.Text(TitleOf(verdict), Csv.ContentType, "csv", context.Tables.Hits(verdict.Hits, verdict.Explained));
        if (!isAllShown)
            yield break;
        var numbers = verdict.Hits.Select(hit => hit.Request.Number).Concat(verdict.Findings.SelectMany(finding => finding.Requests));
        foreach (var attachment in new RequestEvidence(context, sheaf).Of(numbers))
            yield return attachment;
    }
}
