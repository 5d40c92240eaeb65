using FluentAssertions;
using MicroConvQA.Decoding.Recognition;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Recognition;

internal sealed class UrlGlobSpecs
{
    [TestCase("https://shop.example/metrics/*", "https://shop.example/metrics/e?x=1")]
    [TestCase("shop.example/metrics", "https://shop.example/metrics?x=1")]
    [TestCase("*.example/metrics", "http://shop.example/metrics#x")]
    [TestCase("/metrics/*", "https://any.example/metrics/e")]
    [TestCase("/", "https://any.example")]
    [TestCase("/e?kind=*", "https://any.example/e?kind=hit")]
    [TestCase("SHOP.example/*", "https://shop.example/A")]
    public void It_matches(string pattern, string url) => new UrlGlob(pattern).Matches(url).Should().BeTrue();

    [TestCase("https://shop.example/metrics", "http://shop.example/metrics")]
    [TestCase("shop.example/metrics", "https://www.shop.example/metrics")]
    [TestCase("shop.example/metrics", "https://shop.example/metrics/e")]
    [TestCase("/metrics/*", "https://any.example/a/metrics/e")]
    [TestCase("/e?kind=hit", "https://any.example/e")]
    public void It_does_not_match(string pattern, string url) => new UrlGlob(pattern).Matches(url).Should().BeFalse();
}
