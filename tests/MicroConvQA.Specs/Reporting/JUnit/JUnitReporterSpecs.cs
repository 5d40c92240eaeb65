using System.Xml.Linq;
using FluentAssertions;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Reporting.JUnit;
using NUnit.Framework;

namespace MicroConvQA.Specs.Reporting.JUnit;

internal sealed class JUnitReporterSpecs
{
    private static readonly Dictionary<string, string> WithSecret = new() { ["SHOP_PASSWORD"] = SampleRun.Secret };

    [Test]
    public async Task The_run_is_written_as_approved()
    {
        using var folder = new SampleFolder();

        var path = await new JUnitReporter(WithSecret).ReportAsync(folder.Sample.Result(), default);

        Approved.Matches(await File.ReadAllTextAsync(path!), "Run", "xml");
    }

    [TestCase(true, "skipped", "Not walked: the run was interrupted before this walk was done.")]
    [TestCase(false, "error", "Broken: the harness itself failed. Something of ours threw.")]
    public async Task A_walk_that_was_left_out_is_a_suite_too(bool isInterrupted, string element, string message)
    {
        using var folder = new SampleFolder();
        var result = folder.Sample.Result();

        var path = await new JUnitReporter(WithSecret).ReportAsync(
            result with
            {
                Walks = [.. result.Walks.Take(2)],
                IsInterrupted = isInterrupted,
                HarnessFaults = ["Something of ours threw."],
            },
            default
        );

        var left = XDocument
            .Load(path!)
            .Descendants("testsuite")
            .Single(suite => suite.Attribute("name")!.Value == "guest-checkout [iphone-15]");
        left.Element("testcase")!.Element(element)!.Attribute("message")!.Value.Should().Be(message);
    }

    [Test]
    public async Task What_XML_cannot_hold_is_made_visible()
    {
        using var folder = new SampleFolder();
        var walk = folder.Sample.Failed(SampleRun.Device("pixel-7", "phone"));
        Finding[] findings = [walk.Verdict.StrayFindings[0] with { Message = "A page said \u0000\u0008 and 🛒." }];

        var path = await new JUnitReporter(WithSecret).ReportAsync(
            folder.Sample.Of(walk with { Verdict = walk.Verdict with { StrayFindings = findings } }),
            default
        );

        XDocument
            .Load(path!)
            .Descendants("failure")
            .Last()
            .Attribute("message")!
            .Value.Should()
            .Be("Personal data: A page said ␀␈ and 🛒.");
    }
}
