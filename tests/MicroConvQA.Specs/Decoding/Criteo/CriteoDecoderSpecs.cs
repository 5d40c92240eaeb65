using FluentAssertions;
using MicroConvQA.Decoding;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Criteo;

internal sealed class CriteoDecoderSpecs
{
    private const string Endpoint = "https://sslwidget.criteo.com/event?a=123456&v=5.31.1";

    [TestCase("https://sslwidget.criteo.com/event?a=1&p0=e%3Dvh")]
    [TestCase("https://widget.criteo.com/event?a=1&p0=e%3Dvh")]
    [TestCase("https://widget.us.criteo.com/event?a=1&p0=e%3Dvh")]
    public void It_is_recognised(string url) => Sample.OnlyHit(Sample.Get(url)).Vendor.Should().Be("criteo");

    [TestCase("https://static.criteo.net/js/ld/ld.js")]
    [TestCase("https://dynamic.criteo.com/js/ld/ld.js?a=1")]
    [TestCase("https://shop.example/event?a=1&p0=e%3Dvh")]
    public void It_is_not_recognised(string url) => Sample.Decoder.Decode(Sample.Get(url)).Vendor.Should().BeNull();

    [TestCase("https://gum.criteo.com/syncframe?topUrl=shop.example")]
    [TestCase("https://gum.criteo.com/sid/json?origin=onetag")]
    public void Some_of_its_requests_carry_nothing(string url) =>
        Sample
            .Decoder.Decode(Sample.Get(url))
            .Should()
            .BeEquivalentTo(
                new
                {
                    Vendor = "criteo",
                    Hits = Array.Empty<Hit>(),
                    Problem = (string?)null,
                }
            );

    [Test]
    public void A_transaction_has_its_items_price_by_price()
    {
        const string published =
            "&p0=e%3Dvc%26c%3DJPY%26id%3DG555999%26p%3D%255Bi%25253DA122%252526pr%25253D44.9%252526q%25253D2%252Ci%25253DF5532%252526pr%25253D85%252526q%25253D1%255D&p1=e%3Dexd%26site_type%3Dm&p2=e%3Ddis&adce=1&tld=localhost&dtycbr=42055";

        var hit = Sample.OnlyHit(Sample.Get(Endpoint + published));

        (hit.Event, hit.StandardEvent, hit.TransactionId, hit.Currency, hit.Account)
            .Should()
            .Be(("trackTransaction", "purchase", "G555999", "JPY", "123456"));
        hit.Items.Select(Sample.Json)
            .Should()
            .Equal("""{"id":"A122","price":44.9,"quantity":2}""", """{"id":"F5532","price":85,"quantity":1}""");
    }

    [TestCase("p%3D%2522pp500%2522", "pp500")]
    [TestCase("p%3DSKU-1", "SKU-1")]
    [TestCase("p%3D%255BA%252CB%255D", "A", "B")]
    [TestCase("x%3D1")]
    public void Items_may_be_ids_only(string field, params string[] ids) =>
        Sample.OnlyHit(Sample.Get($"{Endpoint}&p0=e%3Dvp%26{field}")).ItemIds.Should().Equal(ids);

    [Test]
    public void Every_event_of_a_push_is_a_hit_and_what_is_said_of_all_stands_on_each()
    {
        var decoded = Sample.Decoder.Decode(
            Sample.Get(
                $"{Endpoint}&p0=e%3Dexd%26site_type%3Dm&p1=e%3Dce%26m%3D%255Bhash%255D&p2=e%3Dsetcurrency%26c%3DEUR&p3=e%3Dvh&p4=e%3Dvh&p5=e%3Ddis&ceid=7af2"
            )
        );

        decoded
            .Hits.Select(hit => (hit.Event, hit.Role, hit.EventId))
            .Should()
            .Equal(("setEmail", HitRole.State, "7af2/0"), ("viewHome", HitRole.Event, "7af2/1"), ("viewHome", HitRole.Event, "7af2/2"));
        decoded.Hits.Should().OnlyContain(hit => hit.Currency == "EUR" && (string?)hit.Parameters.SelectToken("wire.site_type") == "m");
    }

    [Test]
    public void A_push_that_only_sets_something_up_is_a_state() =>
        Sample
            .OnlyHit(Sample.Get($"{Endpoint}&p0=e%3Dexd%26site_type%3Dm&p1=e%3Ddis"))
            .Should()
            .BeEquivalentTo(new { Event = "setData", Role = HitRole.State });

    [Test]
    public void The_page_is_encoded_twice() =>
        Sample
            .OnlyHit(Sample.Get($"{Endpoint}&p0=e%3Dvh&fu=https%253A%252F%252Fshop.example%252F"))
            .PageUrl.Should()
            .Be("https://shop.example/");

    [Test]
    public void A_request_without_an_event_is_a_problem() =>
        Sample
            .Decoder.Decode(Sample.Get($"{Endpoint}&p0=x%3D1"))
            .Problem.Should()
            .Be("The request to Criteo could not be decoded. It names no event: no 'p0' in its query has an 'e'.");
}
