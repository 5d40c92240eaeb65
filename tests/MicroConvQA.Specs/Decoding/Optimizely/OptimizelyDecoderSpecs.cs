using FluentAssertions;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Optimizely;

internal sealed class OptimizelyDecoderSpecs
{
    private const string Endpoint = "https://logx.optimizely.com/v1/events";
    private const string Purchase =
        """{"key":"purchase","uuid":"u-1","timestamp":1795206363693,"entity_id":"7","tags":{"order_id":"T-1","revenue":12990,"items":[{"sku":"A"}]},"revenue":12990}""";

    private static string Body(string events) =>
        $$"""{"account_id":"2","project_id":"1","visitors":[{"visitor_id":"v","attributes":[{"key":"plan","value":"x"}],"snapshots":[{"decisions":[],"events":[{{events}}]}]}]}""";

    [TestCase(Endpoint)]
    [TestCase("https://eu.logx.optimizely.com/v1/events")]
    [TestCase("https://shop.example/opt/v1/events")]
    [TestCase("https://shop.example/anywhere")]
    public void It_is_recognised(string url) => Sample.OnlyHit(Sample.Post(url, Body(Purchase))).Vendor.Should().Be("optimizely");

    [TestCase("https://shop.example/v1/events", """{"visitors":[{"name":"x"}],"account_id":"2"}""")]
    [TestCase("https://shop.example/v1/events", """{"events":[]}""")]
    [TestCase("https://shop.example/v1/events", "")]
    [TestCase("https://cdn.optimizely.com/js/1.js", "")]
    public void It_is_not_recognised(string url, string body) => Sample.Decoder.Decode(Sample.Post(url, body)).Vendor.Should().BeNull();

    [Test]
    public void The_visitor_and_the_project_stand_at_each_of_their_events()
    {
        var decoded = Sample.Decoder.Decode(Sample.Post(Endpoint, Body($$"""{{Purchase}},{"key":"search","uuid":"u-2"}""")));

        decoded
            .Hits.Select(hit => (hit.Event, hit.EventId, hit.ClientId, hit.Account))
            .Should()
            .Equal(("purchase", "u-1", "v", "1"), ("search", "u-2", "v", "1"));
        decoded
            .Hits[0]
            .Should()
            .BeEquivalentTo(
                new
                {
                    TransactionId = "T-1",
                    ItemIds = new[] { "A" },
                    StatedTime = new DateTimeOffset(2026, 11, 20, 20, 26, 3, 693, TimeSpan.Zero),
                }
            );
    }

    [TestCase("\"revenue\":12990", "129.9")]
    [TestCase("\"revenue\":700", "7")]
    [TestCase("\"revenue\":12990,\"value\":5", "5")]
    public void Revenue_is_in_hundredths(string sent, string value) =>
        Sample.Json(Sample.OnlyHit(Sample.Post(Endpoint, Body($$"""{"key":"purchase",{{sent}}}"""))).Value).Should().Be(value);

    [TestCase("\"key\":\"k\",\"type\":\"t\",\"entity_id\":\"1\"", "k")]
    [TestCase("\"type\":\"campaign_activated\",\"entity_id\":\"1\"", "campaign_activated")]
    [TestCase("\"entity_id\":\"1\"", "1")]
    public void An_event_without_a_key_is_named_by_its_type_or_by_what_it_is_of(string sent, string name) =>
        Sample.OnlyHit(Sample.Post(Endpoint, Body($"{{{sent}}}"))).Event.Should().Be(name);

    [TestCase("", "It holds no events.")]
    public void A_request_that_says_nothing_is_a_problem(string events, string reason) =>
        Sample
            .Decoder.Decode(Sample.Post(Endpoint, Body(events)))
            .Problem.Should()
            .Be($"The request to Optimizely could not be decoded. {reason}");

    [Test]
    public void An_entry_that_is_no_event_is_a_problem_beside_the_hits()
    {
        var decoded = Sample.Decoder.Decode(Sample.Post(Endpoint, Body($"{Purchase},7")));

        decoded.Hits.Should().ContainSingle();
        decoded.Problem.Should().Be("1 of the 2 entries sent to Optimizely name no event, so what they carry is unknown.");
    }
}
