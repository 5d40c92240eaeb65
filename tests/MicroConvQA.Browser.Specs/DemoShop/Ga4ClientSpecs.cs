using System.Collections.Specialized;
using System.Text;
using System.Text.Json;
using System.Web;
using FluentAssertions;
using Microsoft.Playwright;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.DemoShop;

/// <summary>Holds the shop's GA4 client against what Google's own gtag.js sent for the same calls.</summary>
[TestFixture]
[Category("Browser")]
internal sealed class Ga4ClientSpecs : DemoShopFixture
{
    // Decided by Google's build, the machine or the moment, not by the calls.
    private static readonly string[] NotOfTheCalls = ["tag_exp", "uaa", "uab", "uafvl", "uam", "uapv", "uaw", "uamb", "uap", "dr", "_eu"];
    private static readonly string[] SameValue =
    [
        "v",
        "tid",
        "gcs",
        "gcd",
        "npa",
        "dma",
        "dma_cps",
        "gcu",
        "gcut",
        "uid",
        "cu",
        "dl",
        "dt",
        "en",
        "_fv",
        "_nsi",
        "_ss",
        "_ee",
        "_c",
        "frm",
        "pscdl",
        "sct",
    ];

    private IReadOnlyList<VendorRequest> _google = null!;
    private IReadOnlyList<VendorRequest> _ours = null!;

    [OneTimeSetUp]
    public async Task ReplayAsync()
    {
        // The automatic scroll event of request 1 has no counterpart: the shop's client has no enhanced measurement.
        _google = [.. Captured().Where((_, index) => index != 1)];
        _ours = await ReplayCallsAsync();
    }

    [Test]
    public void The_same_calls_make_as_many_requests_of_the_same_method() =>
        _ours
            .Select(request => (request.Method, HasBody: request.Body.Length > 0))
            .Should()
            .Equal(_google.Select(request => (request.Method, HasBody: request.Body.Length > 0)));

    [TestCase(0), TestCase(1), TestCase(2), TestCase(3), TestCase(4)]
    public void A_request_has_the_keys_of_googles(int index) =>
        KeysOf(QueryOf(_ours[index])).Should().BeEquivalentTo(KeysOf(QueryOf(_google[index])));

    [TestCase(0), TestCase(1), TestCase(2), TestCase(3), TestCase(4)]
    public void What_the_calls_determine_has_googles_value(int index)
    {
        var (ours, google) = (QueryOf(_ours[index]), QueryOf(_google[index]));

        foreach (var key in google.AllKeys.Where(key => SameValue.Contains(key) || IsParameter(key!)))
            ours[key].Should().Be(google[key], "{0} of request {1} is decided by the calls", key, index);
    }

    [Test]
    public void The_lines_of_a_batch_are_googles_but_for_the_engagement_time() => LinesOf(_ours[2]).Should().Equal(LinesOf(_google[2]));

    [Test]
    public void The_batch_is_text_with_crlf_and_hoists_the_currency()
    {
        _ours[2].Body.Should().Contain("\r\n").And.NotContain("cu=EUR");
        QueryOf(_ours[2])["cu"].Should().Be("EUR");
    }

    [Test]
    public void Requests_are_counted_and_a_batch_counts_as_one() =>
        _ours.Select(request => QueryOf(request)["_s"]).Should().Equal("1", "2", "3", "4", "5");

    [Test]
    public async Task A_currency_that_not_every_event_has_stays_in_its_line()
    {
        var requests = await SendAsync(
            "ga4.event('search', { search_term: 'lamp' }); ga4.event('view_item', { currency: 'EUR', value: 1 });",
            forward: 5000
        );

        QueryOf(requests[1])["cu"].Should().BeNull();
        requests[1].Body.Split("\r\n").Select(line => HttpUtility.ParseQueryString(line)["cu"]).Should().Equal(null, "EUR");
    }

    [Test]
    public async Task The_twenty_first_event_starts_another_request()
    {
        var requests = await SendAsync("for (let i = 0; i < 21; i++) ga4.event('tick', { i });", forward: 5000);

        requests[1].Body.Split("\r\n").Should().HaveCount(20);
        QueryOf(requests[2])["epn.i"].Should().Be("20");
    }

    [Test]
    public async Task A_body_does_not_grow_beyond_sixteen_kilobytes()
    {
        var requests = await SendAsync("for (let i = 0; i < 3; i++) ga4.event('long', { text: 'x'.repeat(7000) });", forward: 5000);

        requests
            .Skip(1)
            .Select(request => Encoding.UTF8.GetByteCount(request.Body))
            .Should()
            .OnlyContain(length => length > 0 && length <= 16_384);
    }

    [Test]
    public async Task An_event_that_makes_the_url_too_long_moves_into_the_body()
    {
        var requests = await SendAsync("ga4.event('long', { text: 'x'.repeat(3000) });", forward: 5000);

        requests[1].Url.Length.Should().BeLessThan(2048);
        requests[1].Body.Should().StartWith("en=long");
    }

    [Test]
    public async Task What_waits_is_sent_when_the_page_is_left()
    {
        var requests = await SendAsync("ga4.event('add_to_cart', { currency: 'EUR', value: 1 });", forward: 0);

        QueryOf(requests[1])["en"].Should().Be("add_to_cart");
    }

    private async Task<IReadOnlyList<VendorRequest>> ReplayCallsAsync() =>
        await RunAsync(async page =>
        {
            var calls = JsonDocument.Parse(await File.ReadAllTextAsync(Corpus("ga4.calls.json"))).RootElement.EnumerateArray().ToArray();
            await page.EvaluateAsync(
                "() => ga4.consent('default', { ad_storage: 'denied', analytics_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied' })"
            );
            await page.EvaluateAsync("config => ga4.config(JSON.parse(config))", calls[0].GetProperty("params").GetRawText());
            await page.EvaluateAsync(
                "() => ga4.consent('update', { ad_storage: 'granted', analytics_storage: 'granted', ad_user_data: 'granted', ad_personalization: 'granted' })"
            );
            foreach (var call in calls.Skip(1).Take(4))
            {
                if (call.GetProperty("event").GetString() == "custom_beacon")
                    await page.Clock.FastForwardAsync(11_000);
                await page.EvaluateAsync(
                    "call => { const { event, params, items } = JSON.parse(call); ga4.event(event, items ? { ...params, items } : params); }",
                    call.GetRawText()
                );
            }

            await page.Clock.FastForwardAsync(5000);
        });

    private Task<IReadOnlyList<VendorRequest>> SendAsync(string script, int forward) =>
        RunAsync(async page =>
        {
            await page.EvaluateAsync("script => { ga4.config({}); setTimeout(new Function(script)); }", script);
            await page.Clock.FastForwardAsync(1);
            if (forward > 0)
                await page.Clock.FastForwardAsync(forward);
        });

    private async Task<IReadOnlyList<VendorRequest>> RunAsync(Func<IPage, Task> act)
    {
        Browser.Traffic.Forget();
        await using var context = await Browser.OpenAsync(Shop.BaseUrl, Layout.Desktop, consent: null, locale: "en-US");
        var page = await context.NewPageAsync();
        await page.RouteAsync("https://shop.example.test/**", route =>
            route.FulfillAsync(
                route.Request.Url.EndsWith("/ga4.js", StringComparison.Ordinal)
                    ? new() { ContentType = "text/javascript", BodyBytes = MicroConvQA.DemoShop.Serving.EmbeddedFiles.Find("ga4.js") }
                    : new()
                    {
                        ContentType = "text/html",
                        Body =
                            "<!doctype html><title>Shop page</title><script type=module>import { Ga4 } from '/ga4.js'; window.ga4 = new Ga4('G-TEST000001');</script>",
                    }
            )
        );
        await page.GotoAsync("https://shop.example.test/product/1?utm_source=news&gclid=TeSter123");
        await act(page);
        await page.EvaluateAsync("() => addEventListener('pagehide', () => navigator.sendBeacon('https://sentinel.example/left'))");
        await page.GotoAsync("about:blank");
        var requests = await Browser.Traffic.UntilAsync(
            all => all.Any(request => request.Uri.Host == "sentinel.example"),
            "the sentinel of the page that was left"
        );
        return [.. requests.Where(request => request.Events().Count > 0)];
    }

    private static IEnumerable<VendorRequest> Captured() =>
        JsonDocument
            .Parse(File.ReadAllText(Corpus("ga4.json")))
            .RootElement.EnumerateArray()
            .Select(request => new VendorRequest(
                request.GetProperty("method").GetString()!,
                request.GetProperty("url").GetString()!,
                request.GetProperty("body").GetString() ?? ""
            ));

    private static string Corpus(string name) => Path.Combine(TestContext.CurrentContext.TestDirectory, "Corpus", "captures", name);

    private static NameValueCollection QueryOf(VendorRequest request) => HttpUtility.ParseQueryString(request.Uri.Query);

    private static IEnumerable<string?> KeysOf(NameValueCollection query) => query.AllKeys.Where(key => !NotOfTheCalls.Contains(key));

    private static bool IsParameter(string key) =>
        (
            key.StartsWith("ep", StringComparison.Ordinal)
            || key.StartsWith("up", StringComparison.Ordinal)
            || key.StartsWith("pr", StringComparison.Ordinal)
        )
        && key != "ep.ga_temp_client_id";

    // Google writes the parameters of an event in the order of the call, and so do we.
    private static IEnumerable<string> LinesOf(VendorRequest request) =>
        request
            .Body.Split("\r\n")
            .Select(line => string.Join('&', line.Split('&').Where(pair => !pair.StartsWith("_et=", StringComparison.Ordinal))));
}
