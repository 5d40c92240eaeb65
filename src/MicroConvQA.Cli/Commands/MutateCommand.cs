using System.Diagnostics;
using MicroConvQA.Browser.Composing;
using MicroConvQA.Cli.Display;
using MicroConvQA.Mutation;
using MicroConvQA.Recording;
using MicroConvQA.Reporting.Mutants;
using MicroConvQA.Running;
using MicroConvQA.Source;

namespace MicroConvQA.Cli.Commands;

/// <summary>Puts faults into the recordings of a run that passed, and shows which of them the checklist does not find.</summary>
/// <param name="composition">Reads configurations.</param>
/// <param name="screen">The console.</param>
/// <param name="output">Where JSON goes, letter for letter.</param>
internal sealed class MutateCommand(BrowserlessComposition composition, Screen screen, TextWriter output)
{
    // 'run --output' puts the walks' folders into a folder of its own.
    private static readonly EnumerationOptions Beneath = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 2,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    public async Task<ExitCode> MutateAsync(MutateOptions options, CancellationToken cancellationToken)
    {
        var (recordings, passedOver) = Chosen(await ReadAsync(options.Path, cancellationToken), options.AllDevices);
        var started = Stopwatch.GetTimestamp();
        var report = new MutationRun(composition.RecordingJudge).Of(recordings, ChecklistIn(options.Journeys), cancellationToken);
        var took = Stopwatch.GetElapsedTime(started);
        if (options.Format == OutputFormat.Json)
            MutationJson.Write(report, output);
        else
            screen.Write(MutationPage.Of(report, passedOver, took));
        return report.Score >= options.Threshold ? ExitCode.Passed : ExitCode.TrackingFailed;
    }

    private static async Task<IReadOnlyList<JourneyRecording>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(path) || File.Exists(Path.Combine(path, RecordingStore.FileName)))
            return [await RecordingStore.ReadAsync(path, cancellationToken)];
        List<JourneyRecording> recordings = [];
        foreach (var file in Directory.EnumerateFiles(path, RecordingStore.FileName, Beneath).Order(StringComparer.Ordinal))
            if (await RecordingStore.ReadAsync(file, cancellationToken) is { Walk: { Canary: null, Variant: null } } recording)
                recordings.Add(recording);
        return recordings.Count > 0
            ? recordings
            : throw new RecordingUnreadableException(
                $"There is no recording in '{path}' nor in a folder of it. Run the journeys first ('microconv run'), or name the folder that 'run --output' named."
            );
    }

    /// <summary>A checklist is the same on every device: one walk of each journey, consent state and row speaks for the others.</summary>
    private static (IReadOnlyList<JourneyRecording> Recordings, int PassedOver) Chosen(IReadOnlyList<JourneyRecording> all, bool allDevices)
    {
        if (allDevices)
            return (all, 0);
        List<JourneyRecording> chosen =
        [
            .. all.GroupBy(recording =>
                    (
                        recording.Walk.Journey,
                        recording.Walk.Consent,
                        Row: string.Join(", ", recording.Walk.Row.Select(value => $"{value.Key}={value.Value}"))
                    )
                )
                .Select(walks => walks.First()),
        ];
        return (chosen, all.Count - chosen.Count);
    }

    private static IReadOnlyList<SourceText>? ChecklistIn(string? journeys)
    {
        if (journeys is null)
            return null;
        var texts = ChecklistFolder.Read(journeys);
        return [texts.Dictionary!, .. texts.Journeys, .. texts.Vendors];
    }
}
