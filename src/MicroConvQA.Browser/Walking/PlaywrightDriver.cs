using MicroConvQA.Browser.Capture;
using MicroConvQA.Browser.Capture.Wire;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Configuration;
using MicroConvQA.Dictionary;
using MicroConvQA.Planning;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Walking;

/// <summary>Playwright, started once for a process: what it knows of devices and browsers, and walkers over it.</summary>
internal sealed class PlaywrightDriver : IDisposable
{
    private readonly IPlaywright _playwright;

    private PlaywrightDriver(IPlaywright playwright)
    {
        _playwright = playwright;
        Devices = new PlaywrightDevices(playwright);
        Browsers = BrowserFinder.OnThisMachine(playwright);
    }

    public static async Task<PlaywrightDriver> StartAsync() => new(await Playwright.CreateAsync());

    /// <summary>The devices that can be emulated.</summary>
    public PlaywrightDevices Devices { get; }

    /// <summary>The browsers of this machine.</summary>
    public BrowserFinder Browsers { get; }

    /// <summary>A walker that owns the browsers it starts.</summary>
    /// <param name="configuration">The run's configuration, with the base URL of the site that is up.</param>
    /// <param name="dictionary">The run's dictionary.</param>
    /// <param name="knowledge">Tells hits from other requests.</param>
    /// <param name="directoryOf">The folder that a walk's files go to, absolute.</param>
    /// <param name="options">What walks need beside the configuration.</param>
    public BrowserWalker WalkerOf(
        RunConfiguration configuration,
        ConversionDictionary dictionary,
        ITrafficKnowledge knowledge,
        Func<Walk, string> directoryOf,
        BrowserWalkerOptions options
    )
    {
        var settings = new LaunchSettings { Headed = !configuration.Headless, SlowMotion = configuration.SlowMotion };
        BrowserPool PoolOf(IPlaywright driver) =>
            new(driver, Browsers, found => new WireCapture(knowledge, configuration.Network, found.Engine, found.Remote), settings);

        var supply = new BrowserSupply(PoolOf(_playwright), PoolOf, Playwright.CreateAsync);
        return new BrowserWalker(supply, Devices, configuration, dictionary, knowledge, directoryOf, options);
    }

    public void Dispose() => DriverEnd.Of(_playwright);
}
