using FluentAssertions;
using MicroConvQA.Decoding;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.UniversalAnalytics;

internal sealed class UaDecoderSpecs
{
    private const string Endpoint = "https://www.google-analytics.com/collect?v=1&tid=UA-12345-1&cid=5";

    [TestCase("https://www.google-analytics.com/collect?v=1&tid=UA-1&t=event")]
    [TestCase("https://ssl.google-analytics.com/r/collect?v=1&tid=UA-1&t=event")]
    [TestCase("https://www.google-analytics.com/j/collect?v=1&tid=UA-1&t=pageview")]
    [TestCase("https://stats.g.doubleclick.net/j/collect?t=dc&v=1&tid=UA-1")]
    [TestCase("https://sst.shop.example/x/collect?v=1&tid=UA-1&t=event")]
    public void It_is_recognised(string url) => Sample.OnlyHit(Sample.Get(url)).Vendor.Should().Be("ua");

    [TestCase("https://www.google-analytics.com/analytics.js")]
    [TestCase("https://www.google-analytics.com/g/collect?v=2&tid=G-1&en=x")]
    [TestCase("https://shop.example/collect?v=1&tid=7&t=event")]
    [TestCase("https://shop.example/collect")]
    [TestCase("https://k.clarity.ms/collect")]
    public void It_is_not_recognised(string url)
    {
        var decoded = Sample.Decoder.Decode(Sample.Get(url));

        decoded.Vendor.Should().NotBe("ua");
        decoded.Problem.Should().NotContain("('ua')");
    }

    [TestCase("https://www.google-analytics.com/collect")]
    [TestCase("https://sst.shop.example/anything")]
    public void A_beacon_carries_its_hit_in_the_body(string url)
    {
        Sample.OnlyHit(Sample.Post(url, "v=1&tid=UA-1&t=event&ec=shop&ea=zoom")).Event.Should().Be("zoom");
    }

    [Test]
    public void What_joins_the_ads_cookies_of_a_country_is_a_companion()
    {
        var hit = Sample.OnlyHit(
            Sample.Get("https://www.google.de/ads/ga-audiences?v=1&t=sr&aip=1&_r=4&tid=UA-12345-1&cid=7.8&jid=9&_u=QCCAAEABAAAAAC~&z=1")
        );

        (hit.Vendor, hit.Event, hit.Role, hit.StandardEvent, hit.Account, hit.ClientId)
            .Should()
            .Be(("ua", "ga-audiences", HitRole.Companion, null, "UA-12345-1", "7.8"));
    }

    [Test]
    public void A_shops_own_path_of_the_same_name_is_its_own()
    {
        var request = Sample.Post("https://shop.example/collect");

        Sample.Decoder.IsAnalytics(request.Method, request.Url).Should().BeFalse();
        Sample.Decoder.IsAnalytics("OPTIONS", request.Url).Should().BeFalse();
    }

    [Test]
    public void A_batch_yields_one_hit_per_line()
    {
        var decoded = Sample.Decoder.Decode(
            Sample.Post("https://www.google-analytics.com/batch", "v=1&tid=UA-1&t=pageview\nv=1&tid=UA-1&t=event&ea=zoom\nv=1")
        );

        decoded.Hits.Select(hit => (hit.Line, hit.Event)).Should().Equal((0, "pageview"), (1, "zoom"));
        decoded
            .Problem.Should()
            .Be("1 of the 3 lines of the batch to Universal Analytics name no hit type (no 't'), so what they carry is unknown.");
    }

    [Test]
    public void What_joins_the_ads_cookie_is_a_companion()
    {
        Sample.OnlyHit(Sample.Get("https://stats.g.doubleclick.net/j/collect?t=dc&v=1&tid=UA-1")).Role.Should().Be(HitRole.Companion);
    }

    [Test]
    public void Products_are_items_and_the_purchase_is_read()
    {
        var hit = Sample.OnlyHit(
            Sample.Get(
                $"{Endpoint}&t=pageview&pa=purchase&ti=T1&tr=64.80&tt=3&ts=2&cu=EUR&tcc=SUM&pr1id=A&pr1nm=Lamp&pr1pr=29.9&pr1qt=2&pr1cd3=brass&pr1cm1=4&pr2id=B&pr10id=C"
            )
        );

        (hit.Event, hit.StandardEvent, hit.TransactionId, (decimal?)hit.Value, hit.Currency)
            .Should()
            .Be(("pageview", "purchase", "T1", 64.80m, "EUR"));
        hit.ItemIds.Should().Equal("A", "B", "C");
        Sample.Json(hit.Items[0]).Should().Be("""{"id":"A","name":"Lamp","price":29.9,"quantity":2,"dimension3":"brass","metric1":4}""");
    }

    [Test]
    public void Products_in_lists_bear_their_lists_name()
    {
        var hit = Sample.OnlyHit(Sample.Get($"{Endpoint}&t=event&ea=shown&il1nm=Search&il1pi2id=B&il1pi1id=A&il1pi1ps=1&il2pi1id=C"));

        hit.Items.Select(item => ((string?)item["id"], (string?)item["list"]))
            .Should()
            .Equal(("A", "Search"), ("B", "Search"), ("C", null));
        hit.StandardEvent.Should().Be("view_item_list");
    }

    [Test]
    public void Promotions_are_items_where_there_are_no_products()
    {
        var hit = Sample.OnlyHit(Sample.Get($"{Endpoint}&t=event&ea=banner&promoa=click&promo1id=P1&promo1cr=summer&promo1ps=top"));

        Sample.Json(hit.Items.Single()).Should().Be("""{"id":"P1","creative":"summer","position":"top"}""");
        hit.StandardEvent.Should().Be("select_promotion");
    }

    [TestCase("pa=detail", "view_item")]
    [TestCase("pa=click", "select_item")]
    [TestCase("pa=add", "add_to_cart")]
    [TestCase("pa=remove", "remove_from_cart")]
    [TestCase("pa=checkout&cos=1", "begin_checkout")]
    [TestCase("pa=checkout&cos=2", "page_view")]
    [TestCase("pa=refund", "refund")]
    [TestCase("il1pi1id=A", "page_view")]
    [TestCase("", "page_view")]
    public void Ecommerce_data_say_what_a_hit_stands_for(string fields, string standard)
    {
        Sample.OnlyHit(Sample.Get($"{Endpoint}&t=pageview&{fields}")).StandardEvent.Should().Be(standard);
    }

    [Test]
    public void The_items_of_a_classic_transaction_are_companions_of_it()
    {
        var item = Sample.OnlyHit(Sample.Get($"{Endpoint}&t=item&ti=T1&ic=A&in=Lamp&ip=29.9&iq=2"));
        var transaction = Sample.OnlyHit(Sample.Get($"{Endpoint}&t=transaction&ti=T1&tr=59.8"));

        (item.Role, item.TransactionId, item.ItemIds.Single()).Should().Be((HitRole.Companion, "T1", "A"));
        (transaction.Role, transaction.StandardEvent).Should().Be((HitRole.Event, "purchase"));
    }

    [Test]
    public void A_hit_without_a_type_is_a_problem()
    {
        Sample
            .Decoder.Decode(Sample.Get(Endpoint))
            .Problem.Should()
            .Be("The request to Universal Analytics could not be decoded. It names no hit type: there is no 't' in its query or body.");
    }
}
