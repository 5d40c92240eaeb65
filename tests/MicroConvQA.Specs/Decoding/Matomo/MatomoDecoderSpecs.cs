using FluentAssertions;
using MicroConvQA.Decoding;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Matomo;

internal sealed class MatomoDecoderSpecs
{
    private const string Endpoint = "https://matomo.example/matomo.php?idsite=3&rec=1&pv_id=p1&url=https%3A%2F%2Fshop.example%2F";

    public sealed class Recognition
    {
        [TestCase("https://matomo.example/matomo.php?idsite=1&rec=1&action_name=a")]
        [TestCase("https://shop.example/stats/piwik.php?idsite=1&rec=1&action_name=a")]
        [TestCase("https://shop.matomo.cloud/matomo.php?idsite=1&rec=1&action_name=a")]
        [TestCase("https://shop.example/anything?rec=1&action_name=a&idsite=1")]
        public void It_is_recognised(string url) => Sample.OnlyHit(Sample.Get(url)).Vendor.Should().Be("matomo");

        [TestCase("https://matomo.example/matomo.js")]
        [TestCase("https://shop.example/matomo.php?module=API")]
        [TestCase("https://shop.example/anything?idsite=1")]
        public void It_is_not_recognised(string url) => Sample.Decoder.Decode(Sample.Get(url)).Vendor.Should().BeNull();

        [TestCase("https://matomo.example/matomo.php")]
        [TestCase("https://shop.example/anything")]
        public void A_form_and_a_list_are_recognised_by_their_fields(string url)
        {
            Sample.OnlyHit(Sample.Post(url, "idsite=1&rec=1&e_c=Shop&e_a=Zoom")).Event.Should().Be("Zoom");
            Sample.OnlyHit(Sample.Post(url, """{"requests":["?idsite=1&rec=1&e_c=Shop&e_a=Zoom"]}""")).Event.Should().Be("Zoom");
        }

        [TestCase("""{"requests":["/a","/b"]}""")]
        [TestCase("""{"requests":{"a":1}}""")]
        [TestCase("""{"requests":[]}""")]
        public void A_list_of_something_else_is_not_recognised(string body) =>
            Sample.Decoder.Decode(Sample.Post("https://shop.example/api", body)).Vendor.Should().BeNull();
    }

    public sealed class Ecommerce
    {
        [Test]
        public void A_page_view_of_a_product_is_a_page_view_and_a_product_view()
        {
            var hits = Sample.Decoder.Decode(Sample.Get($"{Endpoint}&action_name=Lamp&_pks=A&_pkn=Lamp&_pkp=29.9&_pkc=[\"X\",\"Y\"]")).Hits;

            hits.Select(hit => (hit.Event, hit.StandardEvent, hit.Items.Count))
                .Should()
                .Equal(("setEcommerceView", "view_item", 1), ("trackPageView", "page_view", 0));
            Sample.Json(hits[0].Items[0]).Should().Be("""{"productSKU":"A","productName":"Lamp","categoryName":["X","Y"],"price":29.9}""");
        }

        [Test]
        public void A_page_view_of_a_category_is_a_view_of_a_list()
        {
            var hit = Sample.Decoder.Decode(Sample.Get($"{Endpoint}&action_name=Lamps&_pkc=Lamps")).Hits[0];

            (hit.StandardEvent, (string?)hit.Parameters["categoryName"], hit.Items.Count).Should().Be(("view_item_list", "Lamps", 0));
        }

        [TestCase("e_c=Shop&e_a=Zoom", "Zoom")]
        [TestCase("idgoal=0&revenue=5&ec_items=[]", "trackEcommerceCartUpdate")]
        [TestCase("search=lamp", "trackSiteSearch")]
        public void Later_requests_of_the_page_repeat_the_product_and_are_no_product_view(string fields, string name)
        {
            Sample.OnlyHit(Sample.Get($"{Endpoint}&{fields}&_pks=A&_pkn=Lamp")).Event.Should().Be(name);
        }

        [Test]
        public void A_product_is_viewed_once_in_a_page_view()
        {
            var ids = new[] { "p1", "p1", "p2" }.Select(page =>
                Sample.Decoder.Decode(Sample.Get($"{Endpoint}&action_name=x&_pks=A&pv_id={page}")).Hits[0].EventId
            );

            ids.Should().Equal("p1 A", "p1 A", "p2 A");
        }

        [Test]
        public void An_order_is_told_from_a_cart_by_its_id()
        {
            var order = Sample.OnlyHit(
                Sample.Get(
                    $"{Endpoint}&idgoal=0&ec_id=T1&revenue=64.8&ec_tx=3&ec_dt=false&ec_items=[[\"A\",\"Lamp\",[\"X\"],29.9,2],[\"B\"]]"
                )
            );

            (order.Event, order.StandardEvent, order.TransactionId, (decimal?)order.Value)
                .Should()
                .Be(("trackEcommerceOrder", "purchase", "T1", 64.8m));
            order.ItemIds.Should().Equal("A", "B");
            order.Parameters["discount"].Should().BeEquivalentTo(new JValue(false));
        }

        [TestCase("{", "'ec_items' should be a JSON list: It carries JSON that cannot be read: *")]
        [TestCase("{}", "'ec_items' should be a JSON list and is Object.")]
        [TestCase("[7]", "An entry of 'ec_items' should be a list of SKU, name, category, price and quantity, and is something else.")]
        public void Items_that_cannot_be_read_leave_a_hit_that_is_partly_read(string items, string unread)
        {
            Sample.OnlyHit(Sample.Get($"{Endpoint}&idgoal=0&ec_id=T1&ec_items={items}")).Unread.Should().ContainMatch(unread);
        }
    }

    [TestCase("idgoal=7&revenue=12.5", "trackGoal", HitRole.Event)]
    [TestCase("link=https%3A%2F%2Fother.example", "trackLink", HitRole.Event)]
    [TestCase("download=https%3A%2F%2Fshop.example%2Fa.pdf", "trackLink", HitRole.Event)]
    [TestCase("c_n=ad&c_p=a.png", "trackContentImpression", HitRole.Event)]
    [TestCase("c_i=click&c_n=ad", "trackContentInteraction", HitRole.Event)]
    [TestCase("ping=1", "ping", HitRole.Companion)]
    public void A_request_is_called_by_the_call_that_sends_it(string fields, string name, HitRole role)
    {
        var hit = Sample.OnlyHit(Sample.Get($"{Endpoint}&{fields}"));

        (hit.Event, hit.Role, hit.PageUrl, hit.Unread.Count).Should().Be((name, role, "https://shop.example/", 0));
    }

    [Test]
    public void A_request_of_no_known_call_is_partly_read()
    {
        Sample
            .OnlyHit(Sample.Get($"{Endpoint}&ma_id=1"))
            .Unread.Should()
            .Equal("Nothing of it says which call sent it: it is no page view, event, goal, order, search, link or content.");
    }

    [TestCase("&consent=1", true)]
    [TestCase("&consent=0", false)]
    public void Consent_is_read(string field, bool granted) =>
        Sample.OnlyHit(Sample.Get($"{Endpoint}&action_name=a{field}")).Consent!.AnalyticsStorage.Should().Be(granted);

    [Test]
    public void A_list_yields_the_hits_of_each_request_and_names_what_is_none()
    {
        var decoded = Sample.Decoder.Decode(
            Sample.Post(
                "https://matomo.example/matomo.php",
                """{"requests":["?idsite=1&rec=1&action_name=a",{"idsite":1,"rec":1,"search":"lamp"},7]}"""
            )
        );

        decoded
            .Hits.Select(hit => (hit.Line, hit.Event, hit.Account))
            .Should()
            .Equal((0, "trackPageView", "1"), (1, "trackSiteSearch", "1"));
        decoded.Problem.Should().Be("1 of the 3 requests in the list to Matomo are no query, so what they carry is unknown.");
    }

    [TestCase("{}", "Its body is JSON without a list 'requests' that holds any.")]
    [TestCase("""{"requests":[7]}""", "None of its 'requests' is a query.")]
    public void A_list_that_holds_nothing_is_a_problem(string body, string reason)
    {
        Sample
            .Decoder.Decode(Sample.Post("https://shop.matomo.cloud/matomo.php", body))
            .Problem.Should()
            .Be($"The request to Matomo could not be decoded. {reason}");
    }
}
