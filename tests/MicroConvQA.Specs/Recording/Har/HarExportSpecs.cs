using FluentAssertions;
using MicroConvQA.Recording;
using MicroConvQA.Recording.Har;
using MicroConvQA.Specs.Decoding.Corpus;
using NUnit.Framework;

namespace MicroConvQA.Specs.Recording.Har;

/// <summary>The shapes in which Chrome, Firefox, Charles and mitmproxy export, under <c>tests/Corpus/har</c>.</summary>
internal sealed class HarExportSpecs
{
    [TestCase("chrome", "WebInspector", 12)]
    [TestCase("firefox", "Firefox", 7)]
    [TestCase("charles", "Charles Proxy", 4)]
    [TestCase("mitmproxy", "mitmproxy", 5)]
    public void Every_entry_is_read(string name, string creator, int requests)
    {
        var log = Read(name);

        (log.Creator, log.Requests.Count, log.Flaws.Count).Should().Be((creator, requests, 0));
    }

    [TestCase("chrome")]
    [TestCase("firefox")]
    [TestCase("charles")]
    [TestCase("mitmproxy")]
    public void It_is_decoded_as_approved(string name) =>
        Approved.Matches(DecodedText.Write(Read(name).Requests.Select(Decoding.Sample.Decoder.Decode)), name);

    [Test]
    public void Only_a_body_that_Chrome_left_out_is_unreadable() =>
        Read("chrome")
            .Requests.Where(request => request.BodyState == BodyState.Unreadable)
            .Should()
            .ContainSingle()
            .Which.Url.Should()
            .Contain("tiktok.com");

    [Test]
    public void Chrome_says_who_sent_a_hit() =>
        Read("chrome").Requests[2].Initiator.Should().Contain(new ScriptFrame("https://shop.example.test/js/shop.js", 42, 5, "track"));

    internal static string PathOf(string name) => Path.Combine(Repository.Root, "tests", "Corpus", "har", $"{name}.har");

    internal static HarLog Read(string name) => TrafficFile.Read(PathOf(name), () => Stream.Null, CancellationToken.None).Har!;
}
