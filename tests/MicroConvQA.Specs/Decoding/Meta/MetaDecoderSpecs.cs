using FluentAssertions;
using MicroConvQA.Decoding;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Meta;

internal sealed class MetaDecoderSpecs
{
    private const string Endpoint = "https://www.facebook.com/tr/?id=100000000000001&ev=Purchase";

    [TestCase("https://www.facebook.com/tr/?id=1&ev=Lead")]
    [TestCase("https://www.facebook.com/tr?id=1&ev=Lead")]
    [TestCase("https://facebook.com/tr/?id=1&ev=Lead")]
    [TestCase("https://www.instagram.com/tr/?id=1&ev=Lead")]
    [TestCase("https://gw.shop.example/events/a1?id=100000000000001&ev=Lead&dl=https%3A%2F%2Fshop.example&it=1795205742496&rqm=GET")]
    public void It_is_recognised(string url) => Sample.OnlyHit(Sample.Get(url)).Vendor.Should().Be("meta");

    [TestCase("https://connect.facebook.net/signals/config/100000000000001")]
    [TestCase("https://www.facebook.com/plugins/like.php?ev=1")]
    [TestCase("https://shop.example/tr/?id=100000000000001&ev=Lead")]
    [TestCase("https://shop.example/x?id=lamp&ev=Lead&dl=a&it=1&rqm=GET")]
    public void It_is_not_recognised(string url) => Sample.Decoder.Decode(Sample.Get(url)).Vendor.Should().BeNull();

    [Test]
    public void A_beacon_carries_its_fields_as_a_multipart_form()
    {
        const string body =
            "------b1\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\n7\r\n------b1\r\nContent-Disposition: form-data; name=\"ev\"\r\n\r\nLead\r\n"
            + "------b1\r\nContent-Disposition: form-data; name=\"cd[value]\"\r\n\r\n5.5\r\n------b1--\r\n";

        var hit = Sample.OnlyHit(Sample.Post("https://www.facebook.com/tr/", body));

        (hit.Account, hit.Event, (decimal?)hit.Value).Should().Be(("7", "Lead", 5.5m));
    }

    [TestCase("cd[content_ids]=%5B%22A%22%2C7%5D", "A", "7")]
    [TestCase("cd[content_ids]=A", "A")]
    [TestCase("cd[contents]=%5B%7B%22id%22%3A%22B%22%7D%5D&cd[content_ids]=%5B%22A%22%5D", "B")]
    public void Items_are_known_by_their_contents_and_else_by_their_ids(string fields, params string[] ids)
    {
        Sample.OnlyHit(Sample.Get($"{Endpoint}&{fields}")).ItemIds.Should().Equal(ids);
    }

    [TestCase("cd[note]=[sale]%20lamp", "[sale] lamp", JTokenType.String)]
    [TestCase("cd[note]=12", "12", JTokenType.String)]
    [TestCase("cd[value]=12", "12", JTokenType.Integer)]
    public void Only_documented_numbers_are_numbers(string field, string text, JTokenType type)
    {
        var parameter = ((JProperty)Sample.OnlyHit(Sample.Get($"{Endpoint}&{field}")).Parameters.First!).Value;

        (parameter.Type, parameter.ToString()).Should().Be((type, text));
    }

    [TestCase("https://www.instagram.com/tr/?id=1&ev=Purchase")]
    [TestCase("https://www.facebook.com/tr/?id=1&ev=SubscribedButtonClick")]
    [TestCase("https://www.facebook.com/tr/?id=1&ev=Microdata")]
    public void Copies_and_automatic_events_are_companions(string url) =>
        Sample.OnlyHit(Sample.Get(url)).Role.Should().Be(HitRole.Companion);

    [Test]
    public void Groups_of_the_pixel_stand_nested_under_wire()
    {
        var hit = Sample.OnlyHit(Sample.Get($"{Endpoint}&ud[em]=8c87&expv2[0]=pl0&o=1"));

        Sample.Json(hit.Parameters["wire"]).Should().Be("""{"ud":{"em":"8c87"},"expv2":{"0":"pl0"},"o":"1"}""");
    }

    [Test]
    public void Contents_that_are_no_list_leave_a_hit_that_is_partly_read()
    {
        Sample
            .OnlyHit(Sample.Get($"{Endpoint}&cd[contents]=A"))
            .Unread.Should()
            .Equal("'contents' should be a list of objects and is String.");
    }

    [Test]
    public void A_request_without_an_event_is_a_problem()
    {
        Sample
            .Decoder.Decode(Sample.Get("https://www.facebook.com/tr/?id=1"))
            .Problem.Should()
            .Be("The request to Meta Pixel could not be decoded. It names no event: there is no 'ev' in its query or form.");
    }
}
