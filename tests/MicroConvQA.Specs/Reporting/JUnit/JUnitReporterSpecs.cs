using System.Xml.Linq;
using FluentAssertions;
using MicroConvQA.Judging;
using MicroConvQA.Reporting.JUnit;
using NUnit.Framework;

namespace MicroConvQA.Specs.Reporting.JUnit;

public sealed class JUnitReporterSpecs
{
    private static readonly Dictionary<string, string> WithSecret = new() { ["SHOP_PASSWORD"] = SampleRun.Secret };

    [Test]
    public async Task The_run_is_written_as_approved()
    {
        using var folder = new SampleFolder();

        var path = await new JUnitReporter(WithSecret).ReportAsync(folder.Sample.Result(), default);

        Approved.Matches(await File.ReadAllTextAsync(path!), "Run", "xml");
    }

    [Test]
    public async Task What_XML_cannot_hold_becomes_a_replacement_character()
    {
        using var folder = new SampleFolder();
        var walk = folder.Sample.Failed(SampleRun.Device("pixel-7", "phone"));
        Finding[] findings = [walk.Verdict.StrayFindings[0] with { Message = "A page said \u0000\u0008 and 🛒." }];

        var path = await new JUnitReporter(WithSecret).ReportAsync(folder.Sample.Of(walk with { Verdict = walk.Verdict with { StrayFindings = findings } }), default);

        XDocument.Load(path!).Descendants("failure").Last().Attribute("message")!.Value.Should().Be("Personal data: A page said \uFFFD\uFFFD and 🛒.");
    }
}
