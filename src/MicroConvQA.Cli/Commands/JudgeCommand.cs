using MicroConvQA.Browser.Composing;
using MicroConvQA.Cli.Display;
using MicroConvQA.Judging;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Running;
using MicroConvQA.Source;

namespace MicroConvQA.Cli.Commands;

/// <summary>Judges a recording again and shows its verdict.</summary>
internal sealed class JudgeCommand(Composition composition, Screen screen)
{
    public async Task<ExitCode> JudgeAsync(string path, string? journeys, CancellationToken cancellationToken)
    {
        var recording = await RecordingStore.ReadAsync(path, cancellationToken);
        var verdict = journeys is null ? composition.RecordingJudge.Judge(recording) : composition.RecordingJudge.Judge(recording, TextsIn(journeys));
        var directory = Directory.Exists(path) ? Path.GetFullPath(path) : Path.GetDirectoryName(Path.GetFullPath(path))!;
        screen.Write(VerdictPage.Of(recording, verdict, directory));

        return verdict.Status switch
        {
            VerdictStatus.Failed => ExitCode.TrackingFailed,
            VerdictStatus.Broken => ExitCode.WalkBroke,
            VerdictStatus.Passed or VerdictStatus.Skipped => ExitCode.Passed,
            _ => throw new InvalidOperationException($"unknown status {verdict.Status}"),
        };
    }

    private static IReadOnlyList<SourceText> TextsIn(string journeys)
    {
        var problems = new SourceProblems();
        var directory = Path.GetFullPath(journeys);
        var texts = WorkspaceFolder.Read(directory, Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(directory))!, problems);
        problems.ThrowIfAny();

        return [texts.Dictionary!, .. texts.Journeys, .. texts.Vendors];
    }
}
