using FluentAssertions;
using MicroConvQA.Cli.Display;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Judging;
using MicroConvQA.Reporting;
using MicroConvQA.Reporting.Allure;
using MicroConvQA.Reporting.GitHub;
using MicroConvQA.Reporting.Json;
using MicroConvQA.Reporting.JUnit;
using MicroConvQA.Specs.Cli;
using NUnit.Framework;

namespace MicroConvQA.Specs.Reporting;

/// <summary>What could not be told stands with its reason wherever a verdict is shown, also beside what failed.</summary>
internal sealed class UntoldSpecs
{
    private const string Endless = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!";

    private const string Sentence =
        "add_to_cart at Mixpanel: coupon must match /^(a|aa)+$/, but the pattern was given up after 250 ms on 61 characters, so it cannot be told.";

    private static readonly Dictionary<string, string> Environment = [];

    private SampleFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new SampleFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [TestCase("aaaa", VerdictStatus.Broken)]
    [TestCase("bbbb", VerdictStatus.Failed)]
    public void The_console_lists_it(string atGa4, VerdictStatus status)
    {
        var verdict = Judged(atGa4);

        verdict.Status.Should().Be(status);
        Written
            .Text(FailureList.Of([new JudgedWalk("guest-checkout [desktop-chrome]", verdict, "/any", IsFlaky: false)]))
            .ReplaceLineEndings(" ")
            .Should()
            .Contain("What could not be told")
            .And.Contain($"~ {Sentence}")
            .And.Contain("where     journeys/any.yaml(20,3)");
    }

    [Test]
    public void The_page_of_one_verdict_says_it_beside_what_failed() =>
        Written
            .Text(VerdictPage.Of(Any.Recording(), Judged("bbbb"), "/any"))
            .Should()
            .Contain($"      {Sentence["add_to_cart at ".Length..].TrimEnd('.')}\n");

    [Test]
    public void Nothing_is_listed_where_all_could_be_told() =>
        Written
            .Text(FailureList.Of([new JudgedWalk("guest-checkout [desktop-chrome]", Judged("bbbb", "aaaa"), "/any", IsFlaky: false)]))
            .Should()
            .NotContain("could not be told");

    [TestCase("aaaa")]
    [TestCase("bbbb")]
    public async Task JUnit_says_it(string atGa4) =>
        (await ReportedAsync(new JUnitReporter(Environment), atGa4)).Should().Contain(Sentence);

    [TestCase("aaaa")]
    [TestCase("bbbb")]
    public async Task The_run_as_JSON_says_it(string atGa4) =>
        (await ReportedAsync(new JsonReporter(Environment), atGa4))
            .Should()
            .Contain(Sentence["add_to_cart at Mixpanel: ".Length..].TrimEnd('.'));

    [TestCase("aaaa")]
    [TestCase("bbbb")]
    public async Task GitHub_has_it_on_the_authors_line(string atGa4)
    {
        await using var output = new StringWriter { NewLine = "\n" };

        await new GitHubReporter(output, Environment).ReportAsync(Run(atGa4), default);

        output.ToString().Should().Contain($"::error file=journeys/any.yaml,line=20,col=3,title=Could not be told::{Sentence}%0A");
    }

    [TestCase("aaaa")]
    [TestCase("bbbb")]
    public async Task Allure_has_it_in_the_tests_message_or_trace(string atGa4)
    {
        await new AllureReporter(null, Environment, "host").ReportAsync(Run(atGa4), default);

        folder
            .AllureResults()
            .Select(result => $"{result["statusDetails"]?["trace"]}")
            .Should()
            .ContainSingle(trace => trace.Contains($"Could not be told: {Sentence}"));
    }

    private async Task<string> ReportedAsync(IReporter reporter, string atGa4) =>
        System.Net.WebUtility.HtmlDecode(await File.ReadAllTextAsync((await reporter.ReportAsync(Run(atGa4), default))!));

    private MicroConvQA.Running.RunResult Run(string atGa4)
    {
        var walk = folder.Sample.Passed(SampleRun.Device("desktop-chrome", "desktop"));
        return folder.Sample.Of(walk with { Verdict = Judged(atGa4) });
    }

    private static JourneyVerdict Judged(string atGa4, string atMixpanel = Endless) =>
        new Judging.JudgedWalk()
            .At(Any.Ga4, Any.Mixpanel)
            .With(Any.Conversion("add_to_cart", "ga4", "mixpanel"))
            .Step("Put it into the cart", Any.Expectation("add_to_cart", ("coupon", new Matches("^(a|aa)+$"))))
            .Fires("add_to_cart", at: Any.Ga4, parameters: new { coupon = atGa4 })
            .Fires("add_to_cart", at: Any.Mixpanel, parameters: new { coupon = atMixpanel })
            .Judge();
}
