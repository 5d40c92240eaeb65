using FluentAssertions;
using MicroConvQA.Decoding;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Plausible;

internal sealed class PlausibleDecoderSpecs
{
    private const string Endpoint = "https://plausible.io/api/event";

    [TestCase(Endpoint, """{"n":"a","u":"https://x/","d":"x"}""")]
    [TestCase("https://shop.example/proxy/api/event", """{"n":"a","u":"https://x/","d":"x"}""")]
    [TestCase("https://shop.example/anything", """{"n":"a","u":"https://x/","d":"x"}""")]
    [TestCase("https://shop.example/api/event", """{"name":"a","url":"https://x/","domain":"x"}""")]
    public void It_is_recognised(string url, string body) => Sample.OnlyHit(Sample.Post(url, body)).Vendor.Should().Be("plausible");

    [TestCase("https://shop.example/api/event", """{"type":"calendar","name":"party"}""")]
    [TestCase("https://shop.example/api/event", "name=party")]
    [TestCase("https://shop.example/anything", """{"n":1}""")]
    [TestCase("https://plausible.io/js/script.js", "")]
    public void It_is_not_recognised(string url, string body) => Sample.Decoder.Decode(Sample.Post(url, body)).Vendor.Should().BeNull();

    [TestCase("""{"n":"Buy","d":"x","$":{"amount":"10.50","currency":"USD"}}""")]
    [TestCase("""{"n":"Buy","d":"x","revenue":{"amount":"10.50","currency":"USD"}}""")]
    [TestCase("""{"n":"Buy","d":"x","$":"{\"amount\":\"10.50\",\"currency\":\"USD\"}"}""")]
    public void Revenue_is_value_and_currency(string body)
    {
        var hit = Sample.OnlyHit(Sample.Post(Endpoint, body));

        ((string?)hit.Value, hit.Currency, (string?)hit.Parameters.SelectToken("revenue.amount")).Should().Be(("10.50", "USD", "10.50"));
    }

    [TestCase("""{"n":"Buy","d":"x","p":{"Order ID":"T-1","SKU":"A"}}""")]
    [TestCase("""{"n":"Buy","d":"x","p":"{\"Order ID\":\"T-1\",\"SKU\":\"A\"}"}""")]
    public void Props_are_parameters_under_any_spelling(string body)
    {
        var hit = Sample.OnlyHit(Sample.Post(Endpoint, body));

        (hit.TransactionId, hit.ItemIds.Single(), (string?)hit.Parameters["Order ID"]).Should().Be(("T-1", "A", "T-1"));
    }

    [Test]
    public void Engagement_is_a_companion()
    {
        Sample.OnlyHit(Sample.Post(Endpoint, """{"n":"engagement","d":"x","sd":40,"e":1200}""")).Role.Should().Be(HitRole.Companion);
    }

    [Test]
    public void A_request_for_two_sites_is_a_hit_at_each()
    {
        Sample
            .Decoder.Decode(Sample.Post(Endpoint, """{"n":"a","d":"x.example, y.example"}"""))
            .Hits.Select(hit => (hit.Account, hit.Line))
            .Should()
            .Equal(("x.example", 0), ("y.example", 1));
    }

    [TestCase("""{"n":"Buy","d":"x","p":[1]}""", "'p' should be a JSON object and is Array.")]
    [TestCase("""{"n":"Buy","d":"x","p":"{"}""", "'p' should be a JSON object: It carries JSON that cannot be read: *")]
    public void Props_that_cannot_be_read_leave_a_hit_that_is_partly_read(string body, string unread)
    {
        Sample.OnlyHit(Sample.Post(Endpoint, body)).Unread.Should().ContainMatch(unread);
    }

    [TestCase("{}")]
    [TestCase("")]
    public void An_event_without_a_name_is_a_problem(string body)
    {
        Sample.Decoder.Decode(Sample.Post(Endpoint, body)).Problem.Should().StartWith("The request to Plausible could not be decoded. It ");
    }
}
