using System.Buffers.Text;
using System.Text;
using FluentAssertions;
using MicroConvQA.Decoding;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Snowplow;

internal sealed class SnowplowDecoderSpecs
{
    private const string Collector = "https://collector.example/com.snowplowanalytics.snowplow/tp2";
    private const string PayloadSchema = "iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4";

    [TestCase(Collector)]
    [TestCase("https://shop.example/metrics/collect")]
    [TestCase("https://eu1.collector.snplow.net/custom/tp2")]
    public void A_group_is_recognised_by_its_schema(string url)
    {
        Sample
            .Decoder.Decode(Sample.Post(url, Payload("""{"e":"pv"}""", """{"e":"pp"}""")))
            .Hits.Select(hit => hit.Event)
            .Should()
            .Equal("page_view", "page_ping");
    }

    [TestCase("https://shop.example/i?e=pv&p=web&tv=js-4", "snowplow")]
    [TestCase("https://shop.example/sp/i?e=pv&p=web&tv=js-4", "snowplow")]
    [TestCase("https://shop.example/i?e=pv", null)]
    [TestCase("https://shop.example/i?e=zz&p=web&tv=1", null)]
    [TestCase("https://shop.example/image?e=pv&p=web&tv=1", null)]
    public void A_GET_is_recognised_by_its_fields(string url, string? vendor) =>
        Sample.Decoder.Decode(Sample.Get(url)).Vendor.Should().Be(vendor);

    [TestCase("""{"schema":"iglu:com.acme/x/jsonschema/1-0-0","data":[]}""")]
    [TestCase("""{"schema":1}""")]
    public void Other_self_describing_JSON_is_not_recognised(string body) =>
        Sample.Decoder.Decode(Sample.Post("https://shop.example/x", body)).Vendor.Should().BeNull();

    [Test]
    public void A_self_describing_event_is_called_by_its_schemas_name()
    {
        var hit = Sample.OnlyHit(
            Sample.Post(Collector, Payload(SelfDescribing("com.acme", "newsletter_signup", """{"place":"footer"}""")))
        );

        (hit.Event, (string?)hit.Parameters["place"]).Should().Be(("newsletter_signup", "footer"));
    }

    [Test]
    public void An_ecommerce_action_is_called_by_its_type_and_its_products_are_items()
    {
        var action = SelfDescribing(
            "com.snowplowanalytics.snowplow.ecommerce",
            "snowplow_ecommerce_action",
            """{"type":"product_view"}""",
            Contexts(
                ("com.snowplowanalytics.snowplow.ecommerce/product", """{"id":"A","price":5,"currency":"EUR"}"""),
                ("com.snowplowanalytics.snowplow.ecommerce/product", """{"id":"B"}"""),
                ("com.snowplowanalytics.snowplow.ecommerce/cart", """{"total_value":7}"""),
                ("com.acme/tag", """{"n":1}"""),
                ("com.acme/tag", """{"n":2}""")
            )
        );

        var hit = Sample.OnlyHit(Sample.Post(Collector, Payload(action)));

        hit.Event.Should().Be("product_view");
        hit.ItemIds.Should().Equal("A", "B");
        hit.Currency.Should().Be("EUR");
        hit.Value.Should().BeEquivalentTo(new JValue(7));
        hit.Parameters.SelectToken("contexts.tag[1].n").Should().BeEquivalentTo(new JValue(2));
    }

    [Test]
    public void A_legacy_transaction_counts_once_and_its_items_are_companions()
    {
        var hits = Sample
            .Decoder.Decode(
                Sample.Post(
                    Collector,
                    Payload(
                        """{"e":"tr","tr_id":"T-1","tr_tt":"12.50","tr_cu":"EUR"}""",
                        """{"e":"ti","ti_id":"T-1","ti_sk":"A","ti_pr":"12.50","ti_qu":"1"}"""
                    )
                )
            )
            .Hits;

        hits.Select(hit => (hit.Event, hit.Role, hit.TransactionId))
            .Should()
            .Equal(("transaction", HitRole.Event, "T-1"), ("transaction_item", HitRole.Companion, "T-1"));
        hits[0].Value.Should().BeEquivalentTo(new JValue(12.50m));
        hits[1].ItemIds.Should().Equal("A");
    }

    [Test]
    public void Ids_and_times_are_found()
    {
        var hit = Sample.OnlyHit(
            Sample.Post(
                Collector,
                Payload(
                    """{"e":"se","se_ac":"zoom","aid":"shop","eid":"e1","duid":"d1","sid":"s1","uid":"u1","url":"https://x/","dtm":"1795206363693"}"""
                )
            )
        );

        hit.Should()
            .BeEquivalentTo(
                new
                {
                    Event = "zoom",
                    Account = "shop",
                    EventId = "e1",
                    ClientId = "d1",
                    SessionId = "s1",
                    UserId = "u1",
                    PageUrl = "https://x/",
                    StatedTime = new DateTimeOffset(2026, 11, 20, 20, 26, 3, 693, TimeSpan.Zero),
                }
            );
    }

    [Test]
    public void Contexts_that_cannot_be_read_leave_an_event_that_is_partly_read()
    {
        var hit = Sample.OnlyHit(Sample.Post(Collector, Payload("""{"e":"pv","cx":"%%%"}""")));

        hit.Unread.Should().Equal("Its field 'cx' is not base64url of a text.");
    }

    [Test]
    public void An_event_that_cannot_be_read_is_a_problem_beside_the_others()
    {
        var decoded = Sample.Decoder.Decode(Sample.Post(Collector, Payload("""{"e":"pv"}""", """{"e":"ue","ue_px":"!"}""", "7")));

        decoded.Hits.Should().ContainSingle();
        decoded
            .Problem.Should()
            .Be(
                "A part of the request to Snowplow could not be decoded. "
                    + "Event 2: Its field 'ue_px' is not base64url of a text. Event 3: It is not a JSON object."
            );
    }

    [Test]
    public void An_empty_group_is_a_problem()
    {
        Sample
            .Decoder.Decode(Sample.Post(Collector, Payload()))
            .Problem.Should()
            .Be("The request to Snowplow could not be decoded. It holds no events.");
    }

    private static string Payload(params string[] events) => $$"""{"schema":"{{PayloadSchema}}","data":[{{string.Join(',', events)}}]}""";

    private static string SelfDescribing(string vendor, string name, string data, string contexts = "")
    {
        var envelope =
            "{\"schema\":\"iglu:com.snowplowanalytics.snowplow/unstruct_event/jsonschema/1-0-0\",\"data\":"
            + $$"""{"schema":"iglu:{{vendor}}/{{name}}/jsonschema/1-0-0","data":{{data}} } }""";
        return $$"""{"e":"ue","ue_px":"{{Encode(envelope)}}"{{contexts}}}""";
    }

    private static string Contexts(params (string Schema, string Data)[] entities)
    {
        var list = entities.Select(entity => $$"""{"schema":"iglu:{{entity.Schema}}/jsonschema/1-0-0","data":{{entity.Data}} }""");
        var contexts =
            $$"""{"schema":"iglu:com.snowplowanalytics.snowplow/contexts/jsonschema/1-0-0","data":[{{string.Join(',', list)}}]}""";
        return $",\"cx\":\"{Encode(contexts)}\"";
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
