using FluentAssertions;
using MicroConvQA.Decoding;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.GoogleAds;

internal sealed class GoogleAdsDecoderSpecs
{
    private const string Conversion = "https://www.googleadservices.com/pagead/conversion/700000001/?en=conversion&label=AbC-1";

    [TestCase("https://www.googleadservices.com/pagead/conversion/7/?en=conversion&label=a")]
    [TestCase("https://pagead2.googlesyndication.com/pagead/conversion/7/?en=conversion&label=a")]
    [TestCase("https://googleads.g.doubleclick.net/pagead/viewthroughconversion/7/?en=purchase")]
    [TestCase("https://www.google.co.uk/ccm/collect?en=page_view&tid=AW-7")]
    [TestCase("https://www.google.com/ccm/form-data/7?em=tv.1")]
    [TestCase("https://sst.shop.example/ccm/collect?en=page_view&tid=AW-7")]
    [TestCase("https://shop.example/abc/g/d/ccm/conversion/7/?en=conversion&label=a")]
    public void It_is_recognised(string url) => Sample.OnlyHit(Sample.Get(url)).Vendor.Should().Be("google-ads");

    [TestCase("https://www.googleadservices.com/pagead/conversion_async.js")]
    [TestCase("https://www.google.com/search?q=label")]
    [TestCase("https://shop.example/ccm/collect?en=page_view&tid=7")]
    [TestCase("https://shop.example/products/7?label=new")]
    [TestCase("https://shop.example/ccm/conversion/lamp?label=new")]
    [TestCase("https://www.google.com/ads/ga-audiences?v=1&t=sr&tid=G-1")]
    public void It_is_not_recognised(string url)
    {
        var decoded = Sample.Decoder.Decode(Sample.Get(url));

        decoded.Vendor.Should().NotBe("google-ads");
        decoded.Problem.Should().NotContain("('google-ads')");
    }

    [TestCase("https://td.doubleclick.net/td/rul/7?random=1")]
    [TestCase("https://www.googletagmanager.com/static/service_worker/6150/sw_iframe.html")]
    public void Some_of_its_requests_carry_nothing(string url)
    {
        var decoded = Sample.Decoder.Decode(Sample.Get(url));

        (decoded.Vendor, decoded.Hits.Count, decoded.Problem).Should().Be(("google-ads", 0, null));
    }

    [TestCase("https://www.googleadservices.com/pagead/conversion/7/?en=conversion&label=a", HitRole.Event)]
    [TestCase("https://www.googleadservices.com/ccm/conversion/7/?en=conversion&label=a", HitRole.Companion)]
    [TestCase("https://googleads.g.doubleclick.net/pagead/viewthroughconversion/7/?en=conversion&label=a", HitRole.Companion)]
    [TestCase("https://www.google.com/pagead/1p-conversion/7/?en=conversion&label=a&is_vtc=1", HitRole.Companion)]
    [TestCase("https://googleads.g.doubleclick.net/pagead/viewthroughconversion/7/?en=add_to_cart", HitRole.Event)]
    [TestCase("https://www.google.com/rmkt/collect/7/?en=add_to_cart", HitRole.Companion)]
    [TestCase("https://www.google.com/pagead/1p-user-list/7/?en=add_to_cart&is_vtc=1", HitRole.Companion)]
    [TestCase("https://www.google.com/ccm/collect?en=page_view&tid=AW-7", HitRole.Companion)]
    [TestCase("https://www.googleadservices.com/pagead/set_partitioned_cookie?en=page_view&tid=AW-7", HitRole.Companion)]
    [TestCase("https://www.google.com/pagead/form-data/7?em=tv.1", HitRole.State)]
    public void Of_all_that_is_sent_for_one_call_one_request_counts(string url, HitRole role)
    {
        var hit = Sample.OnlyHit(Sample.Get(url));

        (hit.Role, hit.Account).Should().Be((role, "AW-7"));
    }

    [Test]
    public void Who_it_is_of_stands_on_the_hit() => Sample.OnlyHit(Sample.Get($"{Conversion}&auid=1.2")).ClientId.Should().Be("1.2");

    [Test]
    public void A_conversions_items_have_price_and_quantity()
    {
        var hit = Sample.OnlyHit(
            Sample.Get(
                $"{Conversion}&bttype=purchase&oid=T1&value=86.62&currency_code=EUR&data=country%3DDE%3Bshipping%3D12&item=(22.25*2*EK42**)(42.12*1*EK242**)"
            )
        );

        hit.Items.Select(Sample.Json)
            .Should()
            .Equal("""{"id":"EK42","quantity":2,"price":22.25}""", """{"id":"EK242","quantity":1,"price":42.12}""");
        (hit.StandardEvent, hit.TransactionId, (string?)hit.Parameters["shipping"]).Should().Be(("purchase", "T1", "12"));
    }

    [Test]
    public void A_remarketing_event_names_its_items_only()
    {
        var hit = Sample.OnlyHit(
            Sample.Get(
                "https://googleads.g.doubleclick.net/pagead/viewthroughconversion/7/?en=view_item_list&data=event%3Dview_item_list%3Bgoogle_business_vertical%3Dretail%3Bid%3DA%2CB"
            )
        );

        hit.ItemIds.Should().Equal("A", "B");
        hit.Items.Should().OnlyContain(item => (string?)item["google_business_vertical"] == "retail");
    }

    [Test]
    public void Parameters_that_the_shop_names_like_known_ones_do_not_replace_them()
    {
        Sample.OnlyHit(Sample.Get($"{Conversion}&value=5&data=value%3D6")).Value.Should().BeEquivalentTo(new JValue(5));
    }

    [Test]
    public void An_item_of_another_form_leaves_a_hit_that_is_partly_read()
    {
        Sample
            .OnlyHit(Sample.Get($"{Conversion}&item=(lamp)"))
            .Unread.Should()
            .Equal("'item' should hold items of price, quantity and id, and holds 'lamp'.");
    }

    [Test]
    public void A_remarketing_request_without_an_event_is_a_problem()
    {
        Sample
            .Decoder.Decode(Sample.Get("https://googleads.g.doubleclick.net/pagead/viewthroughconversion/7/"))
            .Problem.Should()
            .Be("The request to Google Ads could not be decoded. It names no event: there is no 'en' in its query.");
    }
}
