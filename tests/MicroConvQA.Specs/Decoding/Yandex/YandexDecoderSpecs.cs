using FluentAssertions;
using MicroConvQA.Decoding;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Yandex;

internal sealed class YandexDecoderSpecs
{
    private const string Info = "browser-info=pa%3A1%3Aar%3A1%3Ahid%3A7%3Arqn%3A3";
    private const string Endpoint = $"https://mc.yandex.ru/watch/123456/1?{Info}&page-url=https%3A%2F%2Fshop.example%2F";

    private static IReadOnlyList<Hit> Hits(string json) =>
        Sample.Decoder.Decode(Sample.Post(Endpoint, $"site-info={Uri.EscapeDataString(json)}")).Hits;

    [TestCase("https://mc.yandex.ru/watch/123456?page-url=a&browser-info=pv%3A1")]
    [TestCase("https://mc.yandex.com/watch/123456?page-url=a&browser-info=pv%3A1")]
    [TestCase("https://mc.yandex.com.tr/watch/123456/1?page-url=a&browser-info=pv%3A1")]
    [TestCase("https://mc.webvisor.org/watch/123456?page-url=a&browser-info=pv%3A1")]
    public void It_is_recognised(string url)
    {
        var hit = Sample.OnlyHit(Sample.Get(url));

        (hit.Vendor, hit.Account, hit.Event, hit.StandardEvent).Should().Be(("yandex-metrica", "123456", "pageview", "page_view"));
    }

    [TestCase("https://mc.yandex.ru/metrika/tag.js")]
    [TestCase("https://yandex.ru/watch/1?browser-info=pv%3A1")]
    [TestCase("https://shop.example/watch/1?browser-info=pv%3A1")]
    public void It_is_not_recognised(string url) => Sample.Decoder.Decode(Sample.Get(url)).Vendor.Should().BeNull();

    [TestCase("https://mc.yandex.ru/clmap/123456?page-url=a")]
    [TestCase("https://mc.yandex.ru/webvisor/123456?wv-type=6")]
    [TestCase("https://mc.yandex.ru/sync_cookie_image_check")]
    public void What_is_no_hit_is_the_vendors_and_not_decoded(string url) =>
        Sample
            .Decoder.Decode(Sample.Get(url))
            .Should()
            .BeEquivalentTo(
                new
                {
                    Vendor = "yandex-metrica",
                    Hits = Array.Empty<Hit>(),
                    Problem = (string?)null,
                }
            );

    [TestCase(
        "page-url=goal%3A%2F%2Fshop.example%2FimageZoom&page-ref=https%3A%2F%2Fshop.example%2F&browser-info=ar%3A1",
        "imageZoom",
        "https://shop.example/"
    )]
    [TestCase(
        "page-url=goal%3A%2F%2Fshop.example%2Fadd%2520to%2520cart&page-ref=https%3A%2F%2Fshop.example%2F&browser-info=ar%3A1",
        "add to cart",
        "https://shop.example/"
    )]
    [TestCase(
        "page-url=form%3A%2F%2Fshop.example%2F%3Fi%3Dlogin&page-ref=https%3A%2F%2Fshop.example%2F&browser-info=ar%3A1",
        "form",
        "https://shop.example/"
    )]
    [TestCase(
        "page-url=https%3A%2F%2Fpartner.example%2F&page-ref=https%3A%2F%2Fshop.example%2F&browser-info=ln%3A1",
        "extLink",
        "https://shop.example/"
    )]
    [TestCase(
        "page-url=https%3A%2F%2Fshop.example%2Fa.pdf&page-ref=https%3A%2F%2Fshop.example%2F&browser-info=dl%3A1",
        "file",
        "https://shop.example/"
    )]
    [TestCase("page-url=https%3A%2F%2Fshop.example%2F&browser-info=pa%3A1", "params", "https://shop.example/")]
    [TestCase("page-url=https%3A%2F%2Fshop.example%2F&browser-info=ar%3A1", "hit", "https://shop.example/")]
    public void A_request_is_what_its_address_and_its_flags_say(string query, string name, string page)
    {
        var hit = Sample.OnlyHit(Sample.Get($"https://mc.yandex.ru/watch/1?{query}"));

        (hit.Event, hit.PageUrl, hit.Role).Should().Be((name, page, HitRole.Event));
    }

    [Test]
    public void An_ecommerce_action_is_a_hit_with_its_items()
    {
        var hit = Hits(
                """{"__ym":{"ecommerce":[{"currencyCode":"EUR","purchase":{"actionField":{"id":"T-1","revenue":138.8},"products":[{"id":"A","price":129.9}]}}]}}"""
            )
            .Single();

        (hit.Event, hit.StandardEvent, hit.TransactionId, hit.Currency, Sample.Json(hit.Value), hit.EventId)
            .Should()
            .Be(("purchase", "purchase", "T-1", "EUR", "138.8", "7/3"));
        hit.ItemIds.Should().Equal("A");
    }

    [Test]
    public void Several_actions_of_one_request_are_told_apart()
    {
        Hits(
                """{"__ym":{"ecommerce":[{"add":{"products":[{"id":"A"}]}},{"add":{"products":[{"id":"B"}]}},{"impressions":[{"id":"C"}]}]}}"""
            )
            .Select(hit => (hit.Event, hit.ItemIds.Single(), hit.EventId))
            .Should()
            .Equal(("add", "A", "7/3"), ("add", "B", "7/3/1"), ("impressions", "C", "7/3/2"));
    }

    [TestCase("""{"__ym":{"user_id":"u-1"}}""", "setUserID", "u-1")]
    [TestCase("""{"__ymu":{"plan":"premium"}}""", "userParams", null)]
    public void Who_somebody_is_is_a_state(string json, string name, string? user) =>
        Hits(json)
            .Single()
            .Should()
            .BeEquivalentTo(
                new
                {
                    Event = name,
                    Role = HitRole.State,
                    UserId = user,
                }
            );

    [Test]
    public void A_title_may_hold_colons() =>
        Sample
            .OnlyHit(Sample.Get("https://mc.yandex.ru/watch/1?browser-info=pv%3A1%3Ahid%3A7%3At%3AA%3A%20b%3A%20c&page-url=a"))
            .Parameters.Value<string>("title")
            .Should()
            .Be("A: b: c");

    [Test]
    public void A_request_whose_fields_are_in_the_body_is_read_as_well() =>
        Sample
            .OnlyHit(Sample.Post("https://mc.yandex.ru/watch/1", "page-url=goal%3A%2F%2Fshop.example%2Fbuy&browser-info=ar%3A1"))
            .Event.Should()
            .Be("buy");

    [Test]
    public void Parameters_that_cannot_be_read_leave_a_hit_that_is_partly_read() =>
        Hits("[1]").Single().Unread.Should().Equal("'site-info' should be a JSON object and is Array.");

    [Test]
    public void A_request_that_says_nothing_is_a_problem() =>
        Sample
            .Decoder.Decode(Sample.Get("https://mc.yandex.ru/watch/123456"))
            .Problem.Should()
            .Be(
                "The request to Yandex Metrica could not be decoded. It is neither a page view nor a goal: there is no 'page-url' and no 'browser-info'."
            );
}
