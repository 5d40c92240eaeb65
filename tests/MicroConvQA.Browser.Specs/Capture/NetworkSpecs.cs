using MicroConvQA.Configuration.Network;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Capture;

/// <summary>A walk of a shop whose analytics requests go where rules say, and a vendor to which they may go.</summary>
[Category("Browser")]
internal abstract class NetworkSpecs(NetworkRules network)
{
    private SpecBrowser _browser = null!;

    private protected SpecSite Shop { get; private set; } = null!;

    private protected SpecSite Vendor { get; private set; } = null!;

    private protected SpecWalk Walk { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartWalk()
    {
        _browser = await SpecBrowser.StartAsync(network);
        Shop = (await SpecSite.StartAsync()).Serve("/", "<!doctype html><title>Shop</title>");
        Vendor = await SpecSite.StartAsync();
        Walk = await SpecWalk.StartAsync(_browser);
    }

    [OneTimeTearDown]
    public async Task EndWalk()
    {
        await Walk.DisposeAsync();
        await _browser.DisposeAsync();
        await Shop.DisposeAsync();
        await Vendor.DisposeAsync();
    }
}
