using FluentAssertions;
using MicroConvQA.Cli.Display;
using MicroConvQA.Decoding;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Mutation;
using MicroConvQA.NUnit;
using MicroConvQA.Reporting.GitHub;
using MicroConvQA.Reporting.Hits;
using MicroConvQA.Specs.Recording.Har;
using MicroConvQA.Specs.Reporting;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using Spectre.Console;

namespace MicroConvQA.Specs.Cli;

/// <summary>
/// What a page, a vendor or a file says is shown and obeyed by nobody: neither by a terminal nor by a build server that reads the log.
/// </summary>
internal sealed class ForeignTextSpecs
{
    private const string Attack = "buy\r\n::error file=evil.yaml,line=1::owned\u001b[2J\u202e##[add-mask]x";

    [TestCase("a\u001b[31mred\u0007", "a␛[31mred␇", TestName = "an escape")]
    [TestCase("a\u009b31mred", "a<U+009B>31mred", TestName = "an escape of the other kind")]
    [TestCase("a\u007fb\tc", "a␡b␉c", TestName = "delete and tab")]
    [TestCase("buy\r\n::error::x", "buy␍␊::error::x", TestName = "a newline")]
    [TestCase("buy\u2028x\u2029y\u0085z", "buy<U+2028>x<U+2029>y<U+0085>z", TestName = "Unicode's newlines")]
    [TestCase("a\u202egpj.exe", "a<U+202E>gpj.exe", TestName = "a mark that turns the direction")]
    [TestCase("a\u2066b\u2069\u200f\u061c", "a<U+2066>b<U+2069><U+200F><U+061C>", TestName = "further marks of that kind")]
    [TestCase("a\u200bb\ufeffc\u00add", "a<U+200B>b<U+FEFF>c<U+00AD>d", TestName = "letters without a width")]
    [TestCase("a\U000E0041", "a<U+E0041>", TestName = "letters that only tags are made of")]
    [TestCase("::error::x", ": :error::x", TestName = "a command at the line's beginning")]
    [TestCase("   ::stop-commands::x", "   : :stop-commands::x", TestName = "a command behind blanks")]
    [TestCase("a ##[add-mask]x ##vso[task]y", "a # #[add-mask]x # #vso[task]y", TestName = "commands within a line")]
    [TestCase("##teamcity[x]", "# #teamcity[x]", TestName = "a command of TeamCity")]
    [TestCase("Größe 40 €, a::b, # 5, ## c, 👩‍👩‍👧, עברית, [bold]b[/]", null, TestName = "what is only unusual stays")]
    public void A_line_of_the_console_says_what_it_holds(string text, string? shown) =>
        Written.Text([Line.Of(text)]).Should().Be($"{shown ?? text}\n");

    // Half a letter cannot stand in an attribute.
    [Test]
    public void Half_a_letter_is_said_too() => Written.Text([Line.Of("a\ud83d")]).Should().Be("a<U+D83D>\n");

    [Test]
    public void A_terminal_is_no_other_door()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No });
        terminal.Profile.Width = 40;

        new TerminalWriter(terminal).Write([Line.Of("::error one two three four five six seven\n\u202e::error eight nine")]);

        output.ToString().Should().Be(": :error one two three four five six\nseven␊<U+202E>::error eight nine\n");
    }

    [Test]
    public void A_text_without_an_end_is_cut_in_its_middle_and_the_rest_of_its_sentence_stays()
    {
        var name = new string('A', 1_000_000);

        Written
            .Text([Line.Of($"'{name}' was sent twice.")])
            .Should()
            .Be($"'{new string('A', 959)}… (999,002 letters left out) …{new string('A', 39)}' was sent twice.\n");
    }

    [Test]
    public void Many_words_are_cut_too_and_what_a_reader_can_read_is_whole()
    {
        var longest = string.Join(" ", Enumerable.Repeat("word", 1_600)).PadRight(8_000, '.');

        Written.Text([Line.Of(longest)]).Should().Be($"{longest}\n");
        Written
            .Text([Line.Of(string.Concat(Enumerable.Repeat("word ", 100_000)) + "end")])
            .Should()
            .HaveLength(8_031)
            .And.Contain("… (492,003 letters left out) …")
            .And.EndWith("word end\n");
    }

    [Test]
    public void A_decoded_event_cannot_begin_a_line()
    {
        var har = HarSample.Read(
            HarSample.Entry(
                0,
                $"https://www.google-analytics.com/g/collect?v=2&tid=G-SHOP&cid=1.1&en={Uri.EscapeDataString(Attack)}&ep.p={Uri.EscapeDataString(Attack)}",
                "GET"
            )
        );

        Safe(Written.Text(HitLines.Of(DecodedTraffic.Of(har.Requests, Decoding.Sample.Decoder))));
    }

    [Test]
    public void Decoded_JSON_means_the_same_and_holds_no_command()
    {
        var har = HarSample.Read(
            HarSample.Entry(
                0,
                $"https://www.google-analytics.com/g/collect?v=2&tid=G-SHOP&cid=1.1&en={Uri.EscapeDataString(Attack + "\u009b é")}",
                "GET"
            )
        );
        using var plain = new StringWriter { NewLine = "\n" };
        using var output = new StringWriter { NewLine = "\n" };
        var traffic = DecodedTraffic.Of(har.Requests, Decoding.Sample.Decoder);

        HitsJson.Write(traffic, DateTimeOffset.UnixEpoch, plain);
        HitsJson.Write(traffic, DateTimeOffset.UnixEpoch, new JsonOutput(output));

        Safe(output.ToString());
        output.ToString().Should().Contain("\\u202E").And.Contain("#\\u0023[add-mask]").And.Contain("é");
        JToken.DeepEquals(JToken.Parse(output.ToString()), JToken.Parse(plain.ToString())).Should().BeTrue();
    }

    [Test]
    public void A_finding_cannot_begin_a_line_of_run_or_judge()
    {
        var walk = Sample.Walk("guest-checkout", "pixel-7", [Sample.Met("purchase", VerdictStatus.Failed, Hostile())]);

        Safe(Written.Text(FailureList.Of([JudgedWalk.Of(walk, "/shop")])));
        Safe(Written.Text(VerdictPage.Of(walk.Recording, walk.Verdict, "/shop")));
    }

    [Test]
    public void A_mutant_cannot_either()
    {
        var mutant = new Mutant
        {
            Operator = Attack,
            Conversion = Attack,
            Destination = Attack,
            Step = Attack,
            What = Attack,
            Walk = Attack,
            Parameter = null,
            Fate = MutantFate.Survived,
        };

        Safe(
            Written.Text(
                MutationPage.Of(
                    new MutationReport
                    {
                        Walks = ["walk"],
                        Mutants = [mutant],
                        NotMade = [Attack],
                    },
                    0,
                    TimeSpan.FromSeconds(1)
                )
            )
        );
    }

    [Test]
    public async Task An_annotation_says_what_it_was_told_in_lines_of_our_own()
    {
        using var folder = new SampleFolder();
        var walk = folder.Sample.Failed(SampleRun.Device("pixel-7", "phone"));
        var finding = walk.Verdict.StrayFindings[0] with { Message = $"{Attack}{new string('A', 1_000_000)}" };
        await using var output = new StringWriter { NewLine = "\n" };

        await new GitHubReporter(output, new Dictionary<string, string>()).ReportAsync(
            folder.Sample.Of(walk with { Verdict = walk.Verdict with { Expectations = [], StrayFindings = [finding] } }) with
            {
                HarnessFaults = [Attack],
            },
            default
        );

        var lines = output.ToString().TrimEnd('\n').Split('\n');
        lines.Should().HaveCount(2).And.OnlyContain(line => line.StartsWith("::error ") && line.Length < 5_000);
        lines[0]
            .Should()
            .Contain("::buy␍␊::error file=evil.yaml,line=1::owned␛[2J<U+202E># #[add-mask]xAAA")
            .And.Contain("letters left out");
        lines[1].Should().Be("::error title=MicroConvQA failed::buy␍␊::error file=evil.yaml,line=1::owned␛[2J<U+202E># #[add-mask]x");
    }

    [Test]
    public void A_failed_test_cannot_begin_a_line_of_the_log()
    {
        Safe(FailureMessage.Of(Hostile()));
    }

    private static Finding Hostile() =>
        Sample.NoCurrency("ga4") with
        {
            Message = Attack,
            Expected = Attack,
            Found = Attack,
            Differences = [new ParameterDifference(Attack, Attack, Attack, false)],
            SeenBeside = Attack,
            Senders = [new HitSender(1, Attack, Attack, Attack)],
            LikelyCause = Attack,
            NextMove = Attack,
        };

    private static void Safe(string text)
    {
        text.Split('\n').Should().NotContain(line => line.TrimStart().StartsWith("::"));
        text.Should().NotContain("##[").And.NotContain("\u001b").And.NotContain("\u202e").And.NotContain("\r").And.NotContain("\u009b");
    }
}
