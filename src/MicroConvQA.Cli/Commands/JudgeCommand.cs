using MicroConvQA.Browser.Composing;
using MicroConvQA.Cli.Display;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Again;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Recording.Har;
using MicroConvQA.Running;
using MicroConvQA.Source;

namespace MicroConvQA.Cli.Commands;

/// <summary>Judges a recording again, or a HAR, and shows the verdict.</summary>
internal sealed class JudgeCommand(BrowserlessComposition composition, Screen screen)
{
    private const string DefaultConfig = "playwright.config.json";

    public ExitCode Judge(JudgeOptions options, CancellationToken cancellationToken)
    {
        var captured = TrafficFile.Read(options.Path, Console.OpenStandardInput, cancellationToken);
        var verdict = captured.Har is { } har ? Judge(har, captured, options) : Judge(captured.Recording!, options);

        return verdict.Status switch
        {
            VerdictStatus.Failed => ExitCode.TrackingFailed,
            VerdictStatus.Broken => ExitCode.WalkBroke,
            VerdictStatus.Passed or VerdictStatus.Skipped => ExitCode.Passed,
            _ => throw new InvalidOperationException($"unknown status {verdict.Status}"),
        };
    }

    private JourneyVerdict Judge(JourneyRecording recording, JudgeOptions options)
    {
        RefuseOptionsOfHars(options, recording);
        var texts = options.Journeys is null ? null : ChecklistFolder.Read(options.Journeys);
        var verdict = texts is null
            ? composition.RecordingJudge.Judge(recording)
            : composition.RecordingJudge.Judge(recording, [texts.Dictionary!, .. texts.Journeys, .. texts.Vendors]);
        screen.Write(VerdictPage.Of(recording, verdict, FolderOf(options.Path)));

        return verdict;
    }

    private JourneyVerdict Judge(HarLog har, CapturedTraffic captured, JudgeOptions options)
    {
        var workspace = WorkspaceOf(options);
        var walk = HarWalkChoice.Of(workspace, options.Journey, options.Consent, options.Row, options.Variables);
        var judged = HarJudge.Judge(har, walk, workspace, ToolName.WithVersion);
        screen.Write([
            .. VerdictPage.Of(judged.Recording, judged.Verdict, FolderOf(options.Path)),
            .. NotJudgedLines.Of(judged.NotJudged),
            .. TrafficSummary.Of(captured, judged.Traffic),
        ]);

        return judged.Verdict;
    }

    private Workspace WorkspaceOf(JudgeOptions options)
    {
        var config = options.Config ?? DefaultConfig;
        if (options.Journeys is null || !File.Exists(config))
            return composition.ReadWorkspace(config);

        var root = Path.GetDirectoryName(Path.GetFullPath(config))!;
        return new WorkspaceReader(composition.Configurations).Read(
            ConfigurationText.Read(config),
            root,
            ChecklistFolder.Read(options.Journeys)
        );
    }

    private static void RefuseOptionsOfHars(JudgeOptions options, JourneyRecording recording)
    {
        (string Name, string? Value)[] asked =
        [
            ("--config", options.Config),
            ("--journey", options.Journey),
            ("--consent", options.Consent),
            ("--row", options.Row),
            ("--var", options.Variables is [var first, ..] ? first : null),
        ];
        var given = asked.Where(option => option.Value is not null).Select(option => option.Name).ToList();
        if (given.Count > 0)
            throw new SourceProblemException([
                new SourceProblem(
                    SourcePlace.Whole("command line"),
                    $"{string.Join(" and ", given)}: a recording says itself what it is of ('{recording.Walk.Id}'); only a HAR has to be told. Leave it out."
                ),
            ]);
    }

    private static string FolderOf(string path) =>
        Directory.Exists(path) ? Path.GetFullPath(path) : Path.GetDirectoryName(Path.GetFullPath(path))!;
}
