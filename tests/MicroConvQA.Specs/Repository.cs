using System.Runtime.CompilerServices;

namespace MicroConvQA.Specs;

/// <summary>Where the repository's own files are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string SourceOf(string assembly) => Path.Combine(Root, "src", assembly == "microconv" ? "MicroConvQA.Cli" : assembly);

    private static string Find([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
