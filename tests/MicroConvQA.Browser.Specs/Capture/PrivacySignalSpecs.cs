using FluentAssertions;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Capture;

/// <summary>Global Privacy Control is said everywhere, where a walk asks for it.</summary>
[Category("Browser")]
internal sealed class PrivacySignalSpecs
{
    private const string Page = """
        <!doctype html><title>Shop</title><script>window.told = { page: String(navigator.globalPrivacyControl) };</script><iframe src="/frame"></iframe>
        """;

    private SpecSite _shop = null!;
    private SpecBrowser _browser = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _browser = await SpecBrowser.SharedAsync();
        _shop = (await SpecSite.StartAsync())
            .Serve("/", Page)
            .Serve("/frame", "<script>document.title = String(navigator.globalPrivacyControl)</script>")
            .Serve(
                "/worker.js",
                "'use strict';\nlet strict = (function () { return this === undefined })();\nfetch('/from-worker').then(() => postMessage(`${navigator.globalPrivacyControl}, strict ${strict}`));",
                "text/javascript"
            )
            .Serve(
                "/module.js",
                "import { word } from '/word.js';\nfetch('/from-module').then(() => postMessage(`${navigator.globalPrivacyControl}, ${word}`));",
                "text/javascript"
            )
            .Serve("/word.js", "export const word = 'imported';", "text/javascript")
            .Serve("/from-page", "x")
            .Serve("/from-worker", "x")
            .Serve("/from-module", "x");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _browser.DisposeAsync();
        await _shop.DisposeAsync();
    }

    [Test]
    public async Task Pages_frames_workers_and_all_requests_say_it()
    {
        await using var walk = await SpecWalk.StartAsync(_browser, globalPrivacyControl: true);
        var page = await walk.OpenAsync(_shop.Origin);

        await page.EvaluateAsync("fetch('/from-page', { method: 'POST', body: 'x' })");
        const string told = "([url, type]) => new Promise(resolve => new Worker(url, { type }).onmessage = event => resolve(event.data))";
        (await page.EvaluateAsync<string>(told, new[] { "/worker.js", "classic" })).Should().Be("true, strict true");
        (await page.EvaluateAsync<string>(told, new[] { "/module.js", "module" })).Should().Be("true, imported");
        (await page.EvaluateAsync<string>("window.told.page")).Should().Be("true");
        (await page.Frames[1].TitleAsync()).Should().Be("true");
        foreach (var path in new[] { "/", "/frame", "/from-page", "/worker.js", "/from-worker", "/from-module" })
            _shop.HeadersOf(path)["Sec-GPC"].ToString().Should().Be("1", path);
    }

    [Test]
    public async Task A_request_that_is_answered_here_is_recorded_with_it()
    {
        await using var walk = await SpecWalk.StartAsync(_browser, globalPrivacyControl: true);
        var page = await walk.OpenAsync(_shop.Origin);

        await page.EvaluateAsync("void navigator.sendBeacon('/collect?n=seen')");

        (await walk.SeenAsync("seen")).Single().Headers.Should().Contain("Sec-GPC", "1");
    }

    [Test]
    public async Task Nothing_is_said_where_nobody_asks_for_it()
    {
        await using var walk = await SpecWalk.StartAsync(_browser);
        var page = await walk.OpenAsync(_shop.Origin);

        (await page.EvaluateAsync<string>("window.told.page")).Should().Be("undefined");
        _shop.HeadersOf("/").Should().NotContainKey("Sec-GPC");
    }
}
