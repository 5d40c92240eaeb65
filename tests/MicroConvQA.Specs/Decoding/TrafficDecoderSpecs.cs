using FluentAssertions;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding;

internal sealed class TrafficDecoderSpecs
{
    private const string Ga4Hit = "https://www.google-analytics.com/g/collect?v=2&tid=G-1&en=search&ep.search_term=lamp";

    public sealed class Recognition
    {
        [TestCase("https://shop.example/")]
        [TestCase("https://shop.example/api/cart?v=2&tid=7&en=x")]
        [TestCase("https://www.google-analytics.com/analytics.js")]
        [TestCase("https://www.googletagmanager.com/gtag/js?id=G-1")]
        [TestCase("data:image/gif;base64,R0lGOD")]
        public void A_request_of_nobody_is_left_alone(string url)
        {
            var decoded = Sample.Decoder.Decode(Sample.Get(url));

            decoded.Should().BeEquivalentTo(new DecodedRequest { Request = decoded.Request });
            Sample.Decoder.IsAnalytics("GET", url).Should().BeFalse();
        }

        [Test]
        public void A_destinations_own_endpoint_is_its_vendors()
        {
            var decoder = TrafficDecoder.For([
                new Destination
                {
                    Name = "web",
                    Title = "Plausible",
                    Vendor = "plausible",
                    Endpoints = ["shop.example/e"],
                },
            ]);

            var decoded = decoder.Decode(Sample.Post("https://shop.example/e", """{"n":"Signup"}"""));

            decoded.Vendor.Should().Be("plausible");
            decoded.Hits.Should().ContainSingle(hit => hit.Event == "Signup");
        }

        [Test]
        public void A_destination_of_an_unknown_vendor_is_named()
        {
            var building = () =>
                TrafficDecoder.For([
                    new Destination
                    {
                        Name = "web",
                        Title = "Web",
                        Vendor = "plausibel",
                    },
                ]);

            building
                .Should()
                .Throw<ArgumentException>()
                .WithMessage(
                    "The destination 'web' names the vendor 'plausibel', which no decoder reads; there are "
                        + string.Join(", ", StandardDecoders.All.VendorNames)
                        + "."
                );
        }

        [Test]
        public void A_decoder_is_asked_once_however_often_its_key_stands_there()
        {
            var curious = new Curious();

            new TrafficDecoder(DecoderSet.Empty.With(curious), []).Decode(Sample.Post("https://shop.example/x?k=1&k=2&k=3", "k=4&k=5"));

            curious.Asked.Should().Be(1);
        }

        [Test]
        public void Two_decoders_that_claim_one_request_are_a_problem_and_not_a_race()
        {
            var decoder = new TrafficDecoder(
                StandardDecoders.All.With(new Impostor(new Endpoint("www.google-analytics.com", "/g/collect"))),
                []
            );

            var decoded = decoder.Decode(Sample.Get(Ga4Hit));

            decoded.Hits.Should().BeEmpty();
            decoded
                .Problem.Should()
                .StartWith("Both ")
                .And.Contain("Google Analytics 4 ('ga4')")
                .And.Contain("Impostor ('impostor')")
                .And.EndWith(
                    "recognise this request, so its hits are unknown. "
                        + "Say whose it is: put its URL into the 'endpoints' of one destination in playwright.config.json."
                );
        }

        [Test]
        public void An_author_settles_whose_a_request_is()
        {
            var destination = new Destination
            {
                Name = "ga4",
                Title = "GA4",
                Vendor = "ga4",
                Endpoints = ["www.google-analytics.com/*"],
            };
            var decoder = new TrafficDecoder(
                StandardDecoders.All.With(new Impostor(new Endpoint("www.google-analytics.com", "/g/collect"))),
                [destination]
            );

            decoder.Decode(Sample.Get(Ga4Hit)).Hits.Should().ContainSingle();
        }

        [TestCase("*", "/collect/*")]
        [TestCase("*", "*")]
        public void A_path_on_any_host_must_end_in_a_fixed_segment(string host, string path)
        {
            var building = () => new TrafficDecoder(DecoderSet.Empty.With(new Impostor(new Endpoint(host, path))), []);

            building
                .Should()
                .Throw<ArgumentException>()
                .WithMessage($"The decoder 'impostor' claims '{path}' on any host; such a path must end in a fixed segment.");
        }

        [TestCase("https://shop.example/api/track")]
        [TestCase("https://shop.example/i")]
        [TestCase("https://shop.example/api/send")]
        [TestCase("https://shop.example/api/event")]
        [TestCase("https://shop.example/com.snowplowanalytics.snowplow/tp2")]
        public void A_preflight_to_a_path_that_anybody_may_have_is_nobodys(string url)
        {
            Sample.Decoder.Decode(Preflight(url)).Vendor.Should().BeNull();
            Sample.Decoder.IsAnalytics("OPTIONS", url).Should().BeFalse();
        }

        [TestCase("https://plausible.io/api/event", "plausible")]
        [TestCase("https://sst.shop.example/g/collect?v=2&tid=G-1&en=search", "ga4")]
        [TestCase("https://shop.example/matomo.php?idsite=1&rec=1", "matomo")]
        public void A_preflight_whose_address_names_a_vendor_is_that_vendors_and_carries_nothing(string url, string vendor)
        {
            Sample
                .Decoder.Decode(Preflight(url))
                .Should()
                .BeEquivalentTo(
                    new
                    {
                        Vendor = vendor,
                        Hits = Array.Empty<Hit>(),
                        Problem = (string?)null,
                    }
                );
            Sample.Decoder.IsAnalytics("OPTIONS", url).Should().BeTrue();
        }

        [Test]
        public void A_preflight_that_two_decoders_claim_is_no_problem()
        {
            var decoder = new TrafficDecoder(
                StandardDecoders.All.With(new Impostor(new Endpoint("www.google-analytics.com", "/g/collect"))),
                []
            );

            decoder.Decode(Preflight(Ga4Hit)).Problem.Should().BeNull();
        }

        [Test]
        public void Vendors_that_share_an_address_are_told_apart_by_the_query()
        {
            var decoder = new TrafficDecoder(
                DecoderSet.Empty.With(new Impostor(new Endpoint("imp.example", "/e") { Query = "id=I-*" })),
                []
            );

            new[] { "?id=I-1", "?id=J-1", "", "?id=", "?other=I-1" }
                .Select(query => decoder.IsAnalytics("GET", $"https://imp.example/e{query}"))
                .Should()
                .Equal(true, false, false, false, false);
        }

        [Test]
        public void A_vendor_is_registered_once()
        {
            var adding = () => DecoderSet.Empty.With(new Impostor()).With(new Impostor());

            adding
                .Should()
                .Throw<ArgumentException>()
                .WithMessage("There is already a decoder for the vendor 'impostor'; give this one another name.*");
        }

        [Test]
        public void The_vendors_hosts_are_known()
        {
            Sample.Decoder.VendorHosts.Should().Contain(["*.google-analytics.com", "plausible.io", "*.mixpanel.com"]).And.NotContain("*");
        }
    }

    public sealed class Trouble
    {
        [TestCase(BodyState.Unreadable, "https://plausible.io/api/event", "plausible")]
        [TestCase(BodyState.Cut, "https://shop.example/api/event", "plausible")]
        [TestCase(BodyState.Unreadable, "https://shop.example/mp/track/", "mixpanel")]
        [TestCase(BodyState.Unreadable, "https://shop.example/com.snowplowanalytics.snowplow/tp2", "snowplow")]
        [TestCase(BodyState.Cut, "https://sst.shop.example/g/collect?v=2&tid=G-1", "ga4")]
        public void A_body_that_is_unknown_is_a_problem_of_the_vendor_and_never_no_hits(BodyState state, string url, string vendor)
        {
            var decoded = Sample.Decoder.Decode(Sample.Post(url) with { BodyState = state });

            decoded.Vendor.Should().Be(vendor);
            decoded
                .Problem.Should()
                .StartWith($"The request to {StandardDecoders.All.Find(vendor)!.Vendor.Title} could not be decoded. Its body ");
        }

        [Test]
        public void A_decoder_with_a_bug_is_named_and_the_walk_goes_on()
        {
            var decoder = new TrafficDecoder(DecoderSet.Empty.With(new Impostor(new Endpoint("imp.example", "/e"))), []);

            decoder
                .Decode(Sample.Get("https://imp.example/e"))
                .Problem.Should()
                .Be("The decoder 'impostor' failed, which is a bug of that decoder: NotSupportedException: as ever");
        }

        [Test]
        public void A_body_that_is_not_UTF8_is_said_on_every_hit()
        {
            var decoded = Sample.Decoder.Decode(
                Sample.Post("https://plausible.io/api/event", [.. """{"n":"a","d":"x,y","p":{"k":" """u8, 0xff, .. "\"}}"u8])
            );

            decoded.Hits.Should().HaveCount(2).And.OnlyContain(hit => hit.Unread.Count == 1);
        }
    }

    public sealed class Answers
    {
        [Test]
        public void A_preflight_is_allowed_what_it_asks_for()
        {
            var request = Sample.Get(Ga4Hit) with
            {
                Method = "OPTIONS",
                Headers = new Dictionary<string, string>
                {
                    ["Origin"] = "https://shop.example",
                    ["Access-Control-Request-Headers"] = "content-type,x-own",
                    ["Access-Control-Request-Private-Network"] = "true",
                },
            };

            var answer = Sample.Decoder.AnswerTo(request);

            answer.Status.Should().Be(204);
            answer
                .Headers.Should()
                .Contain("access-control-allow-origin", "https://shop.example")
                .And.Contain("access-control-allow-credentials", "true")
                .And.Contain("access-control-allow-headers", "content-type,x-own")
                .And.Contain("access-control-allow-private-network", "true")
                .And.ContainKey("access-control-allow-methods");
            Sample
                .Decoder.Decode(request)
                .Should()
                .BeEquivalentTo(
                    new
                    {
                        Vendor = "ga4",
                        Problem = (string?)null,
                        Hits = Array.Empty<Hit>(),
                    }
                );
        }

        [TestCase("https://www.google-analytics.com/g/collect?v=2&tid=G-1&en=x", 204, "")]
        [TestCase("https://sst.shop.example/g/collect?v=2&tid=G-1&en=x&richsstsse", 200, "")]
        [TestCase("https://plausible.io/api/event", 202, "ok")]
        [TestCase("https://api-js.mixpanel.com/track/?verbose=1", 200, """{"error":null,"status":1}""")]
        [TestCase("https://api-js.mixpanel.com/track/", 200, "1")]
        [TestCase("https://api-js.mixpanel.com/flags/", 200, """{"flags":{}}""")]
        [TestCase("https://api-js.mixpanel.com/record/", 200, """{"code":200,"status":"OK"}""")]
        [TestCase("https://eu.collector.snplow.net/com.snowplowanalytics.snowplow/tp2", 200, "ok")]
        [TestCase("https://www.google-analytics.com/j/collect?v=1&tid=UA-1&t=pageview", 200, "1")]
        [TestCase("https://www.googleadservices.com/pagead/conversion/7/?en=conversion", 204, "")]
        [TestCase("https://www.facebook.com/tr/?id=1&ev=Lead", 200, "")]
        [TestCase("https://analytics.tiktok.com/api/v2/pixel", 200, "")]
        [TestCase("https://ct.pinterest.com/user/?tid=1", 200, "{}")]
        [TestCase("https://bat.bing.com/action/0?ti=1&evt=custom", 204, "")]
        [TestCase("https://alb.reddit.com/rp.gif?event=Lead", 204, "")]
        [TestCase("https://a.klaviyo.com/client/profiles/?company_id=A", 202, """{"meta":{"exchange_id":"stub"}}""")]
        [TestCase("https://a.klaviyo.com/client/events/?company_id=A", 202, "{}")]
        [TestCase("https://a.klaviyo.com/api/track?data=e30", 200, "1")]
        [TestCase("https://cloud.umami.is/api/send", 200, """{"cache":"stub"}""")]
        [TestCase("https://api.pirsch.io/event", 200, "")]
        [TestCase("https://matomo.example/matomo.php?idsite=1&rec=1&send_image=0", 204, "")]
        [TestCase("https://gum.criteo.com/sid/json?origin=onetag", 200, "{}")]
        [TestCase("https://sslwidget.criteo.com/event?a=1&p0=e%3Dvh", 200, "")]
        [TestCase("https://mc.yandex.ru/watch/1?wmode=7&browser-info=pv%3A1", 200, """{"settings":{}}""")]
        [TestCase("https://in.hotjar.com/api/v2/client/sites/1/visit-data?sv=6", 200, """{"success":true}""")]
        [TestCase("https://api.customfit.ai/v1/cfe?cfenc=k", 200, "{}")]
        [TestCase("https://collect.tealiumiq.com/event", 200, "")]
        [TestCase("https://c.contentsquare.net/pageview?pid=1", 204, "")]
        public void Each_vendor_answers_as_its_server_does(string url, int status, string body)
        {
            var answer = Sample.Decoder.AnswerTo(Sample.Post(url));

            answer.Status.Should().Be(status);
            System.Text.Encoding.UTF8.GetString(answer.Body).Should().Be(body);
            answer
                .Headers.Should()
                .Contain("access-control-allow-origin", "*")
                .And.Contain("cache-control", "no-store")
                .And.NotContainKey("access-control-allow-credentials");
        }

        [Test]
        public void A_list_of_requests_to_Matomo_is_answered_as_tracked()
        {
            var answer = Sample.Decoder.AnswerTo(Sample.Post("https://matomo.example/matomo.php", """{"requests":["?idsite=1&rec=1"]}"""));

            System.Text.Encoding.UTF8.GetString(answer.Body).Should().Be("""{"status":"success","tracked":1,"invalid":0}""");
        }

        [TestCase(Transport.Image, "image/gif", 43)]
        [TestCase(Transport.Document, "text/html; charset=utf-8", 30)]
        [TestCase(Transport.Script, "text/javascript; charset=utf-8", 0)]
        public void Images_frames_and_scripts_get_something_that_loads(Transport transport, string contentType, int length)
        {
            var answer = Sample.Decoder.AnswerTo(Sample.Get(Ga4Hit) with { Transport = transport });

            answer.Status.Should().Be(200);
            answer.Headers.Should().Contain("content-type", contentType);
            answer.Body.Should().HaveCount(length);
        }
    }

    private static CapturedRequest Preflight(string url) => Sample.Get(url) with { Method = "OPTIONS" };

    /// <summary>A team's own decoder that claims what is another's, and has a bug.</summary>
    /// <summary>Counts how often it is asked.</summary>
    private sealed class Curious : IHitDecoder
    {
        public int Asked { get; private set; }

        public VendorProfile Vendor { get; } =
            new()
            {
                Name = "curious",
                Title = "Curious",
                PayloadKeys = ["k"],
                Aliases = AliasNames.CustomaryAt,
                Evidence = Evidence.Documentation,
            };

        public bool Recognises(RequestContent request) => ++Asked < 0;

        public DecodedHits Decode(RequestContent request) => throw new NotSupportedException("it recognises nothing");

        public StubAnswer AnswerTo(RequestContent request) => StubAnswers.NoContent;
    }

    private sealed class Impostor(params Endpoint[] endpoints) : IHitDecoder
    {
        public VendorProfile Vendor { get; } =
            new()
            {
                Name = "impostor",
                Title = "Impostor",
                Endpoints = endpoints,
                Aliases = AliasNames.CustomaryAt,
                Evidence = Evidence.Documentation,
            };

        public bool Recognises(RequestContent request) => true;

        public DecodedHits Decode(RequestContent request) => throw new NotSupportedException("as ever");

        public StubAnswer AnswerTo(RequestContent request) => StubAnswers.NoContent;
    }
}
