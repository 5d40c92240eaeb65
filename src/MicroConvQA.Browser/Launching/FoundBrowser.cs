using MicroConvQA.Configuration.Devices;

namespace MicroConvQA.Browser.Launching;

/// <summary>A browser that can be started.</summary>
/// <param name="Engine">The engine that it really is.</param>
/// <param name="Path">Its executable, or the endpoint of one that runs elsewhere.</param>
/// <param name="Channel">What Playwright must be told beside the path; null = nothing.</param>
/// <param name="FoundBy">Where it was found, in words: <c>Debian's chromium</c>.</param>
internal sealed record FoundBrowser(BrowserEngine Engine, string Path, string? Channel, string FoundBy)
{
    /// <summary>Where it runs elsewhere and is connected to; null = on this machine.</summary>
    public RemoteBrowser? Remote { get; init; }
}
