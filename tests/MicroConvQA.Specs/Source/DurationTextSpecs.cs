using FluentAssertions;
using MicroConvQA.Source;
using NUnit.Framework;

namespace MicroConvQA.Specs.Source;

internal sealed class DurationTextSpecs
{
    [TestCase("5s", 5_000)]
    [TestCase("300ms", 300)]
    [TestCase("1m30s", 90_000)]
    [TestCase("1.5s", 1_500)]
    [TestCase("2h", 7_200_000)]
    public void A_duration_is_read_by_its_units(string text, double milliseconds)
    {
        var isDuration = DurationText.TryParse(text, out var duration);

        (isDuration, duration.TotalMilliseconds).Should().Be((true, milliseconds));
    }

    [TestCase("5")]
    [TestCase("")]
    [TestCase("5 s")]
    [TestCase("s5")]
    [TestCase("-5s")]
    [TestCase("5s1m")]
    [TestCase("99999999999999999999999999d")]
    public void Anything_else_is_none(string text)
    {
        var isDuration = DurationText.TryParse(text, out _);

        isDuration.Should().BeFalse();
    }
}
