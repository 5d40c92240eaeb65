using System.Text;
using FluentAssertions;
using MicroConvQA.Browser.Capture.Wire;
using MicroConvQA.Recording;
using MicroConvQA.Specs;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Capture;

/// <param name="isOverheard">Whether Chromium is overheard, or listened to by sessions of our own, as on Windows.</param>
[Category("Browser")]
[TestFixture(true)]
[TestFixture(false)]
internal sealed class WireCaptureSpecs(bool isOverheard)
{
    private SpecBrowser _browser = null!;
    private SpecSite _shop = null!;
    private SpecSite _vendor = null!;
    private SpecWalk _walk = null!;

    [OneTimeSetUp]
    public async Task StartBrowser()
    {
        _browser = isOverheard
            ? await SpecBrowser.SharedAsync()
            : await SpecBrowser.StartAsync(Any.Device() with { LaunchArguments = [] }, mayOverhear: false);
        _shop = await SpecSite.StartAsync();
        _vendor = await SpecSite.StartAsync();
        _shop.Serve("/", "<!doctype html><title>Shop</title><body>").Serve("/next", "<!doctype html><title>Next</title><body>");
    }

    [OneTimeTearDown]
    public async Task CloseBrowser()
    {
        await _browser.DisposeAsync();
        await _shop.DisposeAsync();
        await _vendor.DisposeAsync();
    }

    [SetUp]
    public async Task StartWalk() => _walk = await SpecWalk.StartAsync(_browser);

    [TearDown]
    public async Task EndWalk() => await _walk.DisposeAsync();

    [Test, Platform(Exclude = "Win")]
    public void The_browser_is_overheard_where_it_may_be() => ((WireCapture)_browser.Capture).Overhears.Should().Be(isOverheard);

    [Test]
    public async Task Nothing_reaches_the_vendor_in_sinkhole_mode()
    {
        _shop.Serve("/leaving", LeavingPage("pagehide", "leak"));
        var page = await _walk.OpenAsync($"{_shop.Origin}/leaving");

        await page.EvaluateAsync($"url => {{ new Image().src = url; fetch(url); navigator.sendBeacon(url) }}", Url("leak"));
        await page.GotoAsync($"{_shop.Origin}/next");
        await _walk.SeenAsync("leak", 6);

        _vendor.Arrived.Should().BeEmpty();
    }

    [Test]
    public async Task A_frame_of_another_site_is_seen_and_belongs_to_the_tab()
    {
        _shop.Serve("/frame", Sending("frame")).Serve("/outer", $"<!doctype html><iframe src='{_shop.OtherOrigin}/frame'></iframe>");

        await _walk.OpenAsync($"{_shop.Origin}/outer");
        var seen = await _walk.ToldAsync("frame");

        Bodies(seen).Should().Equal("frame");
        _walk.Ledger.Snapshot().Visits.Single(visit => visit.Number == seen[0].Visit).Url.Should().EndWith("/outer");
    }

    [Test]
    public async Task Events_are_seen_in_the_order_in_which_they_were_sent()
    {
        // A script of the page's own: of what a spec's own line sends nobody tells a sender, and that is waited for.
        const string send =
            "async url => { for (let i = 10; i < 46; i++) { navigator.sendBeacon(url, `${i}`); await new Promise(done => setTimeout(done, 15)) } }";
        _shop.Serve("/many", $"<!doctype html><script>window.send = {send}</script>");
        var page = await _walk.OpenAsync($"{_shop.Origin}/many");

        await page.EvaluateAsync("url => send(url)", "https://vendor.test/collect?n=order");
        var seen = await _walk.ToldAsync("order", 36);

        Bodies(seen).Should().Equal(Enumerable.Range(10, 36).Select(number => $"{number}"));
    }

    [Test]
    public async Task A_request_that_takes_long_on_its_way_stands_where_it_was_sent()
    {
        const string send =
            "url => Promise.all(['large'.padEnd(8_000_000, '.'), 'small'].map(body => fetch(url, { method: 'POST', body })))";
        _shop.Serve("/large", $"<!doctype html><script>window.send = {send}</script>");
        var page = await _walk.OpenAsync($"{_shop.Origin}/large");

        await page.EvaluateAsync("url => send(url)", "https://vendor.test/collect?n=long");
        var seen = await _walk.ToldAsync("long", 2);

        Bodies(seen).Select(body => body[..5]).Should().Equal("large", "small");
    }

    [Test]
    public async Task The_script_that_sent_a_request_is_known()
    {
        _shop.Serve("/tag.js", $"function send() {{\n  navigator.sendBeacon('{Url("who")}', 'who');\n}}\nsend();", "text/javascript");
        _shop.Serve("/tagged", "<!doctype html><script src=/tag.js></script>");

        await _walk.OpenAsync($"{_shop.Origin}/tagged");
        var seen = await _walk.ToldAsync("who");

        seen.Should()
            .ContainSingle()
            .Which.Initiator.Should()
            .Equal(new ScriptFrame($"{_shop.Origin}/tag.js", 2, 13, "send"), new ScriptFrame($"{_shop.Origin}/tag.js", 4, 1, null));
    }

    [Test]
    public async Task The_script_that_sent_a_request_is_known_in_workers_also_of_workers_in_frames_of_other_sites()
    {
        const string nth = "['first', 'later', 'later', 'last']";
        _shop
            .Serve(
                "/worker.js",
                $"const send = n =>\n  fetch('{Url("child-")}' + n, {{ mode: 'no-cors' }});\n{nth}.forEach((n, i) => setTimeout(() => send(n), 500 * i))",
                "text/javascript"
            )
            .Serve("/nested.js", "new Worker('/worker.js?nested')", "text/javascript")
            .Serve("/inside", "<!doctype html><script>new Worker('/nested.js')</script>")
            .Serve(
                "/outside",
                $"<!doctype html><iframe src='{_shop.OtherOrigin}/inside'></iframe><script>new Worker('/worker.js')</script>"
            );

        await _walk.OpenAsync($"{_shop.Origin}/outside");
        await _walk.ToldAsync("child-last", 2);
        var seen = await _walk.ToldAsync("child-first", 2);

        seen.Select(request => request.Initiator is [var inner, ..] ? inner : null)
            .Should()
            .BeEquivalentTo([
                new ScriptFrame($"{_shop.Origin}/worker.js", 2, 3, "send"),
                new ScriptFrame($"{_shop.OtherOrigin}/worker.js?nested", 2, 3, "send"),
            ]);
    }

    // Playwright lets a shared worker go as soon as it hears of it, so that its first deed may be before ours: the wire sees that in any
    // case.
    [Test]
    public async Task A_shared_worker_is_seen_from_its_first_deed_on_and_the_script_is_known_of_what_it_sends_later()
    {
        _shop
            .Serve(
                "/shared.js",
                $"const send = n =>\n  fetch('{Url("shared-")}' + n, {{ mode: 'no-cors' }});\nsend('first');\n"
                    + "let sent = 0;\nsetInterval(() => sent++ < 20 && send('later'), 250)",
                "text/javascript"
            )
            .Serve("/sharing", "<!doctype html><script>new SharedWorker('/shared.js')</script>");

        await _walk.OpenAsync($"{_shop.Origin}/sharing");
        var later = await _walk.ToldAsync("shared-later");
        var first = await _walk.SeenAsync("shared-first");

        first.Should().ContainSingle();
        later
            .Should()
            .Contain(request => request.SeenBy == (Sightings.Wire | Sightings.Browser) && IsSentBy(request, $"{_shop.Origin}/shared.js"));
    }

    [Test]
    public async Task The_script_that_sent_a_request_is_known_in_a_service_worker_from_its_first_deed_on()
    {
        _shop
            .Serve(
                "/serving.js",
                $"const send = n =>\n  fetch('{Url("service-")}' + n, {{ mode: 'no-cors' }});\nsend('first')",
                "text/javascript"
            )
            .Serve("/served", "<!doctype html><script>navigator.serviceWorker.register('/serving.js')</script>");

        await _walk.OpenAsync($"{_shop.Origin}/served");
        var seen = await _walk.ToldAsync("service-first");

        seen.Should().ContainSingle().Which.Should().BeEquivalentTo(new { SeenBy = Sightings.Wire | Sightings.Browser });
        seen[0].Initiator.Should().StartWith(new ScriptFrame($"{_shop.Origin}/serving.js", 2, 3, "send"));
    }

    [Test]
    public async Task The_script_that_sent_a_request_is_known_in_a_frame_of_another_site()
    {
        _shop
            .Serve("/tag-in-frame.js", $"\n  navigator.sendBeacon('{Url("foreign")}', 'foreign');", "text/javascript")
            .Serve("/foreign", "<!doctype html><script src=/tag-in-frame.js></script>")
            .Serve("/with-foreign", $"<!doctype html><iframe src='{_shop.OtherOrigin}/foreign'></iframe>");

        await _walk.OpenAsync($"{_shop.Origin}/with-foreign");
        var seen = await _walk.ToldAsync("foreign");

        seen.Should().ContainSingle().Which.Initiator.Should().Equal(new ScriptFrame($"{_shop.OtherOrigin}/tag-in-frame.js", 2, 13, null));
    }

    [Test]
    public async Task What_goes_where_the_page_sends_its_hits_stays_here_also_where_no_decoder_reads_it()
    {
        await using var container = await SpecSite.StartAsync();
        container.Serve("/gtag.js", "window.tag = true", "text/javascript");
        var named = container.OtherOrigin;
        _shop.Serve(
            "/named",
            $"<!doctype html><script>window.dataLayer = []; function gtag() {{ dataLayer.push(arguments) }} gtag('config', 'G-1', {{ server_container_url: '{named}' }})</script>"
        );
        var page = await _walk.OpenAsync($"{_shop.Origin}/named");

        await page.AddScriptTagAsync(new() { Url = $"{named}/gtag.js" });
        await page.EvaluateAsync(
            "url => Promise.all([new Promise(done => Object.assign(new Image(), { onload: done, onerror: done, src: url })), fetch(url, { method: 'POST', mode: 'no-cors', body: 'Zm9v'.padEnd(100000, 'x') })]).then(() => 0)",
            $"{named}/x?n=named"
        );

        container.Arrived.Should().BeEmpty();
        _walk
            .Requests.Where(request => request.Url.EndsWith("/x?n=named", StringComparison.Ordinal))
            .Should()
            .HaveCount(2)
            .And.OnlyContain(request =>
                request.Fate == RequestFate.AnsweredHere
                && request.Remark == request.FateBecause
                && request.Remark
                    == "No decoder reads it. It goes where the page sends its hits of Google Analytics 4 (server_container_url), and was kept here."
            );
    }

    [Test]
    public async Task What_never_came_to_the_wire_was_not_delivered()
    {
        _shop.Serve(
            "/policy",
            $"<!doctype html><meta http-equiv=Content-Security-Policy content=\"img-src 'none'\"><script>new Image().src = '{Url("policy")}'</script>"
        );

        await _walk.OpenAsync($"{_shop.Origin}/policy");
        var seen = await _walk.SeenAsync("policy");

        seen.Should()
            .ContainSingle()
            .Which.Should()
            .BeEquivalentTo(
                new
                {
                    Fate = RequestFate.NotDelivered,
                    SeenBy = Sightings.Browser,
                    Remark = "The browser could not send it: csp.",
                }
            );
    }

    [Test]
    public async Task An_aborted_request_is_seen_once_whether_or_not_it_came_to_the_wire()
    {
        var page = await _walk.OpenAsync(_shop.Origin);

        await page.EvaluateAsync(
            """
            url => { for (let i = 0; i < 20; i++) {
              const stop = new AbortController();
              fetch(url, { method: 'POST', body: `${i}`, mode: 'no-cors', signal: stop.signal }).catch(() => 0);
              setTimeout(() => stop.abort(), i);
            } }
            """,
            Url("aborted")
        );
        var seen = await _walk.SeenAsync("aborted", 20);

        Bodies(seen).Should().BeEquivalentTo(Enumerable.Range(0, 20).Select(index => $"{index}"));
    }

    [Test]
    public async Task A_form_with_a_file_is_captured_with_the_bytes_of_its_boundary()
    {
        var page = await _walk.OpenAsync(_shop.Origin);

        await page.EvaluateAsync(
            "url => { const form = new FormData(); form.append('a', '1'); form.append('f', new Blob(['file']), 'f.txt'); fetch(url, { method: 'POST', body: form }) }",
            Url("form")
        );
        var seen = await _walk.SeenAsync("form");

        var boundary = seen.Should().ContainSingle().Which.Headers["Content-Type"].Split("boundary=")[1];
        Bodies(seen)
            .Should()
            .Equal(
                $"--{boundary}\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n"
                    + $"--{boundary}\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f.txt\"\r\nContent-Type: application/octet-stream\r\n\r\nfile\r\n"
                    + $"--{boundary}--\r\n"
            );
    }

    [Test]
    public async Task A_page_gets_what_it_waits_for()
    {
        var page = await _walk.OpenAsync(_shop.Origin);

        var outcome = await page.EvaluateAsync<string[]>(
            """
            url => Promise.all([
              new Promise(done => Object.assign(new Image(), { onload: () => done('image loaded'), onerror: () => done('image failed'), src: url })),
              fetch(url, { method: 'POST', credentials: 'include', headers: { 'X-Own': '1' } }).then(answer => `fetch ${answer.status}`, () => 'fetch failed'),
              new Promise(done => document.body.append(Object.assign(document.createElement('script'), { onload: () => done('script loaded'), onerror: () => done('script failed'), src: url }))),
            ])
            """,
            Url("answers")
        );

        outcome.Should().Equal("image loaded", "fetch 204", "script loaded");
    }

    [Test]
    public async Task An_offline_device_delivers_nothing()
    {
        var page = await _walk.OpenAsync(_shop.Origin);

        await _walk.Capture.SetOfflineAsync(true, CancellationToken.None);
        await page.EvaluateAsync("url => { navigator.sendBeacon(url) }", Url("offline"));
        var seen = await _walk.SeenAsync("offline");

        seen.Should()
            .ContainSingle()
            .Which.Should()
            .BeEquivalentTo(new { Fate = RequestFate.NotDelivered, Remark = "The device was offline." });
    }

    [Test]
    public async Task A_small_body_to_the_shop_itself_is_kept_and_goes_on()
    {
        var page = await _walk.OpenAsync(_shop.Origin);

        await page.EvaluateAsync("() => fetch('/own-events', { method: 'POST', body: 'seen' })");

        _walk
            .Requests.Should()
            .ContainSingle()
            .Which.Should()
            .BeEquivalentTo(
                new
                {
                    Fate = RequestFate.LetThrough,
                    StepIndex = -1,
                    Method = "POST",
                }
            );
        _shop.Arrived.Should().Contain("POST /own-events");
    }

    [Test]
    public async Task An_empty_form_goes_on_with_its_type()
    {
        var page = await _walk.OpenAsync(_shop.Origin);

        await page.EvaluateAsync("() => fetch('/empty', { method: 'POST', body: new URLSearchParams() })");

        _shop.HeadersOf("/empty").ContentType.ToString().Should().Be("application/x-www-form-urlencoded;charset=UTF-8");
        _shop.HeadersOf("/empty").ContentLength.Should().Be(0);
    }

    [Test]
    public async Task What_is_fetched_for_the_page_is_not_kept()
    {
        var page = await _walk.OpenAsync(_shop.Origin);

        await page.EvaluateAsync("() => fetch('/prices')");

        _walk.Requests.Should().BeEmpty();
    }

    [Test]
    public async Task Two_walks_in_one_browser_do_not_mix()
    {
        _shop.Serve("/one", Sending("one")).Serve("/two", Sending("two"));
        await using var other = await SpecWalk.StartAsync(_browser);

        await Task.WhenAll(_walk.OpenAsync($"{_shop.Origin}/one"), other.OpenAsync($"{_shop.Origin}/two"));
        await Task.WhenAll(_walk.SeenAsync("one"), other.SeenAsync("two"));

        _walk.Requests.Select(request => request.Url).Should().Equal(Url("one"));
        other.Requests.Select(request => request.Url).Should().Equal(Url("two"));
    }

    [Test]
    public async Task Frames_and_workers_of_two_walks_do_not_mix()
    {
        const string nested = "<!doctype html><iframe srcdoc=\"<script>navigator.sendBeacon(parent.url, 'nested')</script>\"></iframe>";
        _shop
            .Serve("/nested-a", $"<script>url = '{Url("a")}'</script>{nested}")
            .Serve("/nested-b", $"<script>url = '{Url("b")}'</script>{nested}");
        _shop
            .Serve("/outer-a", $"<iframe src='{_shop.OtherOrigin}/nested-a'></iframe>{Worker("a")}")
            .Serve("/outer-b", $"<iframe src='{_shop.OtherOrigin}/nested-b'></iframe>{Worker("b")}");
        await using var other = await SpecWalk.StartAsync(_browser);

        await Task.WhenAll(_walk.OpenAsync($"{_shop.Origin}/outer-a"), other.OpenAsync($"{_shop.Origin}/outer-b"));
        await Task.WhenAll(_walk.SeenAsync("a", 2), other.SeenAsync("b", 2));

        _walk.Requests.Select(request => request.Url).Should().Equal(Url("a"), Url("a"));
        other.Requests.Select(request => request.Url).Should().Equal(Url("b"), Url("b"));
    }

    private string Url(string name) => $"{_vendor.OtherOrigin}/collect?n={name}";

    private string Sending(string name) => $"<!doctype html><script>navigator.sendBeacon('{Url(name)}', '{name}')</script>";

    private string Worker(string name) =>
        $"<script>new SharedWorker(URL.createObjectURL(new Blob([`fetch('{Url(name)}', {{ method: 'POST', mode: 'no-cors', body: 'worker' }})`])))</script>";

    private string LeavingPage(string moment, string name) =>
        $$"""
            <!doctype html><title>Leaving</title><script>
            (`{{moment}}` === 'visibilitychange' ? document : window).addEventListener('{{moment}}', () => {
              navigator.sendBeacon('{{Url(name)}}', 'beacon');
              fetch('{{Url(name)}}', { method: 'POST', keepalive: true, body: 'keepalive' });
              new Image().src = '{{Url(name)}}';
            });
            </script>
            """;

    private static bool IsSentBy(CapturedRequest request, string script) =>
        request.Initiator is [var frame, ..] && frame == new ScriptFrame(script, 2, 3, "send");

    private static IEnumerable<string> Bodies(IEnumerable<CapturedRequest> requests) =>
        requests.Select(request => Encoding.UTF8.GetString(request.Body));
}
