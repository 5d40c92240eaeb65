using MicroConvQA.Running;

namespace MicroConvQA.Reporting;

/// <summary>
/// Writes one report of a run. An implementer must write the same report for the same result, must not change the result, and may throw:
/// a failing reporter is named in the output and the others still run.
/// </summary>
public interface IReporter
{
    /// <summary>The name in the configuration's <c>reporter</c>: <c>allure</c>.</summary>
    string Name { get; }

    /// <summary>Writes the report and returns where it is, or null where there is nothing to open.</summary>
    Task<string?> ReportAsync(RunResult result, CancellationToken cancellationToken);
}
