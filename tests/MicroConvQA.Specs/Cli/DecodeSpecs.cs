using FluentAssertions;
using MicroConvQA.Cli.Commands;
using MicroConvQA.Cli.Display;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;
using MicroConvQA.Specs.Recording.Har;
using NUnit.Framework;

namespace MicroConvQA.Specs.Cli;

/// <summary>What <c>microconv decode</c> prints, from the arguments to the last line.</summary>
internal sealed class DecodeSpecs
{
    [TestCase("chrome")]
    [TestCase("mitmproxy")]
    public async Task A_HAR_is_shown_as_approved(string name)
    {
        var (code, output, errors) = await CallAsync("decode", HarExportSpecs.PathOf(name));

        (code, errors).Should().Be((0, ""));
        Approved.Matches(output.Replace(HarExportSpecs.PathOf(name), $"{name}.har", StringComparison.Ordinal), name);
    }

    [Test]
    public async Task What_is_not_there_is_the_callers_mistake()
    {
        var (code, output, errors) = await CallAsync("decode", "/nowhere/a.har");

        (code, output, errors)
            .Should()
            .Be(
                (
                    3,
                    "",
                    "There is no recording or HAR at '/nowhere/a.har'. Name a HAR as browsers and proxies export it, a recording.json, or the folder of a walk.\n"
                )
            );
    }

    [Test]
    public async Task A_configuration_that_is_not_there_is_too()
    {
        var (code, _, errors) = await CallAsync("decode", HarExportSpecs.PathOf("chrome"), "--config", "/nowhere/app.json");

        (code, errors).Should().Be((3, "app.json: error: there is no such file in /nowhere.\n1 problem; nothing was done.\n"));
    }

    [Test]
    public void Of_traffic_without_hits_the_counts_are_shown()
    {
        var har = HarSample.Read(
            HarSample.Entry(0, "https://shop.example/"),
            HarSample.Entry(1, "https://www.google-analytics.com/g/collect", "OPTIONS")
        );
        var captured = new CapturedTraffic { Name = "a.har", Har = har };

        Written
            .Text(TrafficSummary.Of(captured, DecodedTraffic.Of(har.Requests, Decoding.Sample.Decoder)))
            .Should()
            .Be(
                """
                0 hits in 0 of 2 requests.
                1 request of known vendors carries no hits: preflights, settings, session replay.
                1 request is of no known vendor: shop.example 1. Where one of them is your own collector, put its URL into a destination's 'endpoints'.

                """
            );
    }

    [Test]
    public void A_value_cannot_command_the_terminal_and_a_long_one_is_cut()
    {
        var har = HarSample.Read(
            HarSample.Entry(
                0,
                $"https://www.google-analytics.com/g/collect?v=2&tid=G-SHOP&cid=1.1&en=%1b%5b31m&ep.long={new string('x', 500)}",
                "GET"
            )
        );

        var text = Written.Text(HitLines.Of(DecodedTraffic.Of(har.Requests, Decoding.Sample.Decoder)));

        text.Should().Contain("␛[31m").And.Contain("x… (500 letters)").And.NotContain(new string('x', 161));
    }

    private static async Task<(int Code, string Output, string Errors)> CallAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var screen = new Screen(new PlainWriter(output), new PlainWriter(errors));
        var code = await new CommandLine(screen, new ToolCommands(screen, null)).RunAsync(arguments);

        return (code, output.ToString(), errors.ToString());
    }
}
