using FluentAssertions;
using MicroConvQA.Browser.Capture;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Capture;

/// <summary>What a page sends to nobody known is looked at, however long it is, and what needs to go on does.</summary>
[Category("Browser")]
internal sealed class LargeBodySpecs
{
    private const string Hit =
        "JSON.stringify({ schema: 'iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4', "
        + "data: [{ e: 'se', se_ca: 'shop', se_ac: 'purchase', p: 'web', tv: 'js-4.10.1', tna: 'sp', aid: 'shop-web', eid: crypto.randomUUID(), "
        + "co: 'x'.repeat(70000) }] })";

    private static readonly DecoderKnowledge Real = new(new TrafficDecoder(StandardDecoders.All, []));

    private SpecBrowser _browser = null!;
    private SpecSite _shop = null!;
    private SpecWalk _walk = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _browser = await SpecBrowser.SharedAsync(knowledge: Real);
        _shop = (await SpecSite.StartAsync()).Serve("/", "<!doctype html><title>Shop</title>");
    }

    [SetUp]
    public async Task OpenAsync() => _walk = await SpecWalk.StartAsync(_browser, knowledge: Real);

    [TearDown]
    public async Task CloseAsync() => await _walk.DisposeAsync();

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _browser.DisposeAsync();
        await _shop.DisposeAsync();
    }

    [TestCase("fetch", "fetch(url, { method: 'POST', body: hit })")]
    [TestCase("xhr", "new Promise(done => { const x = new XMLHttpRequest(); x.open('POST', url); x.onloadend = done; x.send(hit) })")]
    [TestCase("blob", "fetch(url, { method: 'POST', body: new Blob([hit], { type: 'application/json' }) })")]
    public async Task A_vendor_s_long_request_to_the_shop_s_own_path_is_kept_here_and_read(string way, string script)
    {
        var page = await _walk.OpenAsync(_shop.Origin);

        await page.EvaluateAsync($"async url => {{ const hit = {Hit}; await {script} }}", $"{_shop.Origin}/metrics/{way}");

        _shop.Arrived.Should().NotContain($"POST /metrics/{way}");
        _walk
            .Requests.Should()
            .ContainSingle(request => request.Url.EndsWith($"/metrics/{way}", StringComparison.Ordinal))
            .Which.Should()
            .BeEquivalentTo(new { Fate = RequestFate.AnsweredHere, BodyState = BodyState.Complete });
        _walk.Ledger.Snapshot().Requests.Should().NotContain(request => request.Fate == RequestFate.NotDelivered);
    }

    [Test]
    public async Task A_long_body_that_is_nobody_s_arrives_whole()
    {
        var received = new TaskCompletionSource<string>();
        _shop.Handle("/reviews", async context => received.SetResult(await new StreamReader(context.Request.Body).ReadToEndAsync()));
        var page = await _walk.OpenAsync(_shop.Origin);

        await page.EvaluateAsync("() => fetch('/reviews', { method: 'POST', body: 'good '.repeat(20000) })");

        (await received.Task).Should().Be(string.Concat(Enumerable.Repeat("good ", 20_000)));
        _walk
            .Requests.Should()
            .ContainSingle(request => request.Url.EndsWith("/reviews", StringComparison.Ordinal))
            .Which.Should()
            .BeEquivalentTo(new { Fate = RequestFate.LetThrough, BodyState = BodyState.Complete });
    }

    [Test]
    public async Task A_film_goes_on_at_once_and_is_recorded_by_its_head()
    {
        var received = new TaskCompletionSource<long>();
        _shop.Handle("/film", async context =>
        {
            var all = new MemoryStream();
            await context.Request.Body.CopyToAsync(all);
            received.SetResult(all.Length);
        });
        var page = await _walk.OpenAsync(_shop.Origin);

        await page.EvaluateAsync("() => fetch('/film', { method: 'PUT', body: new Blob(['x'.repeat(3000000)], { type: 'video/mp4' }) })");

        (await received.Task).Should().Be(3_000_000);
        _walk
            .Requests.Should()
            .ContainSingle(request => request.Url.EndsWith("/film", StringComparison.Ordinal))
            .Which.Should()
            .BeEquivalentTo(
                new
                {
                    Fate = RequestFate.LetThrough,
                    BodyState = BodyState.Cut,
                    Body = Array.Empty<byte>(),
                }
            );
    }

    [Test]
    public async Task What_is_too_long_to_be_looked_at_goes_on_whole_and_counts_as_left_unread()
    {
        var received = new TaskCompletionSource<long>();
        _shop.Handle("/upload", async context =>
        {
            var all = new MemoryStream();
            await context.Request.Body.CopyToAsync(all);
            received.SetResult(all.Length);
        });
        var page = await _walk.OpenAsync(_shop.Origin);

        await page.EvaluateAsync("() => fetch('/upload', { method: 'POST', body: 'x'.repeat(20000000) })");

        (await received.Task).Should().Be(20_000_000);
        _walk
            .Requests.Should()
            .ContainSingle(request => request.Url.EndsWith("/upload", StringComparison.Ordinal))
            .Which.Should()
            .BeEquivalentTo(
                new
                {
                    Fate = RequestFate.LetThrough,
                    BodyState = BodyState.Cut,
                    Remark = "It was held for 2 s or 10 MB, and its body had not ended: it went on unread.",
                }
            );
    }
}
