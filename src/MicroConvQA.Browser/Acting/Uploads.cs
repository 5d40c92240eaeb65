using MicroConvQA.Source;

namespace MicroConvQA.Browser.Acting;

/// <summary>Finds the files that a journey uploads: beside the journey, and never outside of the workspace.</summary>
internal sealed class Uploads(string workspace)
{
    public IReadOnlyList<string> Find(IEnumerable<string> files, SourcePlace place) => [.. files.Select(file => Find(file, place))];

    private string Find(string file, SourcePlace place)
    {
        var root = Path.GetFullPath(workspace);
        var folder = Path.GetDirectoryName(place.File) ?? "";
        var path = Path.GetFullPath(Path.Combine(root, folder, file));

        if (!IsBeneath(root, path) || IsLinkOut(root, path))
            throw new WalkBrokenException($"The file '{file}' lies outside of the workspace {root}. Put it beside the journey.");
        return File.Exists(path)
            ? path
            : throw new WalkBrokenException(
                $"There is no file '{file}' to upload; it was looked for at {path}. Paths are relative to the journey's file."
            );
    }

    private static bool IsLinkOut(string root, string path) =>
        new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) is { } target && !IsBeneath(root, target.FullName);

    private static bool IsBeneath(string root, string path) =>
        path.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
