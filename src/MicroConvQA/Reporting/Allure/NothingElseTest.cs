using System.Net;
using MicroConvQA.Judging.Findings;

namespace MicroConvQA.Reporting.Allure;

/// <summary>"Nothing forbidden or unexpected fired" as a test: the findings that belong to no expectation.</summary>
internal sealed class NothingElseTest(AllureWalk context)
{
    public AllureTest Build()
    {
        var identity = context.Identity("nothing else");
        var uuid = context.UuidOf(identity);
        var sheaf = new AttachmentSheaf(uuid, context.Walk.Directory);
        var journey = context.Walk.Walk.Journey;
        var result = new AllureResult
        {
            Uuid = uuid,
            HistoryId = identity.HistoryId,
            TestCaseId = identity.TestCaseId,
            FullName = identity.FullName,
            Name = $"{journey.Name}: nothing forbidden or unexpected fired {context.Segments.Tag}",
            Status = Status,
            StatusDetails = Details(),
            Start = context.Times.Start,
            Stop = context.Times.Stop,
            DescriptionHtml = Description,
            Labels =
            [
                new("epic", FunnelText.Walk),
                new("feature", "Nothing forbidden or unexpected fired"),
                new("severity", "critical"),
                .. journey.Owner is null ? Array.Empty<AllureLabel>() : [new("owner", journey.Owner)],
                .. context.Labels(),
            ],
            Parameters = context.Segments.Parameters,
            Steps = [.. Findings.Select(new FindingStep(context, sheaf).Of)],
        };
        return new AllureTest(result, sheaf.Files);
    }

    private string Description =>
        "<p>Nothing fired that this journey forbids or that no step expects, and nothing against consent or privacy.</p>"
        + $"<ul><li><b>{context.WalkEntry}:</b> {WebUtility.HtmlEncode(context.NameOfWalkedTest)}</li>"
        + $"{string.Concat(ConsentText.Of(context.Verdict).Select(Entry))}</ul>";

    private static string Entry((string Consent, IReadOnlyList<string> Destinations) held) =>
        $"<li>Held against {WebUtility.HtmlEncode(held.Consent)}:"
        + $"<ul>{string.Concat(held.Destinations.Select(line => $"<li>{WebUtility.HtmlEncode(line)}</li>"))}</ul></li>";

    private IReadOnlyList<Finding> Findings => context.Verdict.StrayFindings;

    private AllureStatus Status => StatusText.Of(ReportedStatus.OfStrayFindings(context.Walk));

    private AllureStatusDetails? Details() =>
        Status == AllureStatus.Skipped
            ? new AllureStatusDetails { Message = ReportedStatus.NothingElseNotReached }
            : FindingsOutcome.DetailsOf(Findings, context.Mask, context.Walk.IsFlaky && Status == AllureStatus.Failed);
}
