using FluentAssertions;
using MicroConvQA.Decoding;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Heap;

internal sealed class HeapDecoderSpecs
{
    private const string Endpoint = "https://heapanalytics.com/h?a=3992788168&u=1&v=2&s=3&b=web&tv=4.0";

    [TestCase($"{Endpoint}&h=%2F&d=shop.example&t=Shop&ts=1627986538071")]
    [TestCase("https://c.us.heap-api.com/h?a=1&h=%2F")]
    [TestCase("https://eu.heapanalytics.com/h?a=1&h=%2F")]
    public void It_is_recognised(string url)
    {
        var hit = Sample.OnlyHit(Sample.Get(url));

        (hit.Vendor, hit.Event, hit.StandardEvent).Should().Be(("heap", "pageview", "page_view"));
    }

    [TestCase("https://cdn.heapanalytics.com/js/heap-236035469.js")]
    [TestCase("https://cdn.us.heap-api.com/config/1/heap_config.js")]
    [TestCase("https://shop.example/h?a=1&b=web&tv=4.0&h=%2F")]
    public void It_is_not_recognised(string url) => Sample.Decoder.Decode(Sample.Get(url)).Vendor.Should().BeNull();

    [Test]
    public void Telemetry_carries_nothing() =>
        Sample
            .Decoder.Decode(Sample.Get("https://heapanalytics.com/api/telemetry?te=1"))
            .Should()
            .BeEquivalentTo(
                new
                {
                    Vendor = "heap",
                    Hits = Array.Empty<Hit>(),
                    Problem = (string?)null,
                }
            );

    [Test]
    public void Each_interaction_of_a_request_is_a_hit()
    {
        var decoded = Sample.Decoder.Decode(
            Sample.Get(
                $"{Endpoint}&i=u-1&sp=d&sp=shop.example&pp=h&pp=%2Fcart&pp=ts&pp=1&id0=81&t0=click&n0=a&x0=Sign%20in&ts0=1620824030758&id1=82&t1=change&i1=mail&ts1=1620824030900&st=5"
            )
        );

        decoded
            .Hits.Select(hit => (hit.Event, hit.EventId, hit.UserId, hit.StatedTime!.Value.ToUnixTimeMilliseconds()))
            .Should()
            .Equal(("click", "81", "u-1", 1620824030758), ("change", "82", "u-1", 1620824030900));
        decoded
            .Hits.Select(hit => Sample.Json(hit.Parameters))
            .Should()
            .Equal(
                """{"target_tag":"a","target_text":"Sign in","path":"/cart","wire":{"b":"web","tv":"4.0","st":"5","sp":{"d":"shop.example"}}}""",
                """{"target_id":"mail","path":"/cart","wire":{"b":"web","tv":"4.0","st":"5","sp":{"d":"shop.example"}}}"""
            );
        decoded.Hits.Should().OnlyContain(hit => hit.Unread.Count == 0);
    }

    [Test]
    public void An_event_of_the_shops_own_is_partly_read()
    {
        var hit = Sample.OnlyHit(Sample.Get($"{Endpoint}&id0=81&t0=Added%20to%20cart&k0=sku&ts0=1620824030758"));

        (hit.Event, (string?)hit.Parameters.SelectToken("wire.k")).Should().Be(("Added to cart", "sku"));
        hit.Unread.Should()
            .Equal("What Heap's script sends with an event of the shop's own is not public: its properties may stand under 'wire'.");
    }

    [TestCase("identify_v3", "identify")]
    [TestCase("add_user_properties_v3", "add_user_properties")]
    public void Who_somebody_is_is_a_state(string path, string name) =>
        Sample
            .OnlyHit(Sample.Get($"https://heapanalytics.com/api/{path}?a=1&u=2&i=u-1&st=5"))
            .Should()
            .BeEquivalentTo(
                new
                {
                    Event = name,
                    Role = HitRole.State,
                    UserId = "u-1",
                    Account = "1",
                }
            );

    [Test]
    public void The_documented_message_has_its_properties_and_items()
    {
        var hit = Sample.OnlyHit(
            Sample.Post(
                "https://c.eu.heap-api.com/api/track",
                """{"app_id":"1","identity":"u","event":"Buy","properties":{"Order ID":"T-1","revenue":9.5,"products":[{"sku":"A"}]}}"""
            )
        );

        (hit.Event, hit.Account, hit.UserId, hit.TransactionId, Sample.Json(hit.Value), hit.ItemIds.Single())
            .Should()
            .Be(("Buy", "1", "u", "T-1", "9.5", "A"));
    }

    [TestCase(
        "https://c.us.heap-api.com/api/capture/v2/track",
        "",
        "Heap's newer script sends it as Protocol Buffers, whose schema is not public."
    )]
    [TestCase("https://heapanalytics.com/api/track", "{}", "It names no event: its body is no JSON object with an 'event'.")]
    [TestCase(
        "https://heapanalytics.com/h?a=1",
        "",
        "It is no page view and names no interaction: there is neither 'd', 'h' nor 't0' in its query."
    )]
    public void What_cannot_be_read_is_a_problem(string url, string body, string reason) =>
        Sample.Decoder.Decode(Sample.Post(url, body)).Problem.Should().Be($"The request to Heap could not be decoded. {reason}");
}
