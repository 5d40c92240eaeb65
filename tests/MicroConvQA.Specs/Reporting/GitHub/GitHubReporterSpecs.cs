using FluentAssertions;
using MicroConvQA.Reporting.GitHub;
using MicroConvQA.Running;
using NUnit.Framework;

namespace MicroConvQA.Specs.Reporting.GitHub;

internal sealed class GitHubReporterSpecs
{
    [Test]
    public async Task Findings_and_breakages_stand_on_the_authors_lines()
    {
        using var folder = new SampleFolder();

        Approved.Matches(await SaidOfAsync(folder.Sample.Result()), "Run");
    }

    [Test]
    public async Task What_is_the_same_on_several_devices_is_said_once()
    {
        using var folder = new SampleFolder();

        var said = await SaidOfAsync(
            folder.Sample.Of(
                folder.Sample.Failed(SampleRun.Device("pixel-7", "phone")),
                folder.Sample.Failed(SampleRun.Device("iphone-15", "phone"))
            )
        );

        said.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Should()
            .HaveCount(3)
            .And.OnlyContain(line => line.EndsWith("%0ASeen in guest-checkout [pixel-7], guest-checkout [iphone-15]."));
    }

    [Test]
    public async Task What_a_finding_says_cannot_end_the_command_or_start_another()
    {
        using var folder = new SampleFolder();
        var walk = folder.Sample.Failed(SampleRun.Device("pixel-7", "phone"));
        var finding = walk.Verdict.StrayFindings[0] with
        {
            Message = "100% of it\r\n::error file=evil::x",
            Place = new("journeys/a,b:c.yaml", 3, 1),
        };

        var said = await SaidOfAsync(
            folder.Sample.Of(walk with { Verdict = walk.Verdict with { Expectations = [], StrayFindings = [finding] } })
        );

        said.Should()
            .StartWith("::error file=journeys/a%2Cb%3Ac.yaml,line=3,col=1,title=Personal data::100%25 of it␍␊::error file=evil::x ");
    }

    [Test]
    public async Task A_warning_is_a_warning()
    {
        using var folder = new SampleFolder();
        var walk = folder.Sample.Failed(SampleRun.Device("pixel-7", "phone"));
        var finding = walk.Verdict.StrayFindings[0] with { IsWarning = true };

        var said = await SaidOfAsync(
            folder.Sample.Of(walk with { Verdict = walk.Verdict with { Expectations = [], StrayFindings = [finding] } })
        );

        said.Should().StartWith("::warning file=");
    }

    private static async Task<string> SaidOfAsync(RunResult result)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await new GitHubReporter(output, new Dictionary<string, string>()).ReportAsync(result, default);
        return output.ToString();
    }
}
