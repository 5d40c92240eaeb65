using FluentAssertions;
using MicroConvQA.Decoding;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.TikTok;

internal sealed class TikTokDecoderSpecs
{
    private const string Endpoint = "https://analytics.tiktok.com/api/v2/pixel";
    private const string Event =
        """{"event":"AddToCart","message_id":"messageId-1-2-CODE","context":{"pixel":{"code":"CODE"}},"properties":{}}""";

    [TestCase(Endpoint)]
    [TestCase("https://analytics-sg.tiktok.com/api/v2/pixel")]
    [TestCase("https://analytics.us.tiktok.com/api/v2/pixel/track")]
    [TestCase("https://analytics.tiktokw.us/api/v2/pixel")]
    [TestCase("https://analytics.pangle-ads.com/api/v2/pangle_pixel")]
    public void It_is_recognised(string url) => Sample.OnlyHit(Sample.Post(url, Event)).Vendor.Should().Be("tiktok");

    [TestCase("https://analytics.tiktok.com/i18n/pixel/events.js")]
    [TestCase("https://www.tiktok.com/api/v2/pixels")]
    [TestCase("https://shop.example/api/v2/pixel")]
    public void It_is_not_recognised(string url) => Sample.Decoder.Decode(Sample.Post(url, Event)).Vendor.Should().BeNull();

    [TestCase(
        "https://analytics.pangle-ads.com/api/v2/pangle_pixel",
        """{"event":"Pageview","message_id":"messageId-1-2-CODE"}""",
        HitRole.Companion
    )]
    [TestCase(
        Endpoint + "/act",
        """{"action":"Metadata","message_id":"messageId-1-2","context":{"pixel":{"code":"CODE"}}}""",
        HitRole.Companion
    )]
    [TestCase(Endpoint, """{"event":"EnrichAM","message_id":"messageId-1-2-CODE"}""", HitRole.State)]
    [TestCase(Endpoint, Event, HitRole.Event)]
    public void Copies_and_what_the_pixel_gathers_itself_are_no_events(string url, string body, HitRole role)
    {
        var hit = Sample.OnlyHit(Sample.Post(url, body));

        (hit.Role, hit.Account).Should().Be((role, "CODE"));
    }

    [TestCase("""{"event":"Buy","event_id":"e1","message_id":"m1"}""", "e1")]
    [TestCase("""{"event":"Buy","event_id":"","message_id":"m1"}""", "m1")]
    [TestCase("""{"event":"Buy"}""", null)]
    public void The_shops_event_id_comes_before_the_SDKs(string body, string? id) =>
        Sample.OnlyHit(Sample.Post(Endpoint, body)).EventId.Should().Be(id);

    [Test]
    public void A_batch_yields_one_hit_for_each_message()
    {
        var decoded = Sample.Decoder.Decode(Sample.Post(Endpoint + "/batch", $$"""{"batch":[{{Event}},{"event":"Search"},7]}"""));

        decoded.Hits.Select(hit => (hit.Line, hit.Event)).Should().Equal((0, "AddToCart"), (1, "Search"));
        decoded.Problem.Should().Be("1 of the 3 messages to TikTok name no event, so what they carry is unknown.");
    }

    [Test]
    public void Contents_that_are_no_list_leave_a_hit_that_is_partly_read()
    {
        var hit = Sample.OnlyHit(Sample.Post(Endpoint, """{"event":"Buy","properties":{"contents":"A"}}"""));

        hit.Unread.Should().Equal("'contents' should be a list of objects and is String.");
        ((string?)hit.Parameters["contents"]).Should().Be("A");
    }

    [TestCase("{}", "It names neither an 'event' nor an 'action'.")]
    [TestCase("[]", "Its body is not a JSON object.")]
    [TestCase("", "It has no body, where one JSON value was expected.")]
    public void A_message_that_says_nothing_is_a_problem(string body, string reason)
    {
        Sample.Decoder.Decode(Sample.Post(Endpoint, body)).Problem.Should().Be($"The request to TikTok could not be decoded. {reason}");
    }
}
