using FluentAssertions;
using MicroConvQA.Decoding;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Ga4;

internal sealed class Ga4DecoderSpecs
{
    private const string Endpoint = "https://www.google-analytics.com/g/collect?v=2&tid=G-TEST01&_p=77";

    public sealed class Recognition
    {
        [TestCase("https://www.google-analytics.com/g/collect?v=2&tid=G-1&en=x")]
        [TestCase("https://region1.google-analytics.com/g/collect?v=2&tid=G-1&en=x")]
        [TestCase("https://analytics.google.com/g/collect?v=2&tid=G-1&en=x")]
        [TestCase("https://region1.analytics.google.com/g/collect?v=2&tid=G-1&en=x")]
        [TestCase("https://stats.g.doubleclick.net/g/collect?v=2&tid=G-1")]
        [TestCase("https://www.google.co.uk/ads/ga-audiences?v=1&t=sr&tid=G-1")]
        [TestCase("https://www.merchant-center-analytics.goog/mc/collect?v=2&tid=MC-1&en=x")]
        [TestCase("https://sst.shop.example/g/collect?v=2&tid=G-1&en=x")]
        [TestCase("https://shop.example/abc/ag/g/c?v=2&tid=G-1&en=x")]
        [TestCase("https://shop.example/anything?x=1&tid=G-1&v=2&en=x")]
        public void It_is_recognised(string url) => Sample.Decoder.Decode(Sample.Post(url)).Vendor.Should().Be("ga4");

        [TestCase("https://www.google-analytics.com/collect?v=1&tid=UA-1&t=event")]
        [TestCase("https://k.clarity.ms/collect?v=2")]
        [TestCase("https://shop.example/g/collect?v=2&tid=UA-1&en=x")]
        [TestCase("https://shop.example/g/collect?v=2&tid=G-1")]
        [TestCase("https://shop.example/anything?v=1&tid=G-1&en=x")]
        [TestCase("https://www.google.com/search?q=tid")]
        [TestCase("https://notgoogle-analytics.com/g/collect?v=2")]
        public void It_is_not_recognised(string url)
        {
            var decoded = Sample.Decoder.Decode(Sample.Post(url));

            decoded.Vendor.Should().NotBe("ga4");
            decoded.Problem.Should().NotContain("('ga4')");
        }

        [Test]
        public void A_first_party_batch_is_recognised_by_its_lines()
        {
            Sample
                .Decoder.Decode(Sample.Post("https://shop.example/x?v=2&tid=G-1", "en=a\r\nen=b"))
                .Hits.Select(hit => hit.Event)
                .Should()
                .Equal("a", "b");
        }

        [Test]
        public void Who_it_is_of_stands_on_the_hit() =>
            Sample
                .OnlyHit(
                    Sample.Get(
                        "https://www.google-analytics.com/g/collect?v=2&tid=G-1&en=a&cid=1.2&sid=3&uid=u&_p=4&dl=https%3A%2F%2Fshop.example%2F"
                    )
                )
                .Should()
                .BeEquivalentTo(
                    new
                    {
                        Account = "G-1",
                        ClientId = "1.2",
                        SessionId = "3",
                        UserId = "u",
                        PageLoadId = "4",
                        PageUrl = "https://shop.example/",
                    }
                );
    }

    public sealed class Batches
    {
        [Test]
        public void A_batched_request_yields_one_hit_per_line()
        {
            var hits = Sample
                .Decoder.Decode(Sample.Post(Endpoint + "&cu=EUR&sid=5", "en=a&epn.value=1\r\nen=b&cu=USD&epn.value=2\nen=c\r\n"))
                .Hits;

            hits.Select(hit => (hit.Line, hit.Event, hit.Currency, (decimal?)hit.Value, hit.SessionId))
                .Should()
                .Equal((0, "a", "EUR", 1m, "5"), (1, "b", "USD", 2m, "5"), (2, "c", "EUR", null, "5"));
        }

        [Test]
        public void A_line_without_an_event_is_a_problem_beside_the_hits()
        {
            var decoded = Sample.Decoder.Decode(Sample.Post(Endpoint, "en=a\r\nepn.value=2"));

            decoded.Hits.Should().ContainSingle();
            decoded
                .Problem.Should()
                .Be("1 of the 2 lines of the batch to Google Analytics 4 name no event (no 'en'), so what they carry is unknown.");
        }

        [Test]
        public void A_request_without_an_event_is_a_problem()
        {
            Sample
                .Decoder.Decode(Sample.Post(Endpoint))
                .Problem.Should()
                .Be("The request to Google Analytics 4 could not be decoded. It names no event: there is no 'en' in its query or body.");
        }
    }

    public sealed class Parameters
    {
        [TestCase("epn.value=29.90", "29.90", JTokenType.Float)]
        [TestCase("epn.value=30", "30", JTokenType.Integer)]
        [TestCase("ep.value=29.90", "29.90", JTokenType.String)]
        public void A_parameter_keeps_its_type(string field, string text, JTokenType type)
        {
            var value = Sample.OnlyHit(Sample.Post($"{Endpoint}&en=x&{field}")).Parameters["value"]!;

            value.Type.Should().Be(type);
            JsonConvert.SerializeObject(value).Trim('"').Should().Be(text);
        }

        [Test]
        public void A_number_that_is_none_is_said_to_be_partly_read()
        {
            var hit = Sample.OnlyHit(Sample.Post($"{Endpoint}&en=x&epn.value=NaN"));

            hit.Parameters["value"]!.Type.Should().Be(JTokenType.String);
            hit.Unread.Should().Equal("'epn.value' should be a number and is 'NaN'.");
        }

        [Test]
        public void What_gtag_adds_by_itself_stands_under_wire()
        {
            var hit = Sample.OnlyHit(Sample.Post($"{Endpoint}&en=x&ep.a=1&_s=4&tfd=99&dt=Shop"));

            JsonConvert.SerializeObject(hit.Parameters).Should().Be("""{"a":"1","page_title":"Shop","wire":{"_s":"4","tfd":"99"}}""");
        }

        [Test]
        public void Whoever_asks_first_all_who_hold_the_hit_see_the_same_wire()
        {
            var hit = Sample.OnlyHit(Sample.Post($"{Endpoint}&en=x&_s=4&tfd=99"));
            var copy = hit with { Line = 1 };

            var seen = Enumerable.Range(0, 64).AsParallel().Select(reader => (reader % 2 == 0 ? hit : copy).Parameters["wire"]!).ToList();

            seen.Should().OnlyContain(wire => ReferenceEquals(wire, seen[0]) && wire.Children().Count() == 2);
        }

        [Test]
        public void A_shops_own_parameter_called_wire_wins_and_it_is_said()
        {
            var hit = Sample.OnlyHit(Sample.Post($"{Endpoint}&en=x&ep.wire=copper&_s=4"));

            hit.Parameters["wire"]!.Should().BeEquivalentTo(new JValue("copper"));
            hit.Unread.Should()
                .Equal("A parameter of the shop is called 'wire' and hides the SDK's own fields, which are kept under that name.");
        }

        [Test]
        public void It_has_no_event_id_because_every_hit_counts()
        {
            Sample.OnlyHit(Sample.Post($"{Endpoint}&en=x&ep.event_id=7&_s=1")).EventId.Should().BeNull();
        }
    }

    public sealed class Items
    {
        [TestCase("idA~nmB", """{"item_id":"A","item_name":"B"}""")]
        [TestCase("idA~~~nm~~B", """{"item_id":"A~","item_name":"~B"}""")]
        [TestCase("br~idA", """{"item_brand":"","item_id":"A"}""")]
        [TestCase("pr1.299,00~qt2", """{"price":"1.299,00","quantity":2}""")]
        [TestCase("idA~k0size~v0XL~kQcolour~vQred", """{"item_id":"A","size":"XL","colour":"red"}""")]
        [TestCase("idA~zz9", """{"item_id":"A","zz":"9"}""")]
        [TestCase("vared", """{"item_variant":"red"}""")]
        public void An_item_is_read(string sent, string read)
        {
            var item = Sample.OnlyHit(Sample.Post($"{Endpoint}&en=x&pr1={Uri.EscapeDataString(sent)}")).Items.Single();

            JsonConvert.SerializeObject(item).Should().Be(read);
        }

        [Test]
        public void Items_stand_in_their_numbers_order()
        {
            var hit = Sample.OnlyHit(Sample.Post($"{Endpoint}&en=x&pr10=idJ&pr2=idB&pr1=idA"));

            hit.ItemIds.Should().Equal("A", "B", "J");
        }

        [Test]
        public void A_token_that_is_too_short_is_said()
        {
            Sample
                .OnlyHit(Sample.Post($"{Endpoint}&en=x&pr1=idA~b"))
                .Unread.Should()
                .Equal("The item 'idA~b' holds 'b', which is too short for a key and a value.");
        }
    }

    public sealed class Companions
    {
        [TestCase("https://stats.g.doubleclick.net/g/collect?v=2&tid=G-1&cid=5", "doubleclick")]
        [TestCase("https://www.google.com/ads/ga-audiences?v=1&t=sr&tid=G-1", "ga-audiences")]
        public void What_joins_ads_cookies_never_counts(string url, string name)
        {
            var hit = Sample.OnlyHit(Sample.Get(url));

            (hit.Role, hit.Event, hit.Account).Should().Be((HitRole.Companion, name, "G-1"));
        }

        [Test]
        public void An_automatic_event_is_an_event()
        {
            Sample.OnlyHit(Sample.Post($"{Endpoint}&en=user_engagement")).Role.Should().Be(HitRole.Event);
        }
    }
}
