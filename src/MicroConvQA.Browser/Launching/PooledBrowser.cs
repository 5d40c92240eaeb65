using Microsoft.Playwright;
using MicroConvQA.Browser.Capture;

namespace MicroConvQA.Browser.Launching;

/// <summary>A running browser process with the capture that watches it.</summary>
public sealed record PooledBrowser(IBrowser Browser, ITrafficCapture Capture, BrowserSearch Search)
{
    public FoundBrowser Found => Search.Found!;
}
