using System.Text.RegularExpressions;
using MicroConvQA.Running;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Launching;

/// <summary>Words why a browser that is there did not start.</summary>
internal static partial class LaunchFailure
{
    private const int MostLines = 3;

    public static WalkObstacleException Of(PlaywrightException exception, FoundBrowser browser) =>
        new(
            browser.Remote is { } remote
                ? $"{remote.Endpoint} could not be connected to: {exception.Message.Split('\n')[0].Trim().TrimEnd('.')}. Start it there by 'npx playwright@{PlaywrightVersion} run-server --port {new Uri(remote.Endpoint).Port} --unsafe', or correct 'connectOptions'."
            : NeedsDisplay(exception.Message)
                ? $"{browser.Path} did not start: a visible browser needs a display, and this machine has none. Leave --headed out, set 'headless' to true, or run it under xvfb-run."
            : $"{browser.Path} did not start: {Said(exception.Message)} Start it by hand to see more, or name another by 'executablePath'."
        );

    // Both ends must be of one version.
    private static string PlaywrightVersion => typeof(IPlaywright).Assembly.GetName().Version!.ToString(2);

    private static bool NeedsDisplay(string message) =>
        message.Contains("Missing X server", StringComparison.Ordinal) || message.Contains("XServer running", StringComparison.Ordinal);

    // The browser's own last lines say why; without them the first line of what Playwright says.
    private static string Said(string message)
    {
        var lines = OwnLine()
            .Matches(message)
            .Select(match => match.Groups["text"].Value.Trim())
            .Where(line => line.Length > 0)
            .Distinct()
            .ToList();
        return lines.Count > 0 ? $"it said '{string.Join(" ", lines.TakeLast(MostLines))}'." : message.Split('\n')[0].Trim();
    }

    [GeneratedRegex(@"\[pid=\d+\]\[err\] (?<text>[^\n]*)")]
    private static partial Regex OwnLine();
}
