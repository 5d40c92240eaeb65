using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture.DevTools;

/// <summary>Where a Chromium of this machine speaks its DevTools protocol beside the pipe that Playwright holds.</summary>
internal static partial class DevToolsEndpoint
{
    /// <summary>
    /// Chromium takes a free port on loopback, and writes it with a path that nobody can guess into its throwaway profile.
    /// </summary>
    public const string Argument = "--remote-debugging-port=0";

    private const string Note = "DevToolsActivePort";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <returns>Null where it has none, because an author's argument or a policy says otherwise.</returns>
    public static async Task<Uri?> OfAsync(IBrowser browser, CancellationToken cancellationToken)
    {
        if (await ProfileOfAsync(browser) is not { } profile)
        {
            return null;
        }

        for (var waited = TimeSpan.Zero; waited < Limit; waited += Pause)
        {
            if (await ReadAsync(Path.Combine(profile, Note), cancellationToken) is [var port, var path, ..])
            {
                return new Uri($"ws://127.0.0.1:{port}{path}");
            }

            await Task.Delay(Pause, cancellationToken);
        }

        return null;
    }

    private static async Task<string?> ProfileOfAsync(IBrowser browser)
    {
        var session = await browser.NewBrowserCDPSessionAsync();
        try
        {
            var info = await session.SendAsync("SystemInfo.getInfo");
            var line = info!.Value.GetProperty("commandLine").GetString()!;
            return line.Contains(Argument, StringComparison.Ordinal) && Profile().Match(line) is { Success: true } match
                ? match.Groups["folder"].Value
                : null;
        }
        finally
        {
            await session.DetachAsync();
        }
    }

    private static async Task<string[]> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllLinesAsync(file, cancellationToken);
        }
        catch (IOException)
        {
            // It is not written yet.
            return [];
        }
    }

    [GeneratedRegex("--user-data-dir=(?:\"(?<folder>[^\"]+)\"|(?<folder>\\S+))|\"--user-data-dir=(?<folder>[^\"]+)\"")]
    private static partial Regex Profile();
}
