using MicroConvQA.Browser.Capture;
using MicroConvQA.Browser.Capture.Wire;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Configuration.Network;
using MicroConvQA.Specs;
using MicroConvQA.Specs.Browser.Capture;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Specs.Capture;

/// <summary>A browser with a capture attached: one that all specs share, or a fixture's own.</summary>
internal sealed class SpecBrowser : IAsyncDisposable
{
    private readonly BrowserPool? _own;
    private readonly PooledBrowser _browser;

    private SpecBrowser(PooledBrowser browser, BrowserPool? own) => (_browser, _own) = (browser, own);

    public IBrowser Browser => _browser.Browser;

    public ITrafficCapture Capture => _browser.Capture;

    /// <summary>The browser that specs share.</summary>
    /// <param name="engine">The browser's engine.</param>
    /// <param name="knowledge">Tells hits from other requests; null = a made-up vendor's.</param>
    /// <param name="arguments">Launch arguments; null = none.</param>
    public static async Task<SpecBrowser> SharedAsync(
        BrowserEngine engine = BrowserEngine.Chromium,
        ITrafficKnowledge? knowledge = null,
        IReadOnlyList<string>? arguments = null
    )
    {
        var pool = await SharedBrowsers.PoolAsync(knowledge ?? SpecKnowledge.Shared);
        return new SpecBrowser(
            await pool.GetAsync(Any.Device() with { Engine = engine, LaunchArguments = arguments ?? [] }, CancellationToken.None),
            own: null
        );
    }

    /// <summary>A browser of the fixture's own.</summary>
    /// <param name="network">Where requests go.</param>
    public static Task<SpecBrowser> StartAsync(NetworkRules network) => StartAsync(Any.Device(), network);

    /// <summary>A browser of the fixture's own.</summary>
    /// <param name="device">The device whose browser it is.</param>
    /// <param name="network">Where requests go; null = nowhere.</param>
    /// <param name="mayOverhear">Whether a Chromium may be overheard.</param>
    public static async Task<SpecBrowser> StartAsync(DeviceProject device, NetworkRules? network = null, bool mayOverhear = true)
    {
        var playwright = await SharedBrowsers.DriverAsync();
        var pool = new BrowserPool(
            playwright,
            BrowserFinder.OnThisMachine(playwright),
            found => new WireCapture(SpecKnowledge.Shared, network ?? NetworkRules.Sinkhole, found.Engine, found.Remote)
            {
                MayOverhear = mayOverhear,
            },
            new LaunchSettings()
        );
        return new SpecBrowser(await pool.GetAsync(device, CancellationToken.None), pool);
    }

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;
}
