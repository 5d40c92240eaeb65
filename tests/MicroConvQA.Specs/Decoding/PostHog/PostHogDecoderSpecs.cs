using System.IO.Compression;
using System.Text;
using FluentAssertions;
using MicroConvQA.Decoding;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.PostHog;

internal sealed class PostHogDecoderSpecs
{
    private const string Endpoint = "https://eu.i.posthog.com/i/v0/e/?ip=0&_=1795220486691&ver=1.449.2";
    private const string Event =
        """{"uuid":"e-1","event":"purchase","properties":{"$lib":"web","token":"phc_t","$session_id":"s","order_id":"T-1","products":[{"sku":"A"}]},"timestamp":"2026-11-20T20:26:03.693Z"}""";

    private static readonly string Base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(Event));

    [TestCase(Endpoint)]
    [TestCase("https://us.posthog.com/e/")]
    [TestCase("https://app.posthog.com/track/")]
    [TestCase("https://shop.example/ingest/e/?compression=gzip-js")]
    [TestCase("https://shop.example/ph/batch")]
    public void Each_spelling_of_the_events_is_read(string url)
    {
        byte[][] bodies =
        [
            Bytes(Event),
            Bytes($"[{Event}]"),
            Bytes($$"""{"api_key":"phc_t","batch":[{{Event}}],"sent_at":""}"""),
            Gzip(Event),
            Bytes($"data={Uri.EscapeDataString(Base64)}"),
            Bytes($"data={Uri.EscapeDataString(Event)}"),
            Bytes($"data={Uri.EscapeDataString(Convert.ToBase64String(Gzip(Event)))}"),
        ];

        bodies
            .Select(body => Sample.OnlyHit(Sample.Post(url, body)))
            .Should()
            .OnlyContain(hit => hit.Vendor == "posthog" && hit.Event == "purchase" && hit.Account == "phc_t");
    }

    [TestCase("https://shop.example/e/", """{"event":"purchase","properties":{"token":"t"}}""")]
    [TestCase("https://shop.example/e/", """{"event":"purchase","properties":{"$lib":"web"}}""")]
    [TestCase("https://shop.example/capture", "data=hello")]
    [TestCase("https://shop.example/batch", "")]
    [TestCase("https://shop.example/orders", Event)]
    [TestCase("https://eu-assets.i.posthog.com/static/array.js", "")]
    [TestCase("https://eu-assets.i.posthog.com/array/phc_t/config", "")]
    public void It_is_not_recognised(string url, string body) => Sample.Decoder.Decode(Sample.Post(url, body)).Vendor.Should().BeNull();

    [Test]
    public void What_the_shop_sent_stands_apart_from_what_the_SDK_adds()
    {
        var hit = Sample.OnlyHit(Sample.Post(Endpoint, Event));

        hit.Parameters.Properties().Select(property => property.Name).Should().Equal("order_id", "products", "wire");
        hit.Should()
            .BeEquivalentTo(
                new
                {
                    EventId = "e-1",
                    SessionId = "s",
                    TransactionId = "T-1",
                    ItemIds = new[] { "A" },
                    StatedTime = new DateTimeOffset(2026, 11, 20, 20, 26, 3, 693, TimeSpan.Zero),
                }
            );
    }

    [TestCase("$identify")]
    [TestCase("$set")]
    [TestCase("$groupidentify")]
    public void Who_somebody_is_is_state(string name) =>
        Sample.OnlyHit(Sample.Post(Endpoint, Event.Replace("purchase", name, StringComparison.Ordinal))).Role.Should().Be(HitRole.State);

    [TestCase("https://eu.i.posthog.com/s/?compression=gzip-js")]
    [TestCase("https://eu.i.posthog.com/flags/?v=2")]
    [TestCase("https://app.posthog.com/decide/?v=3")]
    public void Session_replay_and_flags_carry_no_hits_and_are_no_problem(string url) =>
        Sample
            .Decoder.Decode(Sample.Post(url, [0x1f, 0x8b, 0]))
            .Should()
            .BeEquivalentTo(
                new
                {
                    Vendor = "posthog",
                    Problem = (string?)null,
                    Hits = Array.Empty<Hit>(),
                }
            );

    [TestCase("", "It carries no events, neither as JSON nor in a field 'data'.")]
    [TestCase("data=%25%25", "Its field 'data' is neither JSON nor base64 of JSON.")]
    [TestCase("[]", "It holds no events.")]
    public void Data_that_cannot_be_read_is_a_problem(string body, string reason) =>
        Sample.Decoder.Decode(Sample.Post(Endpoint, body)).Problem.Should().Be($"The request to PostHog could not be decoded. {reason}");

    [Test]
    public void An_entry_that_is_no_event_is_a_problem_beside_the_hits()
    {
        var decoded = Sample.Decoder.Decode(Sample.Post(Endpoint, $"[{Event},7]"));

        decoded.Hits.Should().ContainSingle();
        decoded.Problem.Should().Be("1 of the 2 entries sent to PostHog name no event, so what they carry is unknown.");
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Gzip(string text)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionMode.Compress))
            gzip.Write(Bytes(text));
        return target.ToArray();
    }
}
