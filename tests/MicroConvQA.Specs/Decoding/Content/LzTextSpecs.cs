using FluentAssertions;
using MicroConvQA.Decoding.Content;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Content;

internal sealed class LzTextSpecs
{
    [TestCase("MIewdgZglg5gXAAgEoFMA2KCGBnFB9AJgAYCBGIgFgIDYgAA", "Config: Release_20210426")]
    [TestCase("MIewdgZglg5gXAAgEoFMA2KCGBnFB9AJgAYCBGIgNlIA4gAA", "Config: Release_20210618")]
    public void A_text_that_a_vendors_tag_sent_is_read(string sent, string text)
    {
        LzText.TryDecode(sent, out var decoded).Should().BeTrue();

        decoded.Should().Be(text);
    }

    [TestCase("")]
    [TestCase("A")]
    [TestCase("not lz-string")]
    [TestCase("a=b")]
    [TestCase("MIewdgZglg5gXAAgEoFMA2KCGBnF")]
    [TestCase("QAA")]
    [TestCase("$$$$$$$$")]
    public void What_is_none_is_not_read(string sent) => LzText.TryDecode(sent, out _).Should().BeFalse();
}
