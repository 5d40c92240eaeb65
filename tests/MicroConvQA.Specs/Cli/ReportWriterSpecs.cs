using FluentAssertions;
using MicroConvQA.Cli.Commands;
using MicroConvQA.Cli.Display;
using MicroConvQA.Reporting;
using MicroConvQA.Reporting.Allure;
using MicroConvQA.Reporting.Json;
using MicroConvQA.Reporting.JUnit;
using MicroConvQA.Running;
using MicroConvQA.Specs.Reporting;
using NUnit.Framework;

namespace MicroConvQA.Specs.Cli;

/// <summary>What cannot be written is said in plain words, keeps nothing else from being written, and is no success.</summary>
internal sealed class ReportWriterSpecs
{
    private static readonly Dictionary<string, string> NoSecrets = [];

    [Test]
    [Platform("Linux")]
    public async Task A_full_disk_costs_the_report_that_it_has_no_room_for()
    {
        using var folder = new SampleFolder();
        var run = folder.Sample.Of(folder.Sample.Passed(SampleRun.Device("desktop-chrome", "desktop")));
        var result = run with
        {
            Plan = run.Plan with
            {
                Configuration = run.Plan.Configuration with { Reporters = new Dictionary<string, string?> { ["json"] = "/dev/full" } },
            },
        };

        var (reports, errors) = await WriteAsync(result, new JsonReporter(NoSecrets), new JUnitReporter(NoSecrets));

        errors.Should().BeEmpty();
        Written
            .Text(reports.Select(report => report.ToLine()))
            .Should()
            .Be(
                $"""
                The report 'json' is not complete: it could not be written: the disk is full (No space left on device : '/dev/full').
                Report (junit): {folder.Root}/test-results/junit.xml

                """
            );
        (result.ExitCode, ReportWriter.ExitCodeOf(result, reports)).Should().Be((ExitCode.Passed, ExitCode.HarnessFailed));
    }

    [Test]
    public async Task Without_Node_js_the_missing_page_is_said_and_is_no_success()
    {
        using var folder = new SampleFolder();
        var result = folder.Sample.Of(folder.Sample.Passed(SampleRun.Device("desktop-chrome", "desktop")));

        var (reports, _) = await WriteAsync(
            result,
            new AllureReporter(new AllureHtml(searchPath: folder.Root, cacheDirectory: folder.Root), NoSecrets, "host")
        );

        Written
            .Text([reports.Single().ToLine()])
            .Should()
            .Be(
                "The report 'allure' is not complete: Node.js was not found on the PATH, and the HTML report is made with it. Install Node.js 20 or later (https://nodejs.org) and run 'microconv report' to make it from the results that are already there. "
                    + $"What there is of it is in {folder.Root}/allure-results.\n"
            );
        (result.ExitCode, ReportWriter.ExitCodeOf(result, reports)).Should().Be((ExitCode.Passed, ExitCode.HarnessFailed));
    }

    [Test]
    public async Task A_report_that_is_there_leaves_the_exit_code_to_the_verdicts()
    {
        using var folder = new SampleFolder();
        var result = folder.Sample.Of(folder.Sample.Failed(SampleRun.Device("pixel-7", "phone")));

        var (reports, _) = await WriteAsync(result, new JUnitReporter(NoSecrets));

        ReportWriter.ExitCodeOf(result, reports).Should().Be(ExitCode.TrackingFailed);
    }

    [Test]
    [Platform("Linux")]
    public async Task A_full_disk_is_no_bug_of_the_tool_elsewhere_either()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var screen = new Screen(new PlainWriter(output), new PlainWriter(output));

        var code = await Guard.RunAsync(
            async () =>
            {
                await File.WriteAllTextAsync("/dev/full", "anything");
                return ExitCode.Passed;
            },
            screen
        );

        (code, output.ToString())
            .Should()
            .Be((4, "Stopped, because the disk is full (No space left on device : '/dev/full'). Make room, then call it again.\n"));
    }

    private static async Task<(IReadOnlyList<WrittenReport> Reports, string Errors)> WriteAsync(
        RunResult result,
        params IReporter[] reporters
    )
    {
        using var errors = new StringWriter { NewLine = "\n" };
        var writer = new ReportWriter(new Screen(new PlainWriter(TextWriter.Null), new PlainWriter(errors)));

        return (await writer.WriteAsync(result, reporters), errors.ToString());
    }
}
