using FluentAssertions;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Browser.Specs.Capture;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Recording;
using MicroConvQA.Running;
using MicroConvQA.Specs;
using Microsoft.Playwright;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Launching;

/// <summary>Browsers behind Playwright's server, which here runs on the same machine and is told the way back by name.</summary>
[Category("Browser")]
internal sealed class RemoteBrowserSpecs
{
    [TestCase(BrowserEngine.Chromium)]
    [TestCase(BrowserEngine.Firefox)]
    public async Task What_it_sends_ends_here(BrowserEngine engine)
    {
        await using var server = await RemoteServer.StartAsync(isUnsafe: true);
        await using var shop = (await SpecSite.StartAsync()).Serve("/", "<!doctype html><title>Shop</title>");
        var playwright = await SharedBrowsers.DriverAsync();
        await using var browser = await SpecBrowser.StartAsync(Device(playwright, engine, server.Endpoint));
        await using var walk = await SpecWalk.StartAsync(browser);
        var page = await walk.OpenAsync(shop.Origin);

        await page.EvaluateAsync("() => { navigator.sendBeacon('https://vendor.test/collect?n=beacon', 'x') }");
        await page.GotoAsync("about:blank");

        (await walk.SeenAsync("beacon"))
            .Should()
            .ContainSingle()
            .Which.Should()
            .BeEquivalentTo(new { Fate = RequestFate.AnsweredHere, Method = "POST" });
    }

    [Test]
    public async Task The_script_that_sent_a_request_is_known_also_in_a_worker_there()
    {
        await using var server = await RemoteServer.StartAsync(isUnsafe: true);
        await using var shop = await SpecSite.StartAsync();
        shop.Serve("/", "<!doctype html><title>Shop</title><script>new Worker('/worker.js')</script>")
            .Serve(
                "/worker.js",
                "setTimeout(() =>\n  fetch('https://vendor.test/collect?n=far', { mode: 'no-cors' }), 1000)",
                "text/javascript"
            );
        var playwright = await SharedBrowsers.DriverAsync();
        await using var browser = await SpecBrowser.StartAsync(Device(playwright, BrowserEngine.Chromium, server.Endpoint));
        await using var walk = await SpecWalk.StartAsync(browser);

        await walk.OpenAsync(shop.Origin);
        var seen = await walk.ToldAsync("far");

        seen.Should().ContainSingle().Which.Initiator.Should().StartWith(new ScriptFrame($"{shop.Origin}/worker.js", 2, 3, null));
    }

    [Test]
    public async Task One_that_cannot_be_reached_says_how_it_is_started()
    {
        var playwright = await SharedBrowsers.DriverAsync();
        var connecting = () => SpecBrowser.StartAsync(Device(playwright, BrowserEngine.Chromium, "ws://127.0.0.1:9/"));

        (await connecting.Should().ThrowAsync<WalkObstacleException>()).WithMessage(
            "ws://127.0.0.1:9/ could not be connected to: *. Start it there by 'npx playwright@1.64 run-server --port 9 --unsafe', or correct 'connectOptions'."
        );
    }

    [Test]
    public async Task A_variable_that_is_not_set_is_named()
    {
        var playwright = await SharedBrowsers.DriverAsync();
        var connecting = () =>
            SpecBrowser.StartAsync(Device(playwright, BrowserEngine.Chromium, "ws://127.0.0.1:9/?token=$env.NO_SUCH_TOKEN"));

        (await connecting.Should().ThrowAsync<WalkObstacleException>()).WithMessage(
            "The environment variable NO_SUCH_TOKEN is not set, and 'connectOptions' needs it. Set it before the run."
        );
    }

    private static DeviceProject Device(IPlaywright playwright, BrowserEngine engine, string endpoint)
    {
        var found = BrowserFinder.OnThisMachine(playwright).Find(engine).Found!;
        return Any.Device() with
        {
            Engine = engine,
            ExecutablePath = found.Path,
            Channel = found.Channel,
            Remote = new RemoteBrowser { Endpoint = endpoint, ProxyHost = "localhost" },
        };
    }
}
