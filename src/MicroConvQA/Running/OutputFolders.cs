using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Reports;
using MicroConvQA.Source;

namespace MicroConvQA.Running;

/// <summary>The folders that a run writes to; one that cannot be written is found before anything is walked.</summary>
internal static class OutputFolders
{
    /// <summary>What the author does about a folder that cannot be written.</summary>
    public const string Remedy = "Name another folder by 'outputDir' or --output.";

    /// <exception cref="SourceProblemException">A folder cannot be made or written; the message says which and why.</exception>
    public static void Demand(RunConfiguration configuration)
    {
        var file = SourcePlace.Whole(configuration.Source.File);
        List<SourceProblem> problems =
        [
            .. Of(configuration).Select(ProblemOf).OfType<string>().Select(problem => new SourceProblem(file, $"{problem} {Remedy}")),
        ];
        if (problems.Count > 0)
            throw new SourceProblemException(problems);
    }

    /// <summary>Makes a folder and a file in it, and removes the file.</summary>
    /// <returns>Why it cannot be written; null = it can.</returns>
    public static string? ProblemOf(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".microconv-{Guid.NewGuid():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return null;
        }
        catch (Exception problem) when (DiskFault.Is(problem) && !DiskFault.IsFull(problem))
        {
            var reason = FileInTheWay(folder) is { } file ? $"{file} is a file." : problem.Message;
            return $"{folder} cannot be written: {reason}";
        }
    }

    private static string? FileInTheWay(string? path)
    {
        while (path is not null && !File.Exists(path))
            path = Path.GetDirectoryName(path);
        return path;
    }

    private static IEnumerable<string> Of(RunConfiguration configuration) =>
        configuration.Reporters.ContainsKey(Reporters.Allure)
            ? [configuration.OutputDirectory, configuration.AllureResultsDirectory]
            : [configuration.OutputDirectory];
}
