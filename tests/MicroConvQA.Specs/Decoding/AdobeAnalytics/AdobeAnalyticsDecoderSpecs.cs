using FluentAssertions;
using MicroConvQA.Decoding;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.AdobeAnalytics;

internal sealed class AdobeAnalyticsDecoderSpecs
{
    private const string Path = "/b/ss/suite/1/JS-2.22.0/s78921068678131";
    private const string Endpoint = $"https://metrics.shop.example{Path}?AQB=1&";

    private static IReadOnlyList<Hit> Hits(string fields) => Sample.Decoder.Decode(Sample.Get($"{Endpoint}{fields}&AQE=1")).Hits;

    private static Hit First(string fields) => Hits(fields)[0];

    [TestCase($"https://shop.d1.sc.omtrdc.net{Path}?AQB=1&pageName=home&AQE=1")]
    [TestCase($"https://shop.sc.omtrdc.net{Path}?AQB=1&pageName=home&AQE=1")]
    [TestCase($"https://shop.sc.2o7.net{Path}?AQB=1&AQE=1")]
    [TestCase($"https://shop.data.adobedc.net{Path}?AQB=1&AQE=1")]
    [TestCase($"https://smetrics.shop.example{Path}?AQB=1&AQE=1")]
    [TestCase("https://smetrics.shop.example/b/ss/suite/10/JS-2.22.0-LBWB/s1?AQB=1&AQE=1")]
    public void It_is_recognised(string url) => Sample.OnlyHit(Sample.Get(url)).Vendor.Should().Be("adobe-analytics");

    [TestCase("https://shop.example/b/ss/about")]
    [TestCase("https://shop.example/collect?AQB=1")]
    [TestCase("https://shop.tt.omtrdc.net/rest/v1/delivery?client=shop")]
    [TestCase("https://edge.adobedc.net/ee/v1/interact?configId=1")]
    [TestCase("https://assets.adobedtm.com/b/launch.min.js")]
    public void It_is_not_recognised(string url) => Sample.Decoder.Decode(Sample.Get(url)).Vendor.Should().NotBe("adobe-analytics");

    [Test]
    public void A_long_request_on_a_shops_own_host_has_its_fields_in_the_body() =>
        Sample
            .OnlyHit(Sample.Post($"https://smetrics.shop.example{Path}", "AQB=1&pageName=home&AQE=1"))
            .Parameters.Value<string>("pageName")
            .Should()
            .Be("home");

    [Test]
    public void Each_success_event_is_a_hit_beside_the_page_view()
    {
        var hits = Hits("events=purchase%3AT-1%2Cevent5%3D12.5%2Cevent7%3AS-9&purchaseID=T-1");

        hits.Select(hit => (hit.Event, hit.EventId, Sample.Json(hit.Value)))
            .Should()
            .Equal(("pageview", null, ""), ("purchase", "T-1", ""), ("event5", null, "12.5"), ("event7", "S-9", ""));
        hits.Select(hit => hit.Line).Should().Equal(0, 1, 2, 3);
    }

    [Test]
    public void A_purchase_is_known_again_by_its_number() =>
        Hits("events=purchase&purchaseID=T-1")[1]
            .Should()
            .BeEquivalentTo(
                new
                {
                    Event = "purchase",
                    StandardEvent = "purchase",
                    EventId = "T-1",
                    TransactionId = "T-1",
                }
            );

    [TestCase("pe=lnk_o&pev2=Add+to+cart", "Add to cart")]
    [TestCase("pe=lnk_e&pev1=https%3A%2F%2Fpartner.example", "lnk_e")]
    [TestCase("pe=m_s&pev3=trailer", "m_s")]
    [TestCase("pageName=home", "pageview")]
    public void A_link_is_called_by_its_name_and_every_other_request_by_its_type(string fields, string name) =>
        First(fields).Event.Should().Be(name);

    [Test]
    public void Products_have_all_their_six_places()
    {
        var hit = First(
            "cc=EUR&events=purchase&products=Lamps%3BLAMP%3B1%3B129.90%3Bevent2%3D3%7Cevent4%3D1.5%3BeVar1%3Da%7CeVar2%3Db%2C%3BBULB%3B2%3B8.9"
        );

        hit.Items.Select(Sample.Json)
            .Should()
            .Equal(
                """{"category":"Lamps","product":"LAMP","quantity":1,"price":129.90,"event2":3,"event4":1.5,"eVar1":"a","eVar2":"b"}""",
                """{"product":"BULB","quantity":2,"price":8.9}"""
            );
        (Sample.Json(hit.Value), hit.Currency).Should().Be(("138.80", "EUR"));
        hit.ItemIds.Should().Equal("LAMP", "BULB");
    }

    [TestCase("products=%3BLAMP", "pageview", "prodView")]
    [TestCase("products=%3BLAMP&events=scAdd", "pageview", "scAdd")]
    [TestCase("products=%3BLAMP&pe=lnk_o&pev2=zoom", "zoom")]
    public void Products_without_an_event_count_as_viewed(string fields, params string[] events) =>
        Hits(fields).Select(hit => hit.Event).Should().Equal(events);

    [Test]
    public void Context_data_are_nested_as_they_were()
    {
        var hit = First("c.=&a.=&activitymap.=&link=HOME&.activitymap=&.a=&term=lamp&.c=&h.=&bh=1&.h=&c=24");

        Sample
            .Json(hit.Parameters)
            .Should()
            .Be("""{"contextData":{"a":{"activitymap":{"link":"HOME"}},"term":"lamp"},"wire":{"c":"24","h":{"bh":"1"}}}""");
    }

    [TestCase("D=D%3D&c20=tuesday&v20=D%3Dc20", "tuesday")]
    [TestCase("D=D%3D&v20=D%3Dc20", "D=c20")]
    [TestCase("c20=tuesday&v20=D%3Dc20", "D=c20")]
    public void A_value_that_repeats_another_field_is_that_fields(string fields, string value) =>
        First(fields).Parameters.Value<string>("eVar20").Should().Be(value);

    [Test]
    public void A_request_to_several_report_suites_is_hits_at_each()
    {
        var decoded = Sample.Decoder.Decode(Sample.Get("https://shop.sc.omtrdc.net/b/ss/one,two/1/JS-2.22.0/s1?AQB=1&events=event1&AQE=1"));

        decoded
            .Hits.Select(hit => (hit.Account, hit.Event))
            .Should()
            .Equal(("one", "pageview"), ("one", "event1"), ("two", "pageview"), ("two", "event1"));
    }

    [TestCase("t=20%2F10%2F2026%2020%3A41%3A8%205%20-60", "2026-11-20T19:41:08Z")]
    [TestCase("t=9%2F0%2F2018%2016%3A16%3A47%202%20420", "2018-01-09T23:16:47Z")]
    [TestCase("ts=1795205870", "2026-11-20T20:17:50Z")]
    [TestCase("t=99%2F99%2F2018%2016%3A16%3A47%202%20420", null)]
    public void The_visitors_clock_is_read_with_its_offset(string fields, string? time) =>
        First(fields)
            .StatedTime.Should()
            .Be(time is null ? null : DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture));

    [Test]
    public void A_long_address_is_put_together() =>
        First("g=https%3A%2F%2Fshop.example%2Fa&-g=%3Fb%3D1").PageUrl.Should().Be("https://shop.example/a?b=1");

    [Test]
    public void A_request_without_its_end_is_partly_read() =>
        Sample
            .OnlyHit(Sample.Get($"{Endpoint}pageName=home"))
            .Unread.Should()
            .Equal("It does not end with 'AQE', so it may have been cut off on its way.");

    [Test]
    public void A_request_without_fields_is_a_problem() =>
        Sample
            .Decoder.Decode(Sample.Get($"https://shop.sc.omtrdc.net{Path}"))
            .Problem.Should()
            .Be("The request to Adobe Analytics could not be decoded. It carries no fields, neither in its query nor in a body.");

    [Test]
    public void Events_that_together_hold_too_much_are_a_problem() =>
        Sample
            .Decoder.Decode(
                Sample.Get(
                    $"{Endpoint}events={string.Join("%2C", Enumerable.Repeat("event1", 900))}&{string.Join('&', Enumerable.Range(1, 300).Select(number => $"c{number}=1"))}"
                )
            )
            .Problem.Should()
            .Be(
                "The request to Adobe Analytics could not be decoded. Its events together hold more than 200,000 values, which is more than is read of one request."
            );

    [Test]
    public void Marks_without_an_end_are_bounded() =>
        Sample
            .Decoder.Decode(Sample.Get($"{Endpoint}{string.Concat(Enumerable.Repeat("a.=&", 100))}"))
            .Problem.Should()
            .Be("The request to Adobe Analytics could not be decoded. It nests its context data more than 64 deep.");
}
