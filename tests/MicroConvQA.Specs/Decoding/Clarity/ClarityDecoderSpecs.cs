using FluentAssertions;
using MicroConvQA.Decoding;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Clarity;

internal sealed class ClarityDecoderSpecs
{
    private const string Endpoint = "https://l.clarity.ms/collect";

    private static string Body(string entries) =>
        $$"""{"e":["0.8.70",1,0,9,"project","visitor","session",3,0,0,0,"https://shop.example/"],"a":[{{entries}}],"p":[[1,5,"html"]]}""";

    [TestCase(Endpoint)]
    [TestCase("https://www.clarity.ms/eus2/collect")]
    public void It_is_recognised(string url) => Sample.OnlyHit(Sample.Post(url, Body("""[7,24,"buy"]"""))).Vendor.Should().Be("clarity");

    [TestCase("https://shop.example/collect")]
    [TestCase("https://www.clarity.ms/tag/abcdefghij")]
    [TestCase("https://clarity.microsoft.com/collect")]
    public void It_is_not_recognised(string url) =>
        Sample.Decoder.Decode(Sample.Post(url, Body("""[7,24,"buy"]"""))).Vendor.Should().BeNull();

    [Test]
    public void The_shops_own_events_and_tags_stand_among_replay_which_is_no_hit()
    {
        var decoded = Sample.Decoder.Decode(
            Sample.Post(Endpoint, Body("""[5,4,"x"],[7,24,"buy"],[8,24,"buy","big"],[9,34,"plan",["a"],"size",["b","c"]],[9,8]"""))
        );

        decoded
            .Hits.Select(hit => (hit.Event, hit.Role, Sample.Json(hit.Parameters)))
            .Should()
            .Equal(
                ("buy", HitRole.Event, "{}"),
                ("buy", HitRole.Event, """{"value":"big"}"""),
                ("set", HitRole.State, """{"plan":["a"],"size":["b","c"]}""")
            );
        decoded
            .Hits[0]
            .Should()
            .BeEquivalentTo(
                new
                {
                    Account = "project",
                    ClientId = "visitor",
                    SessionId = "session",
                    PageLoadId = "3",
                    PageUrl = "https://shop.example/",
                }
            );
    }

    [TestCase(Endpoint, "[5,4,7]")]
    [TestCase("https://c.clarity.ms/c.gif?MUID=1", "")]
    public void What_is_no_hit_is_the_vendors_and_no_problem(string url, string entries) =>
        Sample
            .Decoder.Decode(Sample.Post(url, Body(entries)))
            .Should()
            .BeEquivalentTo(
                new
                {
                    Vendor = "clarity",
                    Hits = Array.Empty<Hit>(),
                    Problem = (string?)null,
                }
            );

    [TestCase("{}", "It holds no list 'e', which says whose it is.")]
    [TestCase("", "It has no body, where one JSON value was expected.")]
    public void A_body_that_says_nothing_is_a_problem(string body, string reason) =>
        Sample
            .Decoder.Decode(Sample.Post(Endpoint, body))
            .Problem.Should()
            .Be($"The request to Microsoft Clarity could not be decoded. {reason}");
}
