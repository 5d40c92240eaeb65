using FluentAssertions;
using MicroConvQA.Cli.Display;
using NUnit.Framework;

namespace MicroConvQA.Specs.Cli;

internal sealed class WritingSpecs
{
    [Test]
    public void A_pages_text_cannot_command_the_terminal() =>
        Written.Text([Line.Of("a\u001b[31mred\u0007 [bold]b[/]")]).Should().Be("a␛[31mred␇ [bold]b[/]\n");

    [TestCase("0:00:04.21", "4.2 s")]
    [TestCase("0:00:09.96", "10 s")]
    [TestCase("0:01:59.4", "119 s")]
    [TestCase("0:02:13", "2 min 13 s")]
    [TestCase("2:05:00", "2 h 5 min")]
    public void Durations_are_as_exact_as_one_needs(string duration, string text)
    {
        var walk = Sample.Night.Walks[0];

        var totals = RunTotals.Of(
            Sample.Run([walk]) with
            {
                Duration = TimeSpan.Parse(duration, System.Globalization.CultureInfo.InvariantCulture),
            },
            []
        );

        totals[0].Text.Should().EndWith($" in {text}");
    }
}
