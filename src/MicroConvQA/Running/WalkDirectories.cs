using MicroConvQA.Planning;

namespace MicroConvQA.Running;

/// <summary>Where each walk keeps its recording, trace and screenshots: a folder of its own beneath the run's output folder.</summary>
public sealed class WalkDirectories(string root)
{
    /// <summary>The file that makes a folder a walk's.</summary>
    public const string RecordingFile = "recording.json";

    /// <summary>The absolute folder of a walk; a further attempt has its own, so that the evidence of the first stays.</summary>
    public string Of(Walk walk) => Path.Combine(root, walk.Attempt == 1 ? walk.Id : $"{walk.Id}.attempt-{walk.Attempt}");

    /// <summary>Removes the folders of earlier runs; anything that holds no recording is left alone, wherever the author points the output to.</summary>
    public void Clear()
    {
        if (!Directory.Exists(root))
            return;

        foreach (var folder in Directory.GetDirectories(root).Where(folder => File.Exists(Path.Combine(folder, RecordingFile))))
            Directory.Delete(folder, recursive: true);
    }
}
