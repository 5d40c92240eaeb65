using MicroConvQA.Configuration.Devices;

namespace MicroConvQA.Browser.Launching;

/// <summary>A place where a system keeps a browser that was installed without Playwright.</summary>
/// <param name="Title">What messages call it.</param>
/// <param name="Engine">Its engine.</param>
/// <param name="Path">Its executable.</param>
/// <param name="Channel">The name that <c>use.channel</c> has for it; null = none.</param>
internal sealed record KnownBrowser(string Title, BrowserEngine Engine, string Path, string? Channel = null)
{
    /// <summary>The places of all systems, the usual first; those of other systems simply do not exist.</summary>
    public static IReadOnlyList<KnownBrowser> All { get; } =
    [
        new("Google Chrome", BrowserEngine.Chromium, "/opt/google/chrome/chrome", "chrome"),
        new("Google Chrome", BrowserEngine.Chromium, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "chrome"),
        new(
            "Google Chrome",
            BrowserEngine.Chromium,
            Windows(Environment.SpecialFolder.ProgramFiles, @"Google\Chrome\Application\chrome.exe"),
            "chrome"
        ),
        new(
            "Google Chrome",
            BrowserEngine.Chromium,
            Windows(Environment.SpecialFolder.ProgramFilesX86, @"Google\Chrome\Application\chrome.exe"),
            "chrome"
        ),
        new(
            "Google Chrome",
            BrowserEngine.Chromium,
            Windows(Environment.SpecialFolder.LocalApplicationData, @"Google\Chrome\Application\chrome.exe"),
            "chrome"
        ),
        new("Microsoft Edge", BrowserEngine.Chromium, "/opt/microsoft/msedge/msedge", "msedge"),
        new("Microsoft Edge", BrowserEngine.Chromium, "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge", "msedge"),
        new(
            "Microsoft Edge",
            BrowserEngine.Chromium,
            Windows(Environment.SpecialFolder.ProgramFilesX86, @"Microsoft\Edge\Application\msedge.exe"),
            "msedge"
        ),
        new(
            "Microsoft Edge",
            BrowserEngine.Chromium,
            Windows(Environment.SpecialFolder.ProgramFiles, @"Microsoft\Edge\Application\msedge.exe"),
            "msedge"
        ),
        new("the distribution's chromium", BrowserEngine.Chromium, "/usr/bin/chromium"),
        new("the distribution's chromium", BrowserEngine.Chromium, "/usr/bin/chromium-browser"),
        new("the distribution's firefox-esr", BrowserEngine.Firefox, "/usr/bin/firefox-esr"),
        new("the distribution's firefox", BrowserEngine.Firefox, "/usr/bin/firefox"),
        new("Firefox", BrowserEngine.Firefox, "/Applications/Firefox.app/Contents/MacOS/firefox"),
        new("Firefox", BrowserEngine.Firefox, Windows(Environment.SpecialFolder.ProgramFiles, @"Mozilla Firefox\firefox.exe")),
    ];

    private static string Windows(Environment.SpecialFolder folder, string path) =>
        System.IO.Path.Combine(Environment.GetFolderPath(folder), path);
}
