using MicroConvQA.Browser.Capture;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Browser.Specs.Capture;
using MicroConvQA.Browser.Walking;
using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Running;
using MicroConvQA.Specs;
using MicroConvQA.Specs.Browser.Capture;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Specs.Walking;

/// <summary>A shop that the harness has never seen, with a vendor of its own, and a walker set up for it.</summary>
internal sealed class ForeignShop : IAsyncDisposable
{
    // Beacons go to the vendor's host, /collect?n=event; nothing here has our demo shop's markup.
    private const string Tracking =
        "<meta charset=utf-8><meta name=viewport content='width=device-width'><script>const hit = name => navigator.sendBeacon('/collect?n=' + name);</script>";

    private readonly IPlaywright _playwright;
    private readonly SpecSite _site;
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory();
    private readonly ITrafficKnowledge _knowledge;

    private readonly BrowserSupply _browsers;

    private ForeignShop(IPlaywright playwright, BrowserPool pool, BrowserSupply browsers, SpecSite site, ITrafficKnowledge knowledge)
    {
        (_playwright, Pool, _browsers, _site, _knowledge) = (playwright, pool, browsers, site, knowledge);
        Destination = new()
        {
            Name = "acme",
            Title = "Acme Metrics",
            Vendor = "spec",
        };
        Configuration = Any.Configuration(Destination) with
        {
            BaseUrl = site.Origin,
            Settle = new() { Within = TimeSpan.FromSeconds(5), Horizon = TimeSpan.FromSeconds(1) },
            Consent = [new ConsentPreset { Name = "none" }],
            DefaultConsent = "none",
        };
    }

    /// <summary>The browsers, which other shops share.</summary>
    public BrowserPool Pool { get; }

    public Destination Destination { get; }

    public RunConfiguration Configuration { get; set; }

    public Func<string, string?> Environment { get; set; } = _ => null;

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public string Origin => _site.Origin;

    /// <summary>The shop under a name that is no loopback's; a device must resolve it.</summary>
    public string NamedOrigin => Origin.Replace("127.0.0.1", "shop.example", StringComparison.Ordinal);

    public ConversionDictionary Dictionary { get; set; } =
        Any.Dictionary(Any.Conversion("termek", "acme"), Any.Conversion("kosarba", "acme"));

    /// <summary>What arrived at the shop and is no page: a beacon there escaped the capture.</summary>
    public IReadOnlyList<string> Arrived => _site.Arrived;

    /// <param name="knowledge">Tells hits from other requests; null = as most specs do.</param>
    /// <param name="browsers">Gives the browsers; null = the shared ones.</param>
    public static async Task<ForeignShop> OpenAsync(ITrafficKnowledge? knowledge = null, BrowserSupply? browsers = null)
    {
        var site = await SpecSite.StartAsync();
        site.Serve("/", Tracking + "<title>Lámpas</title><script>hit('home')</script><nav><a href=/lampa>Lámpa íves</a></nav>");
        site.Serve(
            "/lampa",
            Tracking
                + """
                <title>Lámpa íves</title>
                <p class=ar>129 900 Ft</p>
                <button onclick="hit('kosarba')">Kosárba</button>
                <script>hit('termek'); addEventListener('pagehide', () => hit('elmegy'))</script>
                """
        );
        var known = knowledge ?? SpecKnowledge.Shared;
        var pool = await SharedBrowsers.PoolAsync(known);
        return new ForeignShop(
            await SharedBrowsers.DriverAsync(),
            pool,
            browsers ?? new BrowserSupply(pool, driver => SharedBrowsers.PoolOf(driver, known), Playwright.CreateAsync),
            site,
            known
        );
    }

    public ForeignShop Serve(string path, string html)
    {
        _site.Serve(path, Tracking + html);
        return this;
    }

    /// <summary>Answers a path as a spec wants it.</summary>
    public ForeignShop Handle(string path, RequestDelegate handler)
    {
        _site.Handle(path, handler);
        return this;
    }

    public ForeignShop ServeFolder(string path, string folder)
    {
        _site.ServeFolder(path, folder);
        return this;
    }

    public string FileOf(Walk walk, string name) => Path.Combine(_files.FullName, walk.Id, name);

    public async Task<JourneyRecording> WalkAsync(Walk walk, IRunObserver? observer = null, CancellationToken cancellationToken = default)
    {
        var options = new BrowserWalkerOptions
        {
            Workspace = _files.FullName,
            Seed = "seed",
            Tool = "microconv spec",
            Environment = Environment,
            Time = Time,
        };
        var walker = new BrowserWalker(
            _browsers,
            new PlaywrightDevices(_playwright),
            Configuration,
            Dictionary,
            _knowledge,
            each => Path.Combine(_files.FullName, each.Id),
            options
        );

        return await walker.WalkAsync(walk, observer ?? new RunObservers(), cancellationToken);
    }

    public Walk WalkOf(Journey journey, DeviceProject? device = null) =>
        Any.Walk(
            journey,
            (device ?? Any.Device() with { Trace = ArtifactMode.Off }) with
            {
                ActionTimeout = TimeSpan.FromSeconds(30),
            },
            Configuration.Consent[0]
        );

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _files.Delete(recursive: true);
    }
}
