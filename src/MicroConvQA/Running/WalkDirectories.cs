using MicroConvQA.Planning;

namespace MicroConvQA.Running;

/// <summary>Where each walk keeps its recording, trace and screenshots: a folder of its own beneath the run's output folder.</summary>
internal sealed class WalkDirectories(string root)
{
    /// <summary>The file that makes a folder a walk's.</summary>
    public const string RecordingFile = "recording.json";

    private const string AttemptMark = ".attempt-";

    /// <summary>The absolute folder of a walk; a further attempt has its own, so that the evidence of the first stays.</summary>
    public string Of(Walk walk) => Path.Combine(root, walk.Attempt == 1 ? walk.Id : $"{walk.Id}{AttemptMark}{walk.Attempt}");

    /// <summary>
    /// Removes what earlier runs left: folders with a recording, and those of the walks that are to be walked now, which a stopped run may
    /// have left without one. Anything else is left alone, wherever the author points the output to.
    /// </summary>
    public void Clear(IReadOnlyList<Walk> walks)
    {
        if (!Directory.Exists(root))
            return;

        var ids = walks.Select(walk => walk.Id).ToHashSet();
        foreach (var folder in Directory.GetDirectories(root).Where(folder => IsRecorded(folder) || ids.Contains(IdOf(folder))))
            Directory.Delete(folder, recursive: true);
    }

    private static bool IsRecorded(string folder) => File.Exists(Path.Combine(folder, RecordingFile));

    private static string IdOf(string folder) => Path.GetFileName(folder).Split(AttemptMark)[0];
}
