using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using FluentAssertions;
using MicroConvQA.Configuration.Sites;
using MicroConvQA.Recording;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Capture;

/// <summary>What is not analytics goes on to its server and back as without us, and so does what the server does wrong.</summary>
[Category("Browser")]
internal sealed class ForwardingSpecs
{
    private SpecBrowser _browser = null!;
    private SpecSite _shop = null!;
    private SpecSite _secure = null!;
    private SpecWalk _walk = null!;
    private IPage _page = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _browser = await SpecBrowser.SharedAsync();
        _shop = (await SpecSite.StartAsync()).Serve("/", "<!doctype html><title>Shop</title>");
        _secure = (await SpecSite.StartAsync(SelfSigned())).Serve("/", "<!doctype html><title>Secure shop</title>");
    }

    [SetUp]
    public async Task OpenAsync()
    {
        _walk = await SpecWalk.StartAsync(_browser);
        _page = await _walk.OpenAsync(_shop.Origin);
    }

    [TearDown]
    public async Task CloseAsync() => await _walk.DisposeAsync();

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _browser.DisposeAsync();
        await _shop.DisposeAsync();
        await _secure.DisposeAsync();
    }

    [Test]
    public async Task Server_sent_events_come_one_by_one()
    {
        var go = new TaskCompletionSource();
        _shop.Handle("/events", async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync("data: first\n\n");
            await context.Response.Body.FlushAsync();
            await go.Task.WaitAsync(TimeSpan.FromSeconds(60));
            await context.Response.WriteAsync("data: second\n\n");
        });

        await _page.EvaluateAsync(
            "() => { window.told = []; const events = new EventSource('/events'); events.onmessage = e => { if (told.push(e.data) === 2) events.close() } }"
        );
        await _page.WaitForFunctionAsync("() => told.length === 1");
        go.SetResult();
        await _page.WaitForFunctionAsync("() => told.length === 2");
        var told = await _page.EvaluateAsync<string[]>("() => told");

        told.Should().Equal("first", "second");
    }

    [Test]
    public async Task A_WebSocket_speaks_with_its_server_and_what_the_page_says_is_recorded()
    {
        _shop.Handle("/echo", EchoAsync);

        var answer = await _page.EvaluateAsync<string>(
            "() => new Promise(done => { const s = new WebSocket(`ws://${location.host}/echo`, 'chat'); s.onopen = () => s.send('hello'); s.onmessage = e => { done(`${s.protocol}: ${e.data}`); s.close() } })"
        );

        answer.Should().Be("chat: hello");
        _walk
            .Requests.Should()
            .ContainSingle(request => request.Transport == Transport.WebSocket)
            .Which.Should()
            .BeEquivalentTo(
                new
                {
                    Url = $"{_shop.Origin}/echo",
                    Fate = RequestFate.LetThrough,
                    Body = Encoding.UTF8.GetBytes("hello"),
                }
            );
    }

    [Test]
    public async Task Ranges_cookies_and_large_bodies_arrive_as_they_were_sent()
    {
        var received = new TaskCompletionSource<string>();
        _shop.Handle("/upload", async context =>
        {
            context.Response.Cookies.Append("one", "1");
            context.Response.Cookies.Append("two", "2");
            received.SetResult(Convert.ToHexString(await SHA256.HashDataAsync(context.Request.Body)));
        });
        var sent = SHA256.HashData(Enumerable.Repeat((byte)'x', 20_000_000).ToArray());

        await _page.EvaluateAsync("() => fetch('/upload', { method: 'POST', body: 'x'.repeat(20000000) })");
        await _page.EvaluateAsync("() => fetch('/part', { headers: { Range: 'bytes=0-9' } })");

        (await received.Task).Should().Be(Convert.ToHexString(sent));
        _shop.HeadersOf("/part").Range.ToString().Should().Be("bytes=0-9");
        _shop.HeadersOf("/part").Cookie.ToString().Should().Be("one=1; two=2");
    }

    [Test]
    public async Task Headers_pass_byte_by_byte_whatever_their_alphabet()
    {
        string? cookie = null;
        _shop.Handle("/cookie", context =>
        {
            cookie = context.Request.Headers.Cookie;
            return Task.CompletedTask;
        });

        await _page.EvaluateAsync("() => { document.cookie = 'name=Jürgen; path=/cookie'; return fetch('/cookie') }");

        cookie.Should().Be("name=Jürgen");
    }

    [Test]
    public async Task A_download_comes_byte_by_byte_and_compressed_where_the_server_compressed_it()
    {
        var bytes = RandomNumberGenerator.GetBytes(5_000_000);
        _shop.Handle("/download", context => context.Response.Body.WriteAsync(bytes).AsTask());
        _shop.Handle("/zipped", context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync(Zip("unzipped by the browser")).AsTask();
        });

        var sum = await _page.EvaluateAsync<string>(
            "async () => [...new Uint8Array(await crypto.subtle.digest('SHA-256', await (await fetch('/download')).arrayBuffer()))].map(b => b.toString(16).padStart(2, '0')).join('')"
        );
        var text = await _page.EvaluateAsync<string>("async () => (await fetch('/zipped')).text()");

        sum.Should().Be(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        text.Should().Be("unzipped by the browser");
    }

    [Test]
    public async Task A_server_with_a_bad_certificate_is_not_talked_to()
    {
        await FluentActions.Awaiting(() => _page.GotoAsync(_secure.Origin)).Should().ThrowAsync<PlaywrightException>();

        _walk.Capture.WhyUnanswered($"{_secure.Origin}/").Should().Be("ERR_CERT_INVALID");
    }

    [Test]
    public async Task A_bad_certificate_is_not_minded_where_the_configuration_says_so()
    {
        await using var walk = await SpecWalk.StartAsync(_browser, access: new() { IgnoresCertificateErrors = true });

        var page = await walk.OpenAsync(_secure.Origin);

        (await page.TitleAsync()).Should().Be("Secure shop");
    }

    [Test]
    public async Task A_connection_that_the_server_breaks_off_has_that_reason()
    {
        _shop.Handle("/broken", context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        await FluentActions.Awaiting(() => _page.GotoAsync($"{_shop.Origin}/broken")).Should().ThrowAsync<PlaywrightException>();

        _walk.Capture.WhyUnanswered($"{_shop.Origin}/broken").Should().Be("ERR_CONNECTION_RESET");
    }

    [Test]
    public async Task What_a_staging_site_asks_for_is_shown_to_it_and_to_nobody_else_and_not_recorded()
    {
        var access = new SiteAccess
        {
            UserName = "qa",
            Password = "geheim",
            Headers = new Dictionary<string, string> { ["X-Preview"] = "42" },
        };
        await using var walk = await SpecWalk.StartAsync(_browser, access: access, baseUrl: _shop.Origin);
        var page = await walk.OpenAsync(_shop.Origin);

        await page.EvaluateAsync("() => fetch('/own', { method: 'POST', body: 'own' })");
        await page.EvaluateAsync("url => fetch(url, { mode: 'no-cors' })", $"{_shop.OtherOrigin}/other");

        _shop.HeadersOf("/own").Authorization.ToString().Should().Be("Basic " + Convert.ToBase64String("qa:geheim"u8));
        _shop.HeadersOf("/own")["X-Preview"].ToString().Should().Be("42");
        _shop.HeadersOf("/other").Keys.Should().NotContain(["Authorization", "X-Preview"]);
        walk.Requests.Should().ContainSingle().Which.Headers.Keys.Should().NotContain(["Authorization", "X-Preview"]);
    }

    [Test]
    public async Task A_body_over_the_limit_is_recorded_up_to_it_and_marked()
    {
        await _page.EvaluateAsync(
            "url => fetch(url, { method: 'POST', mode: 'no-cors', body: 'x'.repeat(11 * 1024 * 1024) })",
            "https://vendor.test/collect?n=big"
        );
        var seen = await _walk.SeenAsync("big");

        seen.Should()
            .ContainSingle()
            .Which.Should()
            .BeEquivalentTo(
                new
                {
                    BodyState = BodyState.Cut,
                    Remark = "The body was longer than 10 MB.",
                    Body = new { Length = 10 * 1024 * 1024 },
                }
            );
    }

    [Test]
    public async Task A_page_that_crashes_leaves_what_it_sent_so_far()
    {
        await using var walk = await SpecWalk.StartAsync(_browser);
        var page = await walk.OpenAsync(_shop.Origin);
        await page.EvaluateAsync("url => { navigator.sendBeacon(url) }", "https://vendor.test/collect?n=last-words");
        await walk.SeenAsync("last-words");

        await FluentActions.Awaiting(() => page.GotoAsync("chrome://crash")).Should().ThrowAsync<PlaywrightException>();

        walk.Named("last-words").Should().ContainSingle();
    }

    private static async Task EchoAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync("chat");
        var buffer = new byte[1024];
        var message = await socket.ReceiveAsync(buffer, context.RequestAborted);
        await socket.SendAsync(buffer.AsMemory(0, message.Count), message.MessageType, message.EndOfMessage, context.RequestAborted);
        await socket.ReceiveAsync(buffer, context.RequestAborted);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
    }

    private static byte[] Zip(string text)
    {
        using var zipped = new MemoryStream();
        using (var zip = new System.IO.Compression.GZipStream(zipped, System.IO.Compression.CompressionLevel.Fastest))
            zip.Write(Encoding.UTF8.GetBytes(text));
        return zipped.ToArray();
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=nobody trusts this", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
