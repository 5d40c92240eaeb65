using FluentAssertions;
using MicroConvQA.Decoding;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Pinterest;

internal sealed class PinterestDecoderSpecs
{
    private const string Endpoint = "https://ct.pinterest.com/v3/?tid=2612345678901";

    [TestCase("https://ct.pinterest.com/v3/?tid=1&event=lead")]
    [TestCase("https://ct.pinterest.com/v3?tid=1&event=init&noscript=1")]
    [TestCase("https://ct.pinterest.com/user/?tid=1")]
    public void It_is_recognised(string url) => Sample.OnlyHit(Sample.Get(url)).Vendor.Should().Be("pinterest");

    [TestCase("https://s.pinimg.com/ct/core.js")]
    [TestCase("https://www.pinterest.com/user/?tid=1")]
    [TestCase("https://ct.pinterest.com/other?event=lead")]
    public void It_is_not_recognised(string url) => Sample.Decoder.Decode(Sample.Get(url)).Vendor.Should().BeNull();

    [TestCase("https://ct.pinterest.com/v3/?tid=1&event=checkout", HitRole.Event)]
    [TestCase("https://ct.pinterest.com/user/?tid=1&event=checkout", HitRole.Companion)]
    public void Only_one_of_the_two_paths_counts(string url, HitRole role)
    {
        var hit = Sample.OnlyHit(Sample.Get(url));

        (hit.Event, hit.Role, hit.StandardEvent).Should().Be(("checkout", role, "purchase"));
    }

    [TestCase("event_id")]
    [TestCase("eventID")]
    [TestCase("eid")]
    public void Each_spelling_of_the_event_id_is_one(string name)
    {
        Sample.OnlyHit(Sample.Get($$"""{{Endpoint}}&event=lead&ed={"{{name}}":"e1"}""")).EventId.Should().Be("e1");
    }

    [Test]
    public void An_image_without_a_script_writes_its_data_as_fields()
    {
        var hit = Sample.OnlyHit(Sample.Get($"{Endpoint}&event=checkout&ed[value]=10.5&ed[currency]=EUR&ed%5Border_id%5D=T1&noscript=1"));

        ((decimal?)hit.Value, hit.Currency, hit.TransactionId).Should().Be((10.5m, "EUR", "T1"));
    }

    [Test]
    public void Product_ids_without_items_are_the_items_ids()
    {
        Sample.OnlyHit(Sample.Get($$"""{{Endpoint}}&event=checkout&ed={"product_ids":["A","B"]}""")).ItemIds.Should().Equal("A", "B");
    }

    [TestCase("ed=[1]", "'ed' should be a JSON object and is Array.")]
    [TestCase("ed={", "'ed' should be a JSON object: It carries JSON that cannot be read: *")]
    [TestCase("ad={", "'ad' should be a JSON object: *")]
    [TestCase("""ed={"line_items":"A"}""", "'line_items' should be a list of objects and is String.")]
    public void What_cannot_be_read_leaves_a_hit_that_is_partly_read(string field, string unread)
    {
        Sample.OnlyHit(Sample.Get($"{Endpoint}&event=lead&{field}")).Unread.Should().ContainMatch(unread);
    }

    [Test]
    public void A_request_without_an_event_is_a_problem()
    {
        Sample
            .Decoder.Decode(Sample.Get(Endpoint))
            .Problem.Should()
            .Be("The request to Pinterest could not be decoded. It names no event: there is no 'event' in its query.");
    }
}
