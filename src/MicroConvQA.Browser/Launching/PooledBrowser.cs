using MicroConvQA.Browser.Capture;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Launching;

/// <summary>A running browser process with the capture that watches it.</summary>
internal sealed record PooledBrowser(IBrowser Browser, ITrafficCapture Capture, BrowserSearch Search)
{
    public FoundBrowser Found => Search.Found!;

    /// <summary>What it calls itself; asked only of browsers that are to hide that they are driven.</summary>
    public string UserAgent { get; init; } = "";
}
