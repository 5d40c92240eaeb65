using FluentAssertions;
using MicroConvQA.Decoding;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Uet;

internal sealed class UetDecoderSpecs
{
    private const string Endpoint = "https://bat.bing.com/action/0?ti=100000001&mid=m1&evt=custom";

    [TestCase("https://bat.bing.com/action/0?ti=1&evt=pageLoad")]
    [TestCase("https://bat.bing.net/action/0?ti=1&evt=pageLoad")]
    [TestCase("https://bat.bing.com/actionp/0?ti=1&evt=consent")]
    public void It_is_recognised(string url) => Sample.OnlyHit(Sample.Get(url)).Vendor.Should().Be("uet");

    [TestCase("https://bat.bing.com/bat.js")]
    [TestCase("https://bat.bing.com/p/action/100000001.js")]
    [TestCase("https://www.bing.com/action/0?ti=1&evt=custom")]
    [TestCase("https://shop.example/action/0?ti=1&evt=custom")]
    public void It_is_not_recognised(string url) => Sample.Decoder.Decode(Sample.Get(url)).Vendor.Should().BeNull();

    [Test]
    public void Who_it_is_of_stands_on_the_hit() =>
        Sample
            .OnlyHit(Sample.Get($"{Endpoint}&ea=a&vid=v1&sid=s1"))
            .Should()
            .BeEquivalentTo(
                new
                {
                    Account = "100000001",
                    ClientId = "v1",
                    SessionId = "s1",
                }
            );

    [Test]
    public void Several_items_are_joined_by_commas()
    {
        var hit = Sample.OnlyHit(
            Sample.Get($"{Endpoint}&ea=purchase&items=id%3DA%26quantity%3D2%26price%3D25.1%2Cid%3DB%26quantity%3D1%26price%3D121.1")
        );

        hit.ItemIds.Should().Equal("A", "B");
        Sample.Json(hit.Items[1]).Should().Be("""{"id":"B","quantity":1,"price":121.1}""");
    }

    [Test]
    public void Product_ids_without_items_are_the_items_ids()
    {
        Sample.OnlyHit(Sample.Get($"{Endpoint}&pagetype=category&prodid=A,B")).ItemIds.Should().Equal("A", "B");
    }

    [TestCase("&ea=signup&evt=custom", "signup", HitRole.Event)]
    [TestCase("&gv=5&gc=USD", "custom", HitRole.Event)]
    [TestCase("&evt=pageLoad&ea=x", "pageLoad", HitRole.Event)]
    [TestCase("&evt=consent", "consent", HitRole.State)]
    [TestCase("&evt=pid", "pid", HitRole.State)]
    [TestCase("&evt=pageHide", "pageHide", HitRole.Companion)]
    public void An_event_is_called_by_its_action_and_else_by_its_type(string fields, string name, HitRole role)
    {
        var hit = Sample.OnlyHit(Sample.Get(Endpoint + fields));

        (hit.Event, hit.Role).Should().Be((name, role));
    }

    [TestCase("G", true)]
    [TestCase("D", false)]
    [TestCase("?", null)]
    public void Consent_is_read(string sent, bool? granted)
    {
        Sample
            .OnlyHit(Sample.Get($"{Endpoint}&asc={sent}"))
            .Consent.Should()
            .BeEquivalentTo(new ConsentSignal { AdStorage = granted, Raw = $"asc={sent}" });
    }

    [Test]
    public void A_request_without_a_type_is_a_problem()
    {
        Sample
            .Decoder.Decode(Sample.Get("https://bat.bing.com/action/0?ti=1"))
            .Problem.Should()
            .Be("The request to Microsoft UET could not be decoded. It names no event type 'evt'.");
    }
}
