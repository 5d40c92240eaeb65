using MicroConvQA.Source;

namespace MicroConvQA.Planning;

/// <summary>
/// The door to a folder of journeys: <c>dictionary.yaml</c>, journeys in it and in folders below, fragments in <c>fragments/</c>, declared
/// vendors in <c>vendors/</c>.
/// </summary>
internal static class WorkspaceFolder
{
    /// <summary>The dictionary's file name.</summary>
    public const string DictionaryFile = "dictionary.yaml";

    private const string FragmentsFolder = "fragments";

    private const string VendorsFolder = "vendors";

    private const int MostFiles = 5_000;

    // Links are passed over: no path leaves the workspace.
    private static readonly EnumerationOptions s_deep = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden,
    };

    /// <summary>Reads all texts of a folder; what is wrong is added to the problems.</summary>
    /// <param name="directory">The folder, absolute.</param>
    /// <param name="root">The absolute folder that messages name files relative to.</param>
    /// <param name="problems">Collects what is wrong.</param>
    public static WorkspaceTexts Read(string directory, string root, SourceProblems problems)
    {
        var name = Path.GetRelativePath(root, directory).Replace('\\', '/');
        if (!Directory.Exists(directory))
        {
            problems.Add(
                SourcePlace.Whole(name),
                "there is no such folder of journeys. Make it and put a dictionary.yaml and a journey into it, or name another one by 'testDir'."
            );
            return new WorkspaceTexts(null, []);
        }
        var files = FilesOf(directory);
        if (files.Count > MostFiles)
            problems.Add(SourcePlace.Whole(name), $"the folder holds more than {MostFiles} YAML files. Name a smaller one by 'testDir'.");
        if (!files.Any(file => IsJourney(file, directory)))
            problems.Add(
                SourcePlace.Whole(name),
                $"the folder holds no journey. Write one as {name}/<name>.yaml, or name another folder by 'testDir'."
            );
        var (vendors, journeys) = (
            files.Take(MostFiles).Where(file => IsIn(VendorsFolder, file, directory)),
            files.Take(MostFiles).Where(file => !IsIn(VendorsFolder, file, directory))
        );
        return new WorkspaceTexts(ReadDictionary(directory, name, root, problems), ReadAll(journeys, root, problems))
        {
            Vendors = ReadAll(vendors, root, problems),
        };
    }

    /// <summary>Reads the vendors alone; none where there is no such folder.</summary>
    internal static IReadOnlyList<SourceText> ReadVendors(string directory, string root, SourceProblems problems)
    {
        var vendors = Path.Combine(directory, VendorsFolder);
        return Directory.Exists(vendors) ? ReadAll(FilesOf(vendors).Take(MostFiles), root, problems) : [];
    }

    private static List<string> FilesOf(string directory) =>
        [
            .. Directory
                .EnumerateFiles(directory, "*", s_deep)
                .Where(file => Path.GetExtension(file) is ".yaml" or ".yml" && file != Path.Combine(directory, DictionaryFile))
                .Take(MostFiles + 1)
                .Order(StringComparer.Ordinal),
        ];

    private static IReadOnlyList<SourceText> ReadAll(IEnumerable<string> files, string root, SourceProblems problems) =>
        [.. files.Select(file => SourceFile.TryRead(file, root, problems)).OfType<SourceText>()];

    private static bool IsJourney(string file, string directory) =>
        !IsIn(FragmentsFolder, file, directory) && !IsIn(VendorsFolder, file, directory);

    private static bool IsIn(string folder, string file, string directory) =>
        Path.GetRelativePath(directory, file).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static SourceText? ReadDictionary(string directory, string name, string root, SourceProblems problems)
    {
        var path = Path.Combine(directory, DictionaryFile);
        if (File.Exists(path))
            return SourceFile.TryRead(path, root, problems);
        problems.Add(
            SourcePlace.Whole(name),
            $"the folder holds no {DictionaryFile}. Write {name}/{DictionaryFile}: it defines the conversions that journeys expect."
        );
        return null;
    }
}

/// <summary>The texts of a folder of journeys.</summary>
/// <param name="Dictionary">The dictionary; null where it could not be read, which is a problem.</param>
/// <param name="Journeys">The journeys and their fragments, in the order of their names.</param>
internal sealed record WorkspaceTexts(SourceText? Dictionary, IReadOnlyList<SourceText> Journeys)
{
    /// <summary>The vendors that the workspace declares.</summary>
    public IReadOnlyList<SourceText> Vendors { get; init; } = [];
}
