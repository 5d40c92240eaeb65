using FluentAssertions;
using MicroConvQA.Browser.Capture;
using MicroConvQA.Recording;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Capture;

/// <summary>Cookies and storage keys are seen by name, with who wrote them; values are not.</summary>
[Category("Browser")]
internal sealed class BrowserStorageSpecs
{
    private const string Secret = "value-that-nobody-may-read";

    private SpecBrowser _browser = null!;
    private SpecSite _shop = null!;
    private SpecWalk _walk = null!;
    private BrowserStorage _storage = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _browser = await SpecBrowser.SharedAsync();
        _shop = (await SpecSite.StartAsync())
            .Serve(
                "/",
                $"<!doctype html><script src=/tag.js></script><script>store('_ga', '{Secret}'); sessionStorage.setItem('seen', '{Secret}')</script><iframe src=/frame></iframe>"
            )
            .Serve(
                "/tag.js",
                "function store(name, value) {\n  document.cookie = `${name}=${value}; max-age=172800; path=/`;\n}",
                "text/javascript"
            )
            .Serve(
                "/frame",
                $"<script>localStorage.setItem('ph_1_posthog', '{Secret}'); localStorage.direct = '{Secret}'; opened = new Promise(done => indexedDB.open('queue').onsuccess = () => done())</script>"
            )
            .Handle("/image", context =>
            {
                context.Response.Headers.Append("Set-Cookie", $"uid={Secret}; HttpOnly; Path=/");
                return Task.CompletedTask;
            });
    }

    [SetUp]
    public async Task OpenAsync()
    {
        _walk = await SpecWalk.StartAsync(_browser);
        _storage = new BrowserStorage(_walk.Context, _walk.Watched);
    }

    [TearDown]
    public async Task CloseAsync() => await _walk.DisposeAsync();

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _browser.DisposeAsync();
        await _shop.DisposeAsync();
    }

    [Test]
    public async Task What_appeared_is_seen_with_its_writer_and_lifetime_and_without_its_value()
    {
        var page = await OpenShopAsync();
        await page.EvaluateAsync("fetch('/image?x=1')");
        await _storage.LookAsync(CancellationToken.None);

        var appeared = _storage.Looks.Single().Appeared;
        appeared
            .Select(stored => (stored.Kind, stored.Name, stored.Domain))
            .Should()
            .BeEquivalentTo([
                (StorageKind.Cookie, "_ga", "127.0.0.1"),
                (StorageKind.Cookie, "uid", "127.0.0.1"),
                (StorageKind.SessionStorage, "seen", _shop.Origin),
                (StorageKind.LocalStorage, "ph_1_posthog", _shop.Origin),
                (StorageKind.LocalStorage, "direct", _shop.Origin),
                (StorageKind.IndexedDb, "queue", _shop.Origin),
            ]);
        var byScript = appeared.Single(stored => stored.Name == "_ga");
        byScript.Lifetime.Should().BeCloseTo(TimeSpan.FromDays(2), TimeSpan.FromHours(1));
        byScript.Initiator[0].Should().Be(new ScriptFrame($"{_shop.Origin}/tag.js", 2, byScript.Initiator[0].Column, "store"));
        var byAnswer = appeared.Single(stored => stored.Name == "uid");
        (byAnswer.Lifetime, byAnswer.SetByAnswerOf).Should().Be((null, $"{_shop.Origin}/image"));
        new RecordingStore().Write(MicroConvQA.Specs.Any.Recording() with { Stored = _storage.Looks }).Should().NotContain(Secret);
    }

    [Test]
    public async Task A_look_holds_only_what_is_new_since_the_look_before()
    {
        var page = await OpenShopAsync();
        await _storage.LookAsync(CancellationToken.None);
        await page.EvaluateAsync("document.cookie = '_fbp=1'");
        await _storage.LookAsync(CancellationToken.None);
        await page.EvaluateAsync("document.cookie = '_fbp=2'");
        await _storage.LookAsync(CancellationToken.None);

        _storage.Looks.Should().HaveCount(2);
        _storage.Looks[1].Appeared.Select(stored => stored.Name).Should().Equal("_fbp");
    }

    [Test]
    public async Task What_was_deleted_appears_again_and_an_origin_that_was_left_is_remembered()
    {
        var page = await OpenShopAsync();
        await _storage.LookAsync(CancellationToken.None);
        await page.EvaluateAsync("document.cookie = '_ga=; max-age=0; path=/'");
        await page.GotoAsync($"{_shop.OtherOrigin}/image");
        await _storage.LookAsync(CancellationToken.None);
        await page.GotoAsync(_shop.Origin);
        await _storage.LookAsync(CancellationToken.None);

        _storage.Looks[^1].Appeared.Select(stored => stored.Name).Should().Equal("_ga");
    }

    [Test]
    public async Task What_could_not_be_read_is_told_once_and_all_else_is_seen()
    {
        var page = await OpenShopAsync();
        await page.EvaluateAsync("() => { indexedDB.databases = () => Promise.reject(new Error('The shop forbids it.')); }");
        await page.EvaluateAsync(
            "() => { Object.defineProperty(window, 'localStorage', { get() { throw new Error('So does its policy.'); } }); }"
        );
        await _storage.LookAsync(CancellationToken.None);
        await _storage.LookAsync(CancellationToken.None);

        _walk
            .Ledger.Snapshot()
            .Console.Where(line => line.Level == "warning")
            .Select(line => line.Text)
            .Should()
            .BeEquivalentTo(
                $"The names in localStorage of {_shop.Origin} could not be read, so that what appears there is not seen: Error: So does its policy.",
                $"The names in indexedDb of {_shop.Origin} could not be read, so that what appears there is not seen: Error: The shop forbids it."
            );
        _storage.Looks.Single().Appeared.Select(stored => stored.Name).Should().Contain(["_ga", "seen"]);
    }

    [Test]
    public async Task A_frame_without_an_origin_keeps_nothing_and_nothing_is_told_of_it()
    {
        var page = await OpenShopAsync();
        await page.EvaluateAsync(
            "new Promise(done => { const frame = document.createElement('iframe'); frame.sandbox = 'allow-scripts'; frame.srcdoc = 'x'; frame.onload = () => done(); document.body.append(frame); })"
        );
        await _storage.LookAsync(CancellationToken.None);

        _walk.Ledger.Snapshot().Console.Should().NotContain(line => line.Level == "warning");
    }

    /// <summary>A database is there when the browser says so, which is after the page has loaded.</summary>
    private async Task<IPage> OpenShopAsync()
    {
        var page = await _walk.OpenAsync(_shop.Origin);
        await page.Frames[1].EvaluateAsync("opened");
        return page;
    }
}
