using System.Net;
using MicroConvQA.Configuration;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>
/// Sees the traffic of any engine on the wire: a recording proxy on loopback stands in front of every context, with a port of its own that
/// is open only for its walk. What the browser knows of a request beyond its bytes is joined to it.
/// </summary>
public sealed class WireCapture(ITrafficKnowledge knowledge, NetworkMode network) : ITrafficCapture
{
    private readonly RunCertificates certificates = new();
    private readonly Forwarder forwarder = new();
    private readonly RefusingProxy refusing = new();
    private string engine = "";

    public string Name => "wire";

    /// <summary>What the browser itself wanted to send while it ran, by host: updates, account look-ups. All of it was refused.</summary>
    public IReadOnlyCollection<string> BrowserNoise => refusing.Refused;

    /// <summary>
    /// The browser's own traffic does not use a context's proxy: at launch it gets one that refuses everything. Trust in the run's key is
    /// given by its hash, because ignoring certificate errors altogether breaks the registration of service workers.
    /// </summary>
    public void PrepareLaunch(BrowserTypeLaunchOptions options)
    {
        options.Args = [.. options.Args ?? [], $"--ignore-certificate-errors-spki-list={certificates.KeyHash}"];
        options.Proxy = new Proxy { Server = refusing.Start() };
        options.FirefoxUserPrefs = new Dictionary<string, object>(options.FirefoxUserPrefs ?? new Dictionary<string, object>())
        {
            ["network.proxy.allow_hijacking_localhost"] = true,
        };
    }

    public Task AttachAsync(IBrowser browser, CancellationToken cancellationToken)
    {
        engine = browser.BrowserType.Name;
        return Task.CompletedTask;
    }

    public async Task<IWalkCapture> OpenAsync(BrowserNewContextOptions options, TrafficLedger ledger, CancellationToken cancellationToken)
    {
        var walk = new WireWalk(knowledge, network, forwarder, ledger);
        options.Proxy = new Proxy { Server = await walk.StartAsync(IPAddress.Loopback, certificates, cancellationToken) };
        if (engine != BrowserType.Chromium)
        {
            options.IgnoreHTTPSErrors = true;
        }

        return walk;
    }

    public async ValueTask DisposeAsync()
    {
        await refusing.DisposeAsync();
        forwarder.Dispose();
        certificates.Dispose();
    }
}
