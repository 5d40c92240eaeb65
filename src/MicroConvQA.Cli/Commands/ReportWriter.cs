using MicroConvQA.Cli.Display;
using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Reports;
using MicroConvQA.Reporting;
using MicroConvQA.Running;

namespace MicroConvQA.Cli.Commands;

/// <summary>Writes all reports, one after the other; one that fails is named and does not keep the others from being written.</summary>
internal sealed class ReportWriter(Screen screen)
{
    // Not cancelled by Ctrl-C: what was walked until then is what one wants to look at.
    public async Task<IReadOnlyList<WrittenReport>> WriteAsync(RunResult result, IReadOnlyList<IReporter> reporters)
    {
        List<WrittenReport> written = [];
        foreach (var reporter in reporters)
            written.Add(await WriteAsync(result, reporter));

        return written;
    }

    private async Task<WrittenReport> WriteAsync(RunResult result, IReporter reporter)
    {
        try
        {
            var place = await reporter.ReportAsync(result, CancellationToken.None);
            return new WrittenReport(reporter.Name, place ?? FilesOf(reporter, result.Plan.Configuration), null);
        }
        catch (ReportProblemException problem)
        {
            return new WrittenReport(reporter.Name, FilesOf(reporter, result.Plan.Configuration), problem.Message);
        }
        catch (Exception fault) when (DiskFault.Is(fault))
        {
            return new WrittenReport(
                reporter.Name,
                FilesOf(reporter, result.Plan.Configuration),
                $"it could not be written: {DiskFault.Reason(fault)}."
            );
        }
        catch (Exception bug)
        {
            screen.WriteError(bug.ToString().Split('\n').Select(line => Line.Of(line.TrimEnd(), Tone.Quiet)));
            return new WrittenReport(
                reporter.Name,
                null,
                $"{bug.GetType().Name}: {bug.Message} This is a bug of the tool; its details are in the error output."
            );
        }
    }

    /// <summary>
    /// What the run tells its caller: who was promised a report and has none must not be told that all is well, or that only the shop is
    /// to be mended.
    /// </summary>
    public static ExitCode ExitCodeOf(RunResult result, IReadOnlyList<WrittenReport> reports) =>
        result.ExitCode != ExitCode.Interrupted && reports.Any(report => report.Problem is not null)
            ? ExitCode.HarnessFailed
            : result.ExitCode;

    /// <summary>What a report leaves even where there is nothing to open.</summary>
    private static string? FilesOf(IReporter reporter, RunConfiguration configuration) =>
        reporter.Name == Reporters.Allure ? configuration.AllureResultsDirectory : null;
}
