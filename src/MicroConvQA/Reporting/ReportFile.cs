using System.Text;
using MicroConvQA.Configuration;

namespace MicroConvQA.Reporting;

/// <summary>Where a report of one file goes: the place that the configuration names, else a file in the output folder.</summary>
internal static class ReportFile
{
    public static string PathOf(RunConfiguration configuration, string reporter, string fileName) =>
        configuration.Reporters.TryGetValue(reporter, out var path) && path is not null
            ? Path.GetFullPath(path)
            : Path.Combine(configuration.OutputDirectory, fileName);

    public static async Task<string> WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, new UTF8Encoding(false), cancellationToken);
        return path;
    }
}
