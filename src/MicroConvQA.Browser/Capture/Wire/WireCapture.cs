using MicroConvQA.Browser.Capture.DevTools;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Configuration.Network;
using MicroConvQA.Configuration.Sites;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>
/// Sees the traffic of any engine on the wire: a recording proxy on loopback stands in front of every context, with a port of its own that
/// is open only for its walk. What the browser knows of a request beyond its bytes is joined to it.
/// </summary>
/// <param name="knowledge">Tells hits from other requests.</param>
/// <param name="network">Which hits go on; the others end here.</param>
/// <param name="engine">The engine that is about to be started.</param>
/// <param name="remote">Where the browser runs elsewhere; null = on this machine.</param>
internal sealed class WireCapture(ITrafficKnowledge knowledge, NetworkRules network, BrowserEngine engine, RemoteBrowser? remote = null)
    : ITrafficCapture
{
    private readonly RunCertificates certificates = new();
    private readonly BrowserNoise noise = new();
    private readonly ProxyHost? host = remote?.ProxyHost is { } name ? ProxyHost.Named(name) : null;
    private RefusingProxy? refusing;
    private Forwarder? forwarder;
    private DevToolsTap? tap;
    private ChromiumTargets? targets;

    public string Name => "wire";

    /// <summary>
    /// Whether a Chromium may be overheard. Default true; false = it is listened to as where it cannot be, such as on Windows.
    /// </summary>
    internal bool MayOverhear { get; init; } = true;

    /// <summary>Whether the browser is overheard.</summary>
    internal bool Overhears => targets?.AreOverheard == true;

    private Forwarder Way =>
        forwarder ?? throw new InvalidOperationException("The capture was not prepared before the browser was launched.");

    /// <summary>
    /// The browser's own traffic does not use a context's proxy: at launch it gets one that refuses everything. Where an author's arguments
    /// say how names are resolved or by which proxy servers are reached, it is the forwarder's to heed, because the browser no longer does
    /// either. Chromium trusts the run's key by its hash, because ignoring certificate errors altogether breaks the registration of service
    /// workers.
    /// </summary>
    public void PrepareLaunch(BrowserTypeLaunchOptions options)
    {
        var arguments = (options.Args ?? []).ToList();
        forwarder = new Forwarder(HostRules.In(arguments), UpstreamProxy.In(arguments));
        arguments.RemoveAll(argument => HostRules.Is(argument) || UpstreamProxy.Is(argument));
        if (engine == BrowserEngine.Chromium)
        {
            arguments.Add($"--ignore-certificate-errors-spki-list={certificates.KeyHash}");
            if (remote is null)
            {
                arguments.Add(DevToolsEndpoint.Argument);
                Overhear(options);
            }
        }

        options.Args = arguments;
        options.Proxy = new Proxy { Server = (refusing ??= new RefusingProxy(host ?? ProxyHost.Loopback, noise.Heard)).Start() };
        options.FirefoxUserPrefs = new Dictionary<string, object>(options.FirefoxUserPrefs ?? new Dictionary<string, object>())
        {
            ["network.proxy.allow_hijacking_localhost"] = true,
        };
    }

    public async Task AttachAsync(IBrowser browser, CancellationToken cancellationToken)
    {
        if (engine == BrowserEngine.Chromium && remote is null)
        {
            targets = await ChromiumTargets.FollowAsync(browser, tap, cancellationToken);
            if (tap is not null && !Overhears)
            {
                NotOverheard("nothing came.");
            }
        }
    }

    public async Task<IWalkCapture> OpenAsync(
        BrowserNewContextOptions options,
        SiteAccess access,
        bool globalPrivacyControl,
        WatchedWalk watched,
        CancellationToken cancellationToken
    )
    {
        var isChromium = engine == BrowserEngine.Chromium;
        var visitor = new SiteVisitor(access, options.BaseURL, globalPrivacyControl);
        var walk = new WireWalk(knowledge, network, Way, visitor, noise, watched, new BrowserNews(engine, targets));
        options.Proxy = new Proxy { Server = await walk.StartAsync(host, certificates, cancellationToken) };
        // A browser that runs elsewhere may have been refused the argument by which it trusts the run's key.
        options.IgnoreHTTPSErrors = !isChromium || remote is not null;
        return walk;
    }

    public async ValueTask DisposeAsync()
    {
        if (refusing is not null)
        {
            await refusing.DisposeAsync();
        }

        if (targets is not null)
        {
            await targets.DisposeAsync();
        }

        forwarder?.Dispose();
        certificates.Dispose();
        tap?.Dispose();
    }

    private void Overhear(BrowserTypeLaunchOptions options)
    {
        if (!MayOverhear || options.ExecutablePath is not { } browser)
        {
            return;
        }

        tap = DevToolsTap.TrySet(browser, out var obstacle);
        options.ExecutablePath = tap?.Executable ?? browser;
        if (obstacle is not null)
        {
            NotOverheard(obstacle);
        }
    }

    private void NotOverheard(string obstacle) =>
        noise.Remark(
            $"What the browser tells Playwright could not be overheard; it tells of each request twice and takes longer: {obstacle}"
        );
}
