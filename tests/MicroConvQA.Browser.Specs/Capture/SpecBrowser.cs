using MicroConvQA.Browser.Capture;
using MicroConvQA.Browser.Capture.Wire;
using MicroConvQA.Configuration;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Specs.Capture;

/// <summary>A Chromium with a capture attached, shared by the specs of a fixture.</summary>
internal sealed class SpecBrowser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;

    private SpecBrowser(IPlaywright playwright, IBrowser browser, ITrafficCapture capture) =>
        (_playwright, Browser, Capture) = (playwright, browser, capture);

    public IBrowser Browser { get; }

    public ITrafficCapture Capture { get; }

    public static async Task<SpecBrowser> StartAsync(NetworkMode network = NetworkMode.Sinkhole, params string[] arguments)
    {
        var playwright = await Playwright.CreateAsync();
        var capture = new WireCapture(new SpecKnowledge(), network, BrowserEngine.Chromium);
        var options = new BrowserTypeLaunchOptions { ExecutablePath = Executable(), Args = ["--no-sandbox", "--disable-quic", .. arguments] };
        capture.PrepareLaunch(options);
        var browser = await playwright.Chromium.LaunchAsync(options);
        await capture.AttachAsync(browser, CancellationToken.None);
        return new SpecBrowser(playwright, browser, capture);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.CloseAsync();
        await Capture.DisposeAsync();
        _playwright.Dispose();
    }

    private static string? Executable() => Environment.GetEnvironmentVariable("MICROCONV_BROWSER") ?? new[] { "/usr/bin/chromium" }.FirstOrDefault(File.Exists);
}
