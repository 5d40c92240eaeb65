using FluentAssertions;
using MicroConvQA.Decoding;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Shopify;

internal sealed class ShopifyDecoderSpecs
{
    private const string Endpoint = "https://monorail-edge.shopifysvc.com/unstable/produce_batch";
    private const string Added =
        """{"schema_id":"storefront_customer_tracking/4.22","payload":{"event_name":"product_added_to_cart","event_id":"e-1","shop_id":1,"unique_token":"y","deprecated_visit_token":"s","total_value":9.5,"currency":"EUR","analytics_allowed":true,"marketing_allowed":false,"products":["{\"sku\":\"A\",\"price\":9.5}"]},"metadata":{"event_created_at_ms":1795206363693}}""";
    private const string Older =
        """{"schema_id":"trekkie_storefront_track_added_product/1.1","payload":{"eventId":"e-1","shopId":1,"name":"Lamp"}}""";
    private const string Published =
        """{"schema_id":"web_pixels_manager_event_publish/1.4","payload":{"event_name":"quiz_done","event_type":"custom","event_id":"e-2","page_url":"https://shop.example/"}}""";
    private const string Metrics = """{"schema_id":"trekkie_metrics/1.2","payload":{}}""";

    private static string Batch(string events) => $$$"""{"events":[{{{events}}}],"metadata":{"event_sent_at_ms":1}}""";

    [TestCase(Endpoint)]
    [TestCase("https://monorail-edge-ca.shopifysvc.com/unstable/produce_batch")]
    [TestCase("https://shop.example/.well-known/shopify/monorail/unstable/produce_batch")]
    public void It_is_recognised(string url) => Sample.OnlyHit(Sample.Post(url, Batch(Added))).Vendor.Should().Be("shopify");

    [Test]
    public void A_single_entry_is_read_too() =>
        Sample
            .OnlyHit(Sample.Post("https://shop.example/.well-known/shopify/monorail/v1/produce", Added))
            .Event.Should()
            .Be("product_added_to_cart");

    [TestCase("https://shop.example/.well-known/shopify/monorail/unstable/produce_batch", """{"events":[{"name":"x"}]}""")]
    [TestCase("https://shop.example/unstable/produce_batch", """{"events":[{"schema_id":"a/1"}]}""")]
    [TestCase("https://cdn.shopify.com/shopifycloud/shopify/assets/storefront/load_feature.js", "")]
    public void It_is_not_recognised(string url, string body) => Sample.Decoder.Decode(Sample.Post(url, body)).Vendor.Should().BeNull();

    [Test]
    public void Products_are_texts_of_JSON_and_consent_is_said()
    {
        var hit = Sample.OnlyHit(Sample.Post(Endpoint, Batch(Added)));

        Sample.Json(hit.Items[0]).Should().Be("""{"sku":"A","price":9.5}""");
        hit.Should()
            .BeEquivalentTo(
                new
                {
                    StandardEvent = "add_to_cart",
                    Account = "1",
                    EventId = "e-1",
                    ClientId = "y",
                    SessionId = "s",
                    Currency = "EUR",
                    ItemIds = new[] { "A" },
                    Consent = new
                    {
                        AnalyticsStorage = true,
                        AdStorage = false,
                        Raw = "analytics_allowed=true marketing_allowed=false",
                    },
                }
            );
    }

    [Test]
    public void An_older_copy_is_a_companion_and_metrics_are_no_hit()
    {
        var decoded = Sample.Decoder.Decode(Sample.Post(Endpoint, Batch($"{Older},{Added},{Published},{Metrics}")));

        decoded.Problem.Should().BeNull();
        decoded
            .Hits.Select(hit => (hit.Event, hit.Role))
            .Should()
            .Equal(
                ("trekkie_storefront_track_added_product", HitRole.Companion),
                ("product_added_to_cart", HitRole.Event),
                ("quiz_done", HitRole.Event)
            );
    }

    [Test]
    public void Of_a_schema_that_is_not_known_nothing_is_dropped()
    {
        var hit = Sample.OnlyHit(Sample.Post(Endpoint, Batch("""{"schema_id":"new_thing/1.0","payload":{"a":1}}""")));

        (hit.Event, hit.Role).Should().Be(("new_thing", HitRole.Companion));
        hit.Unread.Should().Equal("Of the schema 'new_thing' nothing is known; it is taken for a companion of an event.");
    }

    [Test]
    public void A_product_that_cannot_be_read_leaves_the_hit_partly_read() =>
        Sample
            .OnlyHit(
                Sample.Post(
                    Endpoint,
                    Batch(Added.Replace("\"{\\\"sku\\\":\\\"A\\\",\\\"price\\\":9.5}\"", "\"lamp\"", StringComparison.Ordinal))
                )
            )
            .Unread.Should()
            .Equal("A product should be JSON and is \"lamp\".");

    [TestCase("", "It holds no events.")]
    public void A_request_that_says_nothing_is_a_problem(string events, string reason) =>
        Sample
            .Decoder.Decode(Sample.Post(Endpoint, Batch(events)))
            .Problem.Should()
            .Be($"The request to Shopify could not be decoded. {reason}");

    [Test]
    public void An_entry_without_a_schema_is_a_problem_beside_the_hits()
    {
        var decoded = Sample.Decoder.Decode(Sample.Post(Endpoint, Batch($"{Added},7")));

        decoded.Hits.Should().ContainSingle();
        decoded.Problem.Should().Be("1 of the 2 entries sent to Shopify name no schema, so what they carry is unknown.");
    }
}
