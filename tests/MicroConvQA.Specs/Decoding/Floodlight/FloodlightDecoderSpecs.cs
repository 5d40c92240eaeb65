using FluentAssertions;
using MicroConvQA.Decoding;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Floodlight;

internal sealed class FloodlightDecoderSpecs
{
    private const string Activity = "https://ad.doubleclick.net/activity;src=7;type=g;cat=t;";

    [TestCase("https://ad.doubleclick.net/activity;src=7;type=g;cat=t;ord=1;num=2?")]
    [TestCase("https://ad.doubleclick.net/ddm/activity/src=7;type=g;cat=t;ord=1?")]
    [TestCase("https://7.fls.doubleclick.net/activityi;src=7;type=g;cat=t;ord=5?")]
    [TestCase("https://fls.doubleclick.net/activityi;src=7;type=g;cat=t;ord=5?")]
    [TestCase("https://fls.doubleclick.net/activityj;src=7;type=g;cat=t;u1=a")]
    public void It_is_recognised(string url)
    {
        var hit = Sample.OnlyHit(Sample.Get(url));

        (hit.Vendor, hit.Account, hit.Event, hit.Role, (string?)hit.Parameters["send_to"])
            .Should()
            .Be(("floodlight", "DC-7", "g/t", HitRole.Event, "DC-7/g/t"));
    }

    [TestCase("https://googleads.g.doubleclick.net/pagead/viewthroughconversion/7/?en=page_view")]
    [TestCase("https://ad.doubleclick.net/ddm/trackclk/N123;dc_trk_aid=1")]
    [TestCase("https://ad.doubleclick.net/ccm/s/collect?en=page_view")]
    [TestCase("https://shop.example/activity;src=7;type=g;cat=t")]
    public void It_is_not_recognised(string url) => Sample.Decoder.Decode(Sample.Get(url)).Vendor.Should().NotBe("floodlight");

    [TestCase("https://adservice.google.com/ddm/fls/z/src=7;type=g;cat=t;ord=5")]
    [TestCase("https://ad.doubleclick.net/ddm/fls/i/src=7;type=g;cat=t;ord=5")]
    public void What_an_answer_leads_on_to_carries_nothing(string url) =>
        Sample
            .Decoder.Decode(Sample.Get(url))
            .Should()
            .BeEquivalentTo(
                new
                {
                    Vendor = "floodlight",
                    Hits = Array.Empty<Hit>(),
                    Problem = (string?)null,
                }
            );

    [TestCase("cost=666.66;qty=1;ord=T-1", "666.66", "T-1")]
    [TestCase("cost=12;ord=T-1", "12", "T-1")]
    [TestCase("ord=8104016085288", "", null)]
    public void Only_a_sales_number_is_an_orders(string fields, string value, string? order)
    {
        var hit = Sample.OnlyHit(Sample.Get(Activity + fields));

        (Sample.Json(hit.Value), hit.TransactionId).Should().Be((value, order));
    }

    [TestCase("ord=8104016085288;dc_random=17_a", "17_a")]
    [TestCase("cost=1;ord=T-1;dc_random=17_a", "17_a")]
    [TestCase("ord=8104016085288", "8104016085288")]
    [TestCase("ord=1;num=51718156", "51718156")]
    [TestCase("ord=1", null)]
    [TestCase("cost=1;ord=T-1", null)]
    public void The_second_of_its_two_requests_is_known_again_by_what_is_random(string fields, string? id) =>
        Sample.OnlyHit(Sample.Get(Activity + fields)).EventId.Should().Be(id);

    [Test]
    public void A_pair_counts_once()
    {
        var traffic = DecodedTraffic.Of(
            [
                Sample.Get($"{Activity}ord=1;dc_random=17_a"),
                Sample.Get("https://7.fls.doubleclick.net/activityi;src=7;type=g;cat=t;ord=1;dc_random=17_a;_dc_test=1"),
            ],
            Sample.Decoder
        );

        traffic.Repetitions().Should().ContainSingle();
    }

    [TestCase("https://7.fls.doubleclick.net/activityi;dc_pre=CO;src=7;type=g;cat=t;ord=5?")]
    [TestCase("https://ad.doubleclick.net/activity;register_conversion=1;src=7;type=g;cat=t;ord=5?")]
    [TestCase("https://ad.doubleclick.net/activity;src=835670;met=1;v=1;pid=27284875")]
    [TestCase("https://ad.doubleclick.net/activity;dc_pixel_url=shop;dc_seg=1;ord=5?")]
    public void Redirects_reports_and_advertisements_own_requests_never_count(string url) =>
        Sample.OnlyHit(Sample.Get(url)).Role.Should().Be(HitRole.Companion);

    [Test]
    public void Variables_page_and_consent_are_read()
    {
        var hit = Sample.OnlyHit(
            Sample.Get($"{Activity}u1=a%2Bb;u20=c%3Bd;user=1;gcs=G100;gcd=13p3p3p3p5l1;~oref=https%3A%2F%2Fshop.example%2F%3Fa%3D1?")
        );

        Sample
            .Json(hit.Parameters)
            .Should()
            .Be("""{"u1":"a+b","u20":"c;d","page_location":"https://shop.example/?a=1","send_to":"DC-7/g/t","wire":{"user":"1"}}""");
        (hit.PageUrl, hit.Consent!.AdStorage, hit.Consent.AnalyticsStorage).Should().Be(("https://shop.example/?a=1", false, false));
    }

    [Test]
    public void A_sales_products_are_its_items()
    {
        var hit = Sample.OnlyHit(Sample.Get($"{Activity}cost=1;ord=T-1;prd=i1:A|p1:19.99|q1:1|i2:B|p2:54.0|q2:2|c:us|l:en?"));

        hit.Items.Select(Sample.Json)
            .Should()
            .Equal("""{"id":"A","price":19.99,"quantity":1}""", """{"id":"B","price":54.0,"quantity":2}""");
        ((string?)hit.Parameters["country"], hit.Unread.Count).Should().Be(("us", 0));
    }

    [Test]
    public void Products_of_another_form_leave_a_hit_that_is_partly_read() =>
        Sample
            .OnlyHit(Sample.Get($"{Activity}prd=lamp"))
            .Unread.Should()
            .Equal("'prd' should hold numbered fields of products, and holds 'lamp'.");

    [Test]
    public void A_request_without_an_activity_is_a_problem() =>
        Sample
            .Decoder.Decode(Sample.Get("https://ad.doubleclick.net/activity;src=7;ord=5?"))
            .Problem.Should()
            .Be("The request to Floodlight could not be decoded. It names no activity: there is no 'cat' in its path.");
}
