namespace MicroConvQA.Cli.Display;

/// <summary>Paths as people read them: relative to where they are, as long as that is shorter.</summary>
internal static class ShownPath
{
    /// <param name="path">An absolute path.</param>
    /// <param name="from">The folder that the tool was called in.</param>
    public static string Of(string path, string from)
    {
        var relative = Path.GetRelativePath(from, path);

        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
