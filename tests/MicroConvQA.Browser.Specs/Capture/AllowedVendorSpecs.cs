using FluentAssertions;
using MicroConvQA.Configuration;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Capture;

[Category("Browser")]
public sealed class AllowedVendorSpecs
{
    private SpecBrowser _browser = null!;
    private SpecSite _shop = null!;
    private SpecSite _vendor = null!;
    private SpecWalk _walk = null!;

    [OneTimeSetUp]
    public async Task StartWalk()
    {
        _browser = await SpecBrowser.StartAsync(NetworkRules.Allowing(["other"]));
        _shop = (await SpecSite.StartAsync()).Serve("/", "<!doctype html><title>Shop</title>");
        _vendor = await SpecSite.StartAsync();
        _walk = await SpecWalk.StartAsync(_browser);
    }

    [OneTimeTearDown]
    public async Task EndWalk()
    {
        await _walk.DisposeAsync();
        await _browser.DisposeAsync();
        await _shop.DisposeAsync();
        await _vendor.DisposeAsync();
    }

    [Test]
    public async Task Only_the_vendor_that_is_named_gets_what_is_sent_to_it()
    {
        var page = await _walk.OpenAsync(_shop.Origin);

        await page.EvaluateAsync("origin => { for (const path of ['/collect', '/other/collect']) navigator.sendBeacon(origin + path + '?n=mixed', 'x') }", _vendor.OtherOrigin);
        var seen = await _walk.SeenAsync("mixed", 2);

        seen.Select(request => (new Uri(request.Url).AbsolutePath, request.Fate)).Should().BeEquivalentTo(
            [("/collect", RequestFate.AnsweredHere), ("/other/collect", RequestFate.Delivered)]);
        _vendor.Arrived.Should().Equal("POST /other/collect?n=mixed");
    }

    [Test]
    public async Task The_vendor_that_is_named_answers_preflights_itself_and_the_others_are_answered_for()
    {
        var page = await _walk.OpenAsync(_shop.Origin);

        await page.EvaluateAsync(
            "origin => Promise.allSettled(['/collect', '/other/collect'].map(path => fetch(origin + path + '?n=json', { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } })))",
            _vendor.OtherOrigin);
        await _walk.SeenAsync("json", 1);

        _vendor.Arrived.Should().Contain("OPTIONS /other/collect?n=json").And.NotContain("OPTIONS /collect?n=json");
    }
}
