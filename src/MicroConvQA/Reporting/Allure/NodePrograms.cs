using System.Diagnostics;

namespace MicroConvQA.Reporting.Allure;

/// <summary>Node.js and npm, as they stand on a search path.</summary>
/// <param name="searchPath">The folders to look in, as in the variable PATH.</param>
internal sealed class NodePrograms(string searchPath)
{
    /// <summary>Allure 3.18 runs on this version and later.</summary>
    private const int OldestMajor = 20;

    /// <summary>Throws <see cref="ReportProblemException"/> unless a Node.js that is new enough and npm are there.</summary>
    public async Task DemandAsync(CancellationToken cancellationToken)
    {
        if (Find("node") is null)
            throw new ReportProblemException($"Node.js was not found on the PATH, and the HTML report is made with it. {Remedy}");
        if (Find("npm") is null)
            throw new ReportProblemException($"npm was not found on the PATH, and it installs what makes the HTML report. {Remedy}");
        var version = (await RunAsync("node", ["--version"], Directory.GetCurrentDirectory(), cancellationToken)).Trim();
        if (!int.TryParse(version.TrimStart('v').Split('.')[0], out var major) || major < OldestMajor)
            throw new ReportProblemException($"Node.js {version} is too old to make the HTML report. {Remedy}");
    }

    /// <summary>
    /// Runs a program to its end and returns what it wrote; a failure becomes a <see cref="ReportProblemException"/> with its last words.
    /// </summary>
    public async Task<string> RunAsync(string program, IEnumerable<string> arguments, string directory, CancellationToken cancellationToken)
    {
        using var process = Start(program, arguments, directory);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        var text = await output + await errors;
        return process.ExitCode == 0
            ? text
            : throw new ReportProblemException(
                $"The HTML report could not be made: '{program} {arguments.First()}' ended with exit code {process.ExitCode} and said: {LastLines(text)}"
            );
    }

    private static string Remedy =>
        $"Install Node.js {OldestMajor} or later (https://nodejs.org) and run 'microconv report' to make it from the results that are already there.";

    private Process Start(string program, IEnumerable<string> arguments, string directory)
    {
        var start = new ProcessStartInfo(
            Find(program) ?? throw new ReportProblemException($"'{program}' was not found on the PATH. {Remedy}"),
            arguments
        )
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["PATH"] = searchPath;
        return Process.Start(start) ?? throw new ReportProblemException($"'{program}' could not be started.");
    }

    private string? Find(string program) =>
        (
            from folder in searchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            from name in OperatingSystem.IsWindows() ? [$"{program}.exe", $"{program}.cmd"] : new[] { program }
            let path = Path.Combine(folder, name)
            where File.Exists(path)
            select path
        ).FirstOrDefault();

    private static string LastLines(string text) =>
        string.Join(" / ", text.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(12));
}
