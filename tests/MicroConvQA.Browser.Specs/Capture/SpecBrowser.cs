using MicroConvQA.Browser.Capture;
using MicroConvQA.Browser.Capture.Wire;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Configuration;
using MicroConvQA.Specs;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Specs.Capture;

/// <summary>A browser with a capture attached, shared by the specs of a fixture.</summary>
internal sealed class SpecBrowser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly BrowserPool _pool;
    private readonly PooledBrowser _browser;

    private SpecBrowser(IPlaywright playwright, BrowserPool pool, PooledBrowser browser) => (_playwright, _pool, _browser) = (playwright, pool, browser);

    public IBrowser Browser => _browser.Browser;

    public ITrafficCapture Capture => _browser.Capture;

    /// <param name="network">Where requests go.</param>
    /// <param name="engine">The browser's engine.</param>
    /// <param name="knowledge">Tells hits from other requests; null = a made-up vendor's.</param>
    /// <param name="arguments">Launch arguments; null = none.</param>
    public static Task<SpecBrowser> StartAsync(
        NetworkRules? network = null, BrowserEngine engine = BrowserEngine.Chromium, ITrafficKnowledge? knowledge = null, IReadOnlyList<string>? arguments = null) =>
        StartAsync(Any.Device() with { Engine = engine, LaunchArguments = arguments ?? [] }, network, knowledge);

    /// <param name="device">The device whose browser it is.</param>
    /// <param name="network">Where requests go.</param>
    /// <param name="knowledge">Tells hits from other requests; null = a made-up vendor's.</param>
    /// <param name="mayOverhear">Whether a Chromium may be overheard.</param>
    public static async Task<SpecBrowser> StartAsync(DeviceProject device, NetworkRules? network = null, ITrafficKnowledge? knowledge = null, bool mayOverhear = true)
    {
        var known = knowledge ?? new SpecKnowledge();
        var playwright = await Playwright.CreateAsync();
        var pool = new BrowserPool(
            playwright, BrowserFinder.OnThisMachine(playwright), found => new WireCapture(known, network ?? NetworkRules.Sinkhole, found.Engine, found.Remote) { MayOverhear = mayOverhear }, new LaunchSettings());
        return new SpecBrowser(playwright, pool, await pool.GetAsync(device, CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        await _pool.DisposeAsync();
        _playwright.Dispose();
    }
}
