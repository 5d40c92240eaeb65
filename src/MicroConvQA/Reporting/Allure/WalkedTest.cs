using System.Net;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Running;

namespace MicroConvQA.Reporting.Allure;

/// <summary>
/// "The journey could be walked" as a test: its steps, and all traffic and what else one needs to look into a walk that did not pass.
/// </summary>
internal sealed class WalkedTest(AllureWalk context)
{
    private const string TraceType = "application/vnd.allure.playwright-trace";

    public const string IdentityName = "walked";
    public const string Feature = "The journey could be walked";

    public static string NameOf(Walk walk, WalkSegments segments) => $"{walk.Journey.Name} could be walked {segments.Tag}";

    public AllureTest Build()
    {
        var identity = context.Identity(IdentityName);
        var uuid = context.UuidOf(identity);
        var sheaf = new AttachmentSheaf(uuid, context.Walk.Directory);
        var journey = context.Walk.Walk.Journey;
        var result = new AllureResult
        {
            Uuid = uuid,
            HistoryId = identity.HistoryId,
            TestCaseId = identity.TestCaseId,
            FullName = identity.FullName,
            Name = context.NameOfWalkedTest,
            Status = context.Recording.Breakage is null ? AllureStatus.Passed : AllureStatus.Broken,
            StatusDetails = Details(),
            Start = context.Times.Start,
            Stop = context.Times.Stop,
            DescriptionHtml = context.ShowsTraffic ? null : WhereTheTrafficIs,
            Labels =
            [
                new("epic", FunnelText.Walk),
                new("feature", Feature),
                new("severity", "critical"),
                .. journey.Owner is null ? Array.Empty<AllureLabel>() : [new("owner", journey.Owner)],
                .. context.Labels(),
            ],
            Parameters = context.Segments.Parameters,
            Steps = [.. Steps(sheaf)],
            Attachments = [.. Attachments(sheaf)],
        };
        return new AllureTest(result, sheaf.Files);
    }

    private string WhereTheTrafficIs =>
        "<p>It passed. Each hit and request is in its recording: "
        + $"in the folder of the recordings <code>microconv decode {WebUtility.HtmlEncode(Path.GetFileName(context.Walk.Directory))}</code> shows them. "
        + "<code>\"traffic\": \"on\"</code> among the options of the reporter <code>allure</code> puts them into this report.</p>";

    private AllureStatusDetails? Details()
    {
        var lines = context.Verdict.Warnings.Select(warning => $"Warning: {warning}").ToList();
        if (context.Walk.Attempts > 1)
            lines.Add($"It was walked {context.Walk.Attempts} times.");
        if (context.Recording.Breakage is { } breakage)
            lines.Insert(0, BreakageText.Of(breakage));
        return lines.Count == 0 ? null : new AllureStatusDetails { Message = context.Mask.Of(string.Join("\n", lines)) };
    }

    private IEnumerable<AllureStep> Steps(AttachmentSheaf sheaf)
    {
        var steps = new ShopperStep(context, sheaf);
        if (context.Recording.Breakage is { StepIndex: < 0 } breakage)
            yield return Opening(breakage, sheaf);
        foreach (var step in context.Recording.Steps)
            yield return steps.Of(step, withScreenshot: true);
    }

    private AllureStep Opening(Breakage breakage, AttachmentSheaf sheaf) =>
        new()
        {
            Name = "Shopper: opens the first page",
            Status = AllureStatus.Broken,
            StatusDetails = new AllureStatusDetails { Message = context.Mask.Of(BreakageText.Of(breakage)) },
            Start = context.Times.Start,
            Stop = context.Times.Stop,
            Attachments = breakage.Screenshot is null ? [] : [sheaf.FromWalk("The page when it broke", "image/png", breakage.Screenshot)],
        };

    private IEnumerable<AllureAttachment> Attachments(AttachmentSheaf sheaf)
    {
        if (context.ShowsTraffic && context.Verdict.Traffic.Count > 0)
        {
            var table = context.Tables.Traffic(context.Verdict.Traffic, context.Verdict.Explained);
            yield return sheaf.Text($"All traffic ({context.Verdict.Traffic.Count})", Csv.ContentType, "csv", table);
        }

        if (context.Recording.Console.Count > 0)
        {
            var table = context.Tables.Console(context.Recording.Console);
            yield return sheaf.Text($"Browser console ({context.Recording.Console.Count})", Csv.ContentType, "csv", table);
        }

        if (context.Recording.Settled is { } settled)
            yield return sheaf.Text("Why no further hits were waited for", "text/plain", "txt", settled);
        if (context.HasPassed)
            yield break;
        if (context.Recording.Trace is { } trace)
            yield return sheaf.FromWalk("Playwright trace", TraceType, trace);
        if (context.Walk.SecondLook is { Trace: { } later } look)
            yield return sheaf.FromWalk("Playwright trace of the second look", TraceType, Path.Combine(look.Directory, later));
        if (context.Recording.Video is { } video)
            yield return sheaf.FromWalk("Video", "video/webm", video);
        yield return sheaf.FromWalk("Recording, for 'microconv judge'", "application/json", WalkDirectories.RecordingFile);
    }
}
