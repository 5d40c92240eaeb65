using System.ComponentModel;
using System.Diagnostics;
using MicroConvQA.Cli.Display;

namespace MicroConvQA.Cli.Commands;

/// <summary>Opens the HTML report with the system's browser.</summary>
internal static class ReportOpener
{
    public static void Open(IReadOnlyList<WrittenReport> reports, Screen screen)
    {
        if (
            reports.FirstOrDefault(report => report.Place?.EndsWith(".html", StringComparison.OrdinalIgnoreCase) == true)?.Place
            is not { } page
        )
        {
            screen.Write(Line.Of("There is no HTML report to open.", Tone.Doubtful));
            return;
        }

        try
        {
            Process.Start(new ProcessStartInfo(page) { UseShellExecute = true })?.Dispose();
        }
        catch (Win32Exception problem)
        {
            screen.Write(Line.Of($"{page} could not be opened: {problem.Message}. Open it by hand.", Tone.Doubtful));
        }
    }
}
