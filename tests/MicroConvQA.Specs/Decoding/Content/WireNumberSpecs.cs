using FluentAssertions;
using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Content;

internal sealed class WireNumberSpecs
{
    [TestCase("3", JTokenType.Integer)]
    [TestCase("-29.9", JTokenType.Float)]
    [TestCase("1e300", JTokenType.String)]
    [TestCase("1.299,00", JTokenType.String)]
    [TestCase("1,299.00", JTokenType.String)]
    [TestCase(" 3", JTokenType.String)]
    [TestCase("NaN", JTokenType.String)]
    [TestCase("", JTokenType.String)]
    public void A_text_is_a_number_only_where_a_vendor_would_read_one(string text, JTokenType type)
    {
        WireNumber.ReadOrText(text).Type.Should().Be(type);
    }

    [TestCase("1795206363.693")]
    [TestCase("1795206363693")]
    public void Seconds_and_milliseconds_are_told_apart(string stated)
    {
        WireNumber.ReadTime(stated).Should().Be(new DateTimeOffset(2026, 11, 20, 20, 26, 3, 693, TimeSpan.Zero));
    }

    [TestCase("soon")]
    [TestCase("-5")]
    [TestCase("1e30")]
    public void What_is_no_moment_is_none(string stated)
    {
        WireNumber.ReadTime(stated).Should().BeNull();
    }
}
