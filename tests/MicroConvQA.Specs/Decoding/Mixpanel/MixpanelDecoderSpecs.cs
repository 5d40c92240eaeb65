using System.Text;
using FluentAssertions;
using MicroConvQA.Decoding;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Mixpanel;

internal sealed class MixpanelDecoderSpecs
{
    private const string Endpoint = "https://api-js.mixpanel.com/track/?verbose=1";
    private const string Event =
        """{"event":"Buy","properties":{"token":"t","$insert_id":"i1","time":1795206363.693,"Order ID":"T-1","Products":[{"SKU":"A"}]}}""";

    private static readonly string Base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(Event));

    [TestCase("https://shop.example/mp/track/")]
    [TestCase("https://api-eu.mixpanel.com/track")]
    public void Each_spelling_of_the_data_is_read(string url)
    {
        string[] bodies =
        [
            $"data={Uri.EscapeDataString(Base64)}",
            $"data={Base64}",
            $"data={Uri.EscapeDataString(Event)}",
            Event,
            $"[{Event}]",
        ];

        bodies.Select(body => Sample.OnlyHit(Sample.Post(url, body)).Event).Should().AllBe("Buy");
        Sample.OnlyHit(Sample.Get($"{url}?data={Base64}")).Event.Should().Be("Buy");
    }

    [TestCase("https://shop.example/track", "data=hello")]
    [TestCase("https://shop.example/track", """{"event":"Buy","properties":{}}""")]
    [TestCase("https://shop.example/track", "")]
    [TestCase("https://shop.example/orders", "data=e30=")]
    [TestCase("https://cdn.mxpnl.com/libs/mixpanel.js", "")]
    public void It_is_not_recognised(string url, string body) => Sample.Decoder.Decode(Sample.Post(url, body)).Vendor.Should().BeNull();

    [Test]
    public void What_the_shop_sent_stands_apart_from_what_the_SDK_adds()
    {
        var hit = Sample.OnlyHit(Sample.Post(Endpoint, Event));

        hit.Parameters.Properties().Select(property => property.Name).Should().Equal("Order ID", "Products", "wire");
        hit.Should()
            .BeEquivalentTo(
                new
                {
                    Account = "t",
                    EventId = "i1",
                    TransactionId = "T-1",
                    ItemIds = new[] { "A" },
                    StatedTime = new DateTimeOffset(2026, 11, 20, 20, 26, 3, 693, TimeSpan.Zero),
                }
            );
    }

    [TestCase("https://api-js.mixpanel.com/engage/", """[{"$token":"t","$distinct_id":"d","$set":{"a":1}}]""", "$set")]
    [TestCase("https://api-js.mixpanel.com/groups/", """[{"$token":"t","$group_key":"k","$group_id":"g","$union":{"a":[1]}}]""", "$union")]
    [TestCase(Endpoint, """{"event":"$identify","properties":{"token":"t"}}""", "$identify")]
    public void Who_somebody_is_is_state(string url, string body, string name)
    {
        var hit = Sample.OnlyHit(Sample.Post(url, body));

        (hit.Event, hit.Role).Should().Be((name, HitRole.State));
    }

    [Test]
    public void Session_replay_carries_no_hits_and_is_no_problem()
    {
        var decoded = Sample.Decoder.Decode(Sample.Post("https://api-js.mixpanel.com/record/?seq=0", [0x1f, 0x8b, 0]));

        decoded
            .Should()
            .BeEquivalentTo(
                new
                {
                    Vendor = "mixpanel",
                    Problem = (string?)null,
                    Hits = Array.Empty<Hit>(),
                }
            );
    }

    [TestCase("", "It carries no 'data', neither in its query nor in its body.")]
    [TestCase("data=%25%25", "Its field 'data' is neither JSON nor base64 of JSON.")]
    public void Data_that_cannot_be_read_is_a_problem(string body, string reason)
    {
        Sample.Decoder.Decode(Sample.Post(Endpoint, body)).Problem.Should().Be($"The request to Mixpanel could not be decoded. {reason}");
    }

    [Test]
    public void An_entry_that_is_no_event_is_a_problem_beside_the_hits()
    {
        var decoded = Sample.Decoder.Decode(Sample.Post(Endpoint, $"[{Event},7]"));

        decoded.Hits.Should().ContainSingle();
        decoded
            .Problem.Should()
            .Be(
                "1 of the 2 entries sent to Mixpanel are neither an event with a name nor a profile update, so what they carry is unknown."
            );
    }
}
