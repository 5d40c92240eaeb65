using FluentAssertions;
using MicroConvQA.Decoding.Content;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Content;

internal sealed class Base64TextSpecs
{
    [TestCase("w7/Cvz8+fg==", TestName = "base64 with padding")]
    [TestCase("w7/Cvz8+fg", TestName = "base64 without padding")]
    [TestCase("w7_Cvz8-fg", TestName = "base64url")]
    [TestCase("w7/Cvz8 fg==", TestName = "base64 whose plus became a space")]
    public void Each_spelling_is_read(string encoded)
    {
        Base64Text.TryDecode(encoded, out var text).Should().BeTrue();

        text.Should().Be("ÿ¿?>~");
    }

    [TestCase("")]
    [TestCase("not base64!")]
    [TestCase("//79")]
    public void What_is_no_text_in_base64_is_refused(string encoded)
    {
        Base64Text.TryDecode(encoded, out _).Should().BeFalse();
    }
}
