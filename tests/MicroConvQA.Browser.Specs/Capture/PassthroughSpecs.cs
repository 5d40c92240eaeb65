using FluentAssertions;
using MicroConvQA.Configuration;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Capture;

[Category("Browser")]
public sealed class PassthroughSpecs
{
    private SpecBrowser _browser = null!;
    private SpecSite _shop = null!;
    private SpecSite _vendor = null!;
    private SpecWalk _walk = null!;

    [OneTimeSetUp]
    public async Task StartWalk()
    {
        _browser = await SpecBrowser.StartAsync(NetworkRules.Passthrough);
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

    [TestCase("fetch(url, { method: 'POST', mode: 'no-cors', body: 'x' })", "fetch")]
    [TestCase("navigator.sendBeacon(url, 'x')", "beacon")]
    public async Task An_analytics_request_goes_on_and_the_collector_s_answer_is_recorded(string script, string name)
    {
        var page = await _walk.OpenAsync(_shop.Origin);

        await page.EvaluateAsync($"url => {{ {script} }}", $"{_vendor.OtherOrigin}/collect?n={name}");
        var seen = await _walk.SeenAsync(name);

        seen.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Fate = RequestFate.Delivered, Status = 204 });
        _vendor.Arrived.Should().Contain($"POST /collect?n={name}");
    }

    [Test]
    public async Task What_is_sent_while_a_page_is_left_goes_on_too()
    {
        _shop.Serve("/left", $"<script>addEventListener('pagehide', () => navigator.sendBeacon('{_vendor.OtherOrigin}/collect?n=left', 'x'))</script>");
        var page = await _walk.OpenAsync($"{_shop.Origin}/left");

        await page.GotoAsync(_shop.Origin);
        var seen = await _walk.SeenAsync("left");

        seen.Should().ContainSingle().Which.Fate.Should().Be(RequestFate.Delivered);
        _vendor.Arrived.Should().Contain("POST /collect?n=left");
    }

    [Test]
    public async Task A_collector_that_is_down_got_nothing()
    {
        var down = await SpecSite.StartAsync();
        var origin = down.Origin;
        await down.DisposeAsync();
        var page = await _walk.OpenAsync(_shop.Origin);

        await page.EvaluateAsync("url => { fetch(url, { mode: 'no-cors' }).catch(() => 0) }", $"{origin}/collect?n=down");
        var seen = await _walk.SeenAsync("down");

        seen.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Fate = RequestFate.NotDelivered, Remark = "The collector could not be reached: Connection refused." });
    }
}
