using FluentAssertions;
using MicroConvQA.Decoding;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Declared;

internal sealed class DeclaredVendorSpecs
{
    private const string AepEvent = """{"events":[{"xdm":{"eventType":"buy"}}]}""";
    private const string DatadogEvent =
        """{"type":"action","action":{"type":"custom","target":{"name":"buy"}},"application":{"id":"a"},"session":{"id":"s"},"view":{"id":"v"},"_dd":{"format_version":2}}""";
    private const string AmplitudeEvent = """{"api_key":"k","events":[{"event_type":"buy"}]}""";
    private const string SegmentEvent = """{"type":"track","event":"buy","messageId":"m","context":{"library":{"name":"analytics.js"}}}""";
    private const string RudderEvent =
        """{"type":"track","event":"buy","messageId":"m","context":{"library":{"name":"RudderLabs JavaScript SDK"}}}""";
    private const string UmamiEvent = """{"type":"event","payload":{"website":"w","name":"buy"}}""";
    private const string VercelView = """{"o":"https://shop.example/","sv":"0.1.2","sdkn":"@vercel/analytics","ts":1}""";
    private const string CloudflareLoad = """{"siteToken":"t","pageloadId":"p","location":"https://shop.example/","st":2,"eventType":1}""";
    private const string PirschEvent = """{"identification_code":"c","event_name":"buy"}""";
    private const string VwoEvent = """{"d":{"event":{"name":"buy"}}}""";
    private const string KlaviyoEvent = """{"data":{"attributes":{"metric":{"data":{"attributes":{"name":"buy"}}}}}}""";
    private const string CustomFitEvents = """{"events":[{"event_customer_id":"buy"}]}""";
    private const string TealiumEvent = """{"tealium_event":"view"}""";
    private const string SnapEvent = """{"req":[{"t":{"ev":"PURCHASE"}}]}""";

    [TestCase("aep", "https://edge.adobedc.net/ee/irl1/v1/interact?configId=d&requestId=r", AepEvent)]
    [TestCase("aep", "https://shop.example/ee/v2/collect?configId=d&requestId=r", AepEvent)]
    [TestCase("aep", "https://shop.example/anywhere?configId=d&requestId=r", AepEvent)]
    [TestCase("datadog", "https://browser-intake-datadoghq.eu/api/v2/rum?ddsource=browser", DatadogEvent)]
    [TestCase("datadog", "https://browser-intake-us5-datadoghq.com/api/v2/rum", DatadogEvent)]
    [TestCase("datadog", "https://shop.example/dd?ddforward=%2Fapi%2Fv2%2Frum", DatadogEvent)]
    [TestCase("amplitude", "https://api2.amplitude.com/2/httpapi", AmplitudeEvent)]
    [TestCase("amplitude", "https://api.eu.amplitude.com/batch", AmplitudeEvent)]
    [TestCase("amplitude", "https://api.amplitude.com/", "client=k&v=2&e=%5B%7B%22event_type%22%3A%22buy%22%7D%5D")]
    [TestCase("amplitude", "https://shop.example/anywhere", AmplitudeEvent)]
    [TestCase("segment", "https://api.segment.io/v1/t", SegmentEvent)]
    [TestCase("segment", "https://events.eu1.segmentapis.com/v1/t", SegmentEvent)]
    [TestCase("segment", "https://shop.example/seg/v1/t", SegmentEvent)]
    [TestCase("segment", "https://shop.example/anywhere", SegmentEvent)]
    [TestCase("rudderstack", "https://shop.dataplane.rudderstack.com/v1/track", RudderEvent)]
    [TestCase("rudderstack", "https://shop.example/rs/v1/track", RudderEvent)]
    [TestCase("rudderstack", "https://shop.example/beacon/v1/batch?writeKey=k", $$"""{"batch":[{{RudderEvent}}]}""")]
    [TestCase("reddit", "https://alb.reddit.com/rp.gif?event=PageVisit")]
    [TestCase("reddit", "https://alb.reddit.com/rp", "event=PageVisit")]
    [TestCase("linkedin", "https://px.ads.linkedin.com/collect?pid=1")]
    [TestCase("linkedin", "https://px4.ads.linkedin.com/collect/?pid=1")]
    [TestCase("x", "https://t.co/i/adsct?txn_id=o1")]
    [TestCase("x", "https://t.co/1/i/adsct?txn_id=o1")]
    [TestCase("x", "https://analytics.x.com/1/i/adsctp", "txn_id=o1")]
    [TestCase("snapchat", "https://tr.snapchat.com/p", SnapEvent)]
    [TestCase("snapchat", "https://tr-shadow.snapchat.com/p?ev=PURCHASE")]
    [TestCase("snapchat", "https://eu.snapchat.com/gateway/p", SnapEvent)]
    [TestCase("klaviyo", "https://a.klaviyo.com/client/events/?company_id=A", KlaviyoEvent)]
    [TestCase("umami", "https://cloud.umami.is/api/send", UmamiEvent)]
    [TestCase("umami", "https://shop.example/stats/api/send", UmamiEvent)]
    [TestCase("umami", "https://shop.example/anywhere", UmamiEvent)]
    [TestCase("pirsch", "https://api.pirsch.io/hit?code=c")]
    [TestCase("pirsch", "https://shop.example/p/hit?nc=1&code=c&url=u")]
    [TestCase("pirsch", "https://shop.example/event", PirschEvent)]
    [TestCase("vercel", "https://shop.example/_vercel/insights/view", VercelView)]
    [TestCase("vercel", "https://shop.example/0a1b2c/view", VercelView)]
    [TestCase("cloudflare", "https://cloudflareinsights.com/cdn-cgi/rum", CloudflareLoad)]
    [TestCase("cloudflare", "https://shop.example/cdn-cgi/rum?req_id=1", CloudflareLoad)]
    [TestCase("fathom", "https://cdn.usefathom.com/?h=https%3A%2F%2Fshop.example&p=%2F&sid=S")]
    [TestCase("fathom", "https://collect.usefathom.com/?p=%2F&sid=S")]
    [TestCase("vwo", "https://dev.visualwebsiteoptimizer.com/events/t?en=buy&a=1", VwoEvent)]
    [TestCase("vwo", "https://dev.visualwebsiteoptimizer.com/as01/events/t?en=buy&a=1", VwoEvent)]
    [TestCase("vwo", "https://dev.visualwebsiteoptimizer.com/c.gif?goal_id=1")]
    [TestCase("contentsquare", "https://c.contentsquare.net/pageview?pid=1&url=u")]
    [TestCase("contentsquare", "https://c.ba.contentsquare.net/transaction?pid=1")]
    [TestCase("customfit", "https://api.customfit.ai/v1/cfe?cfenc=k", CustomFitEvents)]
    [TestCase("hotjar", "https://in.hotjar.com/api/v2/client/sites/1/visit-data?sv=6", "{}")]
    [TestCase("hotjar", "https://identify.hotjar.com/sites/1/users/u", "{}")]
    [TestCase("tealium", "https://collect.tealiumiq.com/event", TealiumEvent)]
    [TestCase("tealium", "https://collect-us-west-2.tealiumiq.com/v3/collect/event", TealiumEvent)]
    [TestCase("tealium", "https://collect.tealiumiq.com/event?tealium_account=shop&tealium_event=view")]
    [TestCase("tealium", "https://collect.tealiumiq.com/shop/main/2/i.gif?data=%7B%22event%22%3A%22view%22%7D")]
    [TestCase("hubspot", "https://track.hubspot.com/__ptq.gif?k=1")]
    [TestCase("hubspot", "https://track-na2.hubspot.com/__ptbe.gif?n=pe1_buy")]
    public void It_is_recognised(string vendor, string url, string body = "") =>
        Sample.OnlyHit(body.Length == 0 ? Sample.Get(url) : Sample.Post(url, body)).Vendor.Should().Be(vendor);

    [TestCase("https://shop.example/v1/interact", AepEvent)]
    [TestCase("https://shop.example/v1/collect?requestId=r", """{"events":[{"name":"buy"}]}""")]
    [TestCase("https://www.datadoghq-browser-agent.com/eu1/v7/datadog-rum.js")]
    [TestCase("https://shop.example/rum", """{"type":"action","_dd":{"format_version":2}}""")]
    [TestCase("https://cdn.amplitude.com/libs/analytics-browser-2.js.gz")]
    [TestCase("https://sr-client-cfg.amplitude.com/config?api_key=k")]
    [TestCase("https://shop.example/batch", """{"api_key":"k","events":[{"name":"buy"}]}""")]
    [TestCase("https://cdn.segment.com/v1/projects/k/settings")]
    [TestCase("https://shop.example/v1/t", """{"type":"track","event":"buy","messageId":"m"}""")]
    [TestCase("https://api.rudderstack.com/sourceConfig/?p=npm")]
    [TestCase("https://www.redditstatic.com/ads/pixel.js")]
    [TestCase("https://www.reddit.com/rp.gif?event=PageVisit")]
    [TestCase("https://www.linkedin.com/collect?pid=1")]
    [TestCase("https://ads.linkedin.com/collect?pid=1")]
    [TestCase("https://t.co/AbCdEf")]
    [TestCase("https://static.ads-twitter.com/uwt.js")]
    [TestCase("https://sc-static.net/scevent.min.js")]
    [TestCase("https://www.snapchat.com/p", SnapEvent)]
    [TestCase("https://static.klaviyo.com/onsite/js/klaviyo.js?company_id=A")]
    [TestCase("https://shop.example/api/send", """{"type":"mail","payload":{"to":"a"}}""")]
    [TestCase("https://shop.example/api/send", """{"type":"event","payload":{"name":"buy"}}""")]
    [TestCase("https://shop.example/event", """{"event_name":"buy"}""")]
    [TestCase("https://shop.example/hit?nc=1&code=1")]
    [TestCase("https://shop.example/va/view", """{"o":"a","ts":1}""")]
    [TestCase("https://shop.example/cdn-cgi/rum", """{"location":"a"}""")]
    [TestCase("https://cdn.usefathom.com/script.js")]
    [TestCase("https://dev.visualwebsiteoptimizer.com/tag/1.js")]
    [TestCase("https://js.hs-scripts.com/1.js")]
    [TestCase("https://t.contentsquare.net/uxa/355d5ac78f8a5.js")]
    [TestCase("https://sdk.customfit.ai/1/cf-js-sdk-min.js")]
    [TestCase("https://static.hotjar.com/c/hotjar-5212309.js?sv=7")]
    [TestCase("https://tags.tiqcdn.com/utag/shop/main/prod/utag.js")]
    [TestCase("https://shop.example/event", TealiumEvent)]
    [TestCase("https://app.hubspot.com/__ptq")]
    public void It_is_not_recognised(string url, string body = "") =>
        Sample.Decoder.Decode(body.Length == 0 ? Sample.Get(url) : Sample.Post(url, body)).Vendor.Should().BeNull();

    [TestCase("aep", "https://edge.adobedc.net/ee/v1/privacy/set-consent?configId=d", "{}")]
    [TestCase("datadog", "https://browser-intake-datadoghq.com/api/v2/replay", "x")]
    [TestCase("amplitude", "https://api-sr.amplitude.com/sessions/v2/track", "{}")]
    [TestCase("segment", "https://api.segment.io/v1/m", """{"series":[]}""")]
    [TestCase("reddit", "https://pixel-config.reddit.com/pixels/a2_1/config")]
    [TestCase("linkedin", "https://px.ads.linkedin.com/wa/", "H4sI")]
    [TestCase("snapchat", "https://tr.snapchat.com/cm/i?pid=1")]
    [TestCase("klaviyo", "https://a.klaviyo.com/client/sessions/?company_id=A", "{}")]
    [TestCase("pirsch", "https://api.pirsch.io/session", "{}")]
    [TestCase("contentsquare", "https://k-aeu1.contentsquare.net/v2/recording?rt=5&pid=276", "x")]
    [TestCase("contentsquare", "https://c.contentsquare.net/events?pid=276")]
    [TestCase("customfit", "https://api.customfit.ai/v1/users/configs?cfenc=k", "{}")]
    [TestCase("hotjar", "https://content.hotjar.io/?site_id=1&gzip=1", "x")]
    [TestCase("tealium", "https://visitor-service.tealiumiq.com/shop/main/v1")]
    [TestCase("vwo", "https://dev.visualwebsiteoptimizer.com/j.php?a=1")]
    public void What_is_no_hit_is_the_vendors_and_not_decoded(string vendor, string url, string body = "") =>
        Sample
            .Decoder.Decode(body.Length == 0 ? Sample.Get(url) : Sample.Post(url, body))
            .Should()
            .BeEquivalentTo(
                new
                {
                    Vendor = vendor,
                    Hits = Array.Empty<Hit>(),
                    Problem = (string?)null,
                }
            );

    [TestCase(
        "reddit",
        "https://alb.reddit.com/rp.gif",
        "It names no event: nothing stands at 'field.m.customEventName' or 'field.event'."
    )]
    [TestCase("x", "https://t.co/1/i/adsct", "It names no event: nothing stands at 'field.txn_id'.")]
    [TestCase("snapchat", "https://tr.snapchat.com/p", "It names no event: nothing stands at 'entry.t.ev' or 'field.ev'.")]
    [TestCase(
        "klaviyo",
        "https://a.klaviyo.com/client/events/",
        "It names no event: nothing stands at 'body.data.attributes.metric.data.attributes.name' or 'field.data.event'."
    )]
    public void A_request_that_says_nothing_is_a_problem(string vendor, string url, string reason) =>
        Sample
            .Decoder.Decode(Sample.Get(url))
            .Problem.Should()
            .Be($"The request to {StandardDecoders.All.Find(vendor)!.Vendor.Title} could not be decoded. {reason}");

    [Test]
    public void What_passes_through_Hotjars_WebSocket_is_unknown()
    {
        var message = Sample.Post("https://ws.hotjar.com/api/v2/client/ws?v=7&site_id=5212309", "{\"a\":1}") with { Method = "SEND" };

        Sample
            .Decoder.Decode(message)
            .Should()
            .BeEquivalentTo(
                new
                {
                    Vendor = "hotjar",
                    Hits = Array.Empty<Hit>(),
                    Problem = "The request to Hotjar could not be decoded. Hotjar's events and recordings pass through this WebSocket in a format that is not public.",
                }
            );
    }

    [TestCase("https://tr.snapchat.com/p", """{"req":[]}""", "It holds no events.")]
    [TestCase("https://tr.snapchat.com/p", """{"req":[{"t":""", "It carries JSON that cannot be read: ")]
    public void A_body_that_says_nothing_is_a_problem(string url, string body, string reason) =>
        Sample.Decoder.Decode(Sample.Post(url, body)).Problem.Should().StartWith($"The request to Snapchat could not be decoded. {reason}");

    [TestCase("purchases", "purchase")]
    [TestCase("productListAdds", "add_to_cart")]
    [TestCase("productViews", "view_item")]
    public void An_event_of_Adobes_without_a_type_is_named_by_what_it_measures(string measure, string standard)
    {
        var body =
            $$$"""{"events":[{"xdm":{"commerce":{"{{{measure}}}":{"value":1},"order":{"priceTotal":9.5,"currencyCode":"EUR","purchaseID":"T-1"}},"productListItems":[{"SKU":"A"}]}}]}""";

        Sample
            .OnlyHit(Sample.Post("https://edge.adobedc.net/ee/v1/interact?configId=d&requestId=r", body))
            .Should()
            .BeEquivalentTo(
                new
                {
                    Event = $"commerce.{measure}",
                    StandardEvent = standard,
                    Account = "d",
                    EventId = "r",
                    Currency = "EUR",
                    TransactionId = "T-1",
                    ItemIds = new[] { "A" },
                }
            );
    }

    [Test]
    public void What_Datadog_measures_by_itself_is_no_hit_and_no_problem()
    {
        var resource = DatadogEvent.Replace("\"action\",", "\"resource\",", StringComparison.Ordinal);

        var decoded = Sample.Decoder.Decode(
            Sample.Post("https://browser-intake-datadoghq.eu/api/v2/rum", $"{resource}\n{DatadogEvent}\n{resource}")
        );

        decoded.Should().BeEquivalentTo(new { Problem = (string?)null });
        decoded.Hits.Select(hit => hit.Event).Should().Equal("buy");
    }
}
