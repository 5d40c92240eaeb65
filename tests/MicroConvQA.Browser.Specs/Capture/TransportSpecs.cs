using FluentAssertions;
using MicroConvQA.Recording;
using Microsoft.Playwright;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Capture;

[Category("Browser")]
[TestFixture("http")]
[TestFixture("https")]
public sealed class TransportSpecs(string scheme)
{
    private SpecBrowser _browser = null!;
    private SpecSite _shop = null!;
    private SpecSite _vendor = null!;
    private SpecWalk _walk = null!;
    private IPage _page = null!;

    [OneTimeSetUp]
    public async Task OpenShop()
    {
        _browser = await SpecBrowser.StartAsync();
        _shop = (await SpecSite.StartAsync()).Serve("/", "<!doctype html><title>Shop</title><body>");
        _vendor = await SpecSite.StartAsync();
        _walk = await SpecWalk.StartAsync(_browser);
        _page = await _walk.OpenAsync(_shop.Origin);
    }

    [OneTimeTearDown]
    public async Task CloseBrowser()
    {
        await _walk.DisposeAsync();
        await _browser.DisposeAsync();
        await _shop.DisposeAsync();
        await _vendor.DisposeAsync();
    }

    /// <summary>Nobody has this name: what the capture answers needs no server.</summary>
    private string Vendor => scheme == "https" ? "https://vendor.test" : _vendor.OtherOrigin;

    private static IEnumerable<TestCaseData> Transports() => TransportCases.All.Select(one => new TestCaseData(one).SetName($"{{m}}({one.Name})"));

    [TestCaseSource(nameof(Transports))]
    public async Task Each_transport_is_seen_once_with_its_exact_bytes_and_does_not_leave(object transport)
    {
        var one = (TransportCase)transport;

        await _page.EvaluateAsync($"url => {{ {one.Script} }}", $"{Vendor}/collect?n={one.Name}");
        var seen = await _walk.SeenAsync(one.Name);

        seen.Should().ContainSingle();
        seen[0].Body.Should().Equal(one.Body ?? []);
        seen[0].Should().BeEquivalentTo(new { Fate = RequestFate.AnsweredHere, BodyState = one.Body is null ? BodyState.None : BodyState.Complete });
        _vendor.Arrived.Should().BeEmpty();
    }
}
