using FluentAssertions;
using MicroConvQA.Configuration.Network;
using MicroConvQA.Recording;
using MicroConvQA.Specs;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Capture;

internal sealed class PassthroughSpecs() : NetworkSpecs(NetworkRules.Passthrough)
{
    [TestCase("fetch(url, { method: 'POST', mode: 'no-cors', body: 'x' })", "fetch")]
    [TestCase("navigator.sendBeacon(url, 'x')", "beacon")]
    public async Task An_analytics_request_goes_on_and_the_collector_s_answer_is_recorded(string script, string name)
    {
        var page = await Walk.OpenAsync(Shop.Origin);

        await page.EvaluateAsync($"url => {{ {script} }}", $"{Vendor.OtherOrigin}/collect?n={name}");
        var seen = await Walk.SeenAsync(name);

        seen.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Fate = RequestFate.Delivered, Status = 204 });
        Vendor.Arrived.Should().Contain($"POST /collect?n={name}");
    }

    [Test]
    public async Task What_is_sent_while_a_page_is_left_goes_on_too()
    {
        Shop.Serve(
            "/left",
            $"<script>addEventListener('pagehide', () => navigator.sendBeacon('{Vendor.OtherOrigin}/collect?n=left', 'x'))</script>"
        );
        var page = await Walk.OpenAsync($"{Shop.Origin}/left");

        await page.GotoAsync(Shop.Origin);
        var seen = await Walk.SeenAsync("left");

        seen.Should().ContainSingle().Which.Fate.Should().Be(RequestFate.Delivered);
        Vendor.Arrived.Should().Contain("POST /collect?n=left");
    }

    [Test]
    public async Task A_collector_that_is_down_got_nothing()
    {
        using var down = new ClosedPort();
        var page = await Walk.OpenAsync(Shop.Origin);

        await page.EvaluateAsync("url => { fetch(url, { mode: 'no-cors' }).catch(() => 0) }", $"{down.Url}/collect?n=down");
        var seen = await Walk.SeenAsync("down");

        seen.Should()
            .ContainSingle()
            .Which.Should()
            .BeEquivalentTo(new { Fate = RequestFate.NotDelivered, Remark = "The collector could not be reached: Connection refused." });
    }
}
