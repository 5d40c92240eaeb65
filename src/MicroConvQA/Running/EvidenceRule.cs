using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Judging;
using MicroConvQA.Recording;

namespace MicroConvQA.Running;

/// <summary>Drops what a device keeps only of walks that did not pass: the walk itself cannot know yet whether it will be needed.</summary>
internal static class EvidenceRule
{
    /// <summary>The recording without what was dropped, whose files are deleted; the same recording where nothing was.</summary>
    public static JourneyRecording Apply(JourneyRecording recording, VerdictStatus status, DeviceProject device, string directory)
    {
        if (status is VerdictStatus.Broken or VerdictStatus.Failed)
            return recording;

        var kept = recording with
        {
            Trace = Kept(recording.Trace, device.Trace),
            Video = Kept(recording.Video, device.Video),
            Steps =
            [
                .. recording.Steps.Select(step =>
                    step with
                    {
                        Screenshot = Kept(step.Screenshot, device.Screenshot),
                        Markup = Kept(step.Markup, device.Trace),
                    }
                ),
            ],
        };
        var dropped = FilesOf(recording).Except(FilesOf(kept)).ToList();
        foreach (var file in dropped)
            File.Delete(Path.Combine(directory, file));

        return dropped.Count == 0 ? recording : kept;
    }

    private static string? Kept(string? file, ArtifactMode mode) => mode == ArtifactMode.RetainOnFailure ? null : file;

    private static IEnumerable<string> FilesOf(JourneyRecording recording) =>
        recording
            .Steps.SelectMany(step => new[] { step.Screenshot, step.Markup })
            .Append(recording.Trace)
            .Append(recording.Video)
            .OfType<string>();
}
