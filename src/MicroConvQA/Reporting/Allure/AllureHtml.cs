using Newtonsoft.Json;

namespace MicroConvQA.Reporting.Allure;

/// <summary>
/// Makes the HTML report from Allure result files with the pinned npm package <c>allure</c>: one file that opens from disk, grouped by
/// funnel stage, conversion and journey, with the trend of earlier reports.
/// </summary>
/// <param name="searchPath">The folders where Node.js and npm are looked for, as in the variable PATH.</param>
/// <param name="cacheDirectory">The folder into which the package is installed when it is first needed.</param>
internal sealed class AllureHtml(string searchPath, string cacheDirectory)
{
    private const int RememberedReports = 90;

    private static readonly string[] Groups = ["epic", "feature", "story"];

    // What other tools need and people do not.
    private static readonly string[] HiddenLabels = ["framework", "language", "host", "thread", "parentSuite", "suite"];

    private readonly NodePrograms node = new(searchPath);

    /// <summary>The generator as a user's machine has it: programs from PATH, the package in the user's own cache folder.</summary>
    public static AllureHtml OfThisMachine() =>
        new(
            Environment.GetEnvironmentVariable("PATH") ?? "",
            Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
                "microconv"
            )
        );

    /// <summary>Throws <see cref="ReportProblemException"/> with the remedy where what makes the report is not on this machine.</summary>
    public Task DemandAsync(CancellationToken cancellationToken) => node.DemandAsync(cancellationToken);

    /// <summary>
    /// Makes the report and returns the path of its <c>index.html</c>; throws <see cref="ReportProblemException"/> with the remedy where
    /// Node.js is missing or the package cannot be installed. The trend is kept in <c>.allure/history.jsonl</c> beside the report's folder.
    /// </summary>
    public async Task<string> GenerateAsync(string resultsDirectory, string reportDirectory, CancellationToken cancellationToken)
    {
        await node.DemandAsync(cancellationToken);
        var script = await new AllurePackage(node, cacheDirectory).InstallAsync(cancellationToken);
        var home = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(reportDirectory)))!;
        Directory.CreateDirectory(home);
        var config = Path.Combine(Directory.CreateTempSubdirectory("microconv-allure-").FullName, "allurerc.json");
        try
        {
            await File.WriteAllTextAsync(
                config,
                Configuration(reportDirectory, Path.Combine(home, ".allure", "history.jsonl")),
                cancellationToken
            );
            await node.RunAsync(
                "node",
                [script, "generate", "--config", config, "--output", reportDirectory, resultsDirectory],
                home,
                cancellationToken
            );
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(config)!, recursive: true);
        }

        return await WithoutTelemetryAsync(Path.Combine(reportDirectory, "index.html"), cancellationToken);
    }

    private static async Task<string> WithoutTelemetryAsync(string index, CancellationToken cancellationToken)
    {
        if (!File.Exists(index))
            throw new ReportProblemException(
                $"Allure said that it was done, but '{index}' is not there. Run 'microconv doctor' and report this with its output."
            );
        var html = await File.ReadAllTextAsync(index, cancellationToken);
        await File.WriteAllTextAsync(index, AllureTelemetry.RemovedFrom(html), cancellationToken);
        return index;
    }

    private static string Configuration(string reportDirectory, string history) =>
        JsonConvert.SerializeObject(
            new
            {
                name = "MicroConvQA",
                output = reportDirectory,
                historyPath = history,
                historyLimit = RememberedReports,
                hideLabels = HiddenLabels,
                categories = AllureCategories.All,
                plugins = new
                {
                    awesome = new
                    {
                        options = new
                        {
                            reportName = "MicroConvQA",
                            // The default, a folder of files, never gets past its spinner when it is opened from disk.
                            singleFile = true,
                            groupBy = Groups,
                            reportLanguage = "en",
                            theme = "auto",
                            defaultSortBy = "name,asc",
                        },
                    },
                },
            }
        );
}
