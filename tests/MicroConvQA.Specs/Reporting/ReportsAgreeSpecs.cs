using System.Xml.Linq;
using FluentAssertions;
using MicroConvQA.Cli.Display;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.NUnit;
using MicroConvQA.Reporting.Allure;
using MicroConvQA.Reporting.GitHub;
using MicroConvQA.Reporting.Json;
using MicroConvQA.Reporting.JUnit;
using MicroConvQA.Running;
using MicroConvQA.Specs.Judging.Findings;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using JudgedWalk = MicroConvQA.Specs.Judging.JudgedWalk;

namespace MicroConvQA.Specs.Reporting;

/// <summary>
/// Console, run.json, JUnit, Allure, the tests of NUnit and GitHub's annotations are held against each other: a conversion has one colour,
/// and a walk one verdict, wherever one looks.
/// </summary>
internal sealed class ReportsAgreeSpecs
{
    private static readonly Dictionary<string, string> NoSecrets = [];

    private static IEnumerable<TestCaseData> Faults =>
        FindingGallerySpecs.Examples.Select(example => new TestCaseData(example.Walk).SetArgDisplayNames(example.Kind.ToString()));

    [TestCaseSource(nameof(Faults))]
    public async Task On_a_walk_with_a_fault(JudgedWalk walk) => await HoldAgainstEachOtherAsync(walk, isClean: false);

    [Test]
    public async Task On_a_purchase_that_is_sent_again_on_a_reload()
    {
        var walk = new JudgedWalk()
            .With(Any.Conversion("purchase"))
            .Step("Pay", Any.Expectation("purchase"))
            .Step("Reload the page")
            .Fires("purchase")
            .Fires("purchase", step: 1);

        await HoldAgainstEachOtherAsync(walk, isClean: false);
    }

    [Test]
    public async Task On_a_walk_without_any() =>
        await HoldAgainstEachOtherAsync(
            new JudgedWalk().With(Any.Conversion()).Step("Put it into the cart", Any.Expectation()).Fires("add_to_cart"),
            isClean: true
        );

    private static async Task HoldAgainstEachOtherAsync(JudgedWalk walk, bool isClean)
    {
        using var folder = new SampleFolder();
        var run = walk.Run(folder.Root);
        await File.WriteAllTextAsync(Path.Combine(folder.Root, WalkDirectories.RecordingFile), "{}");
        var verdict = run.Walks[0].Verdict;
        var reports = new[] { Console(run), await JsonAsync(run), await JUnitAsync(run), await AllureAsync(run, folder), Tests(run) };

        foreach (var report in reports)
        {
            report.Walk.Should().Be(verdict.Status, $"{report.Name} must say of the walk what the verdict says");
            foreach (var conversion in Conversions(run))
                report
                    .Conversions.GetValueOrDefault(conversion)
                    .Should()
                    .Be(ColourOf(verdict, conversion), $"{report.Name} must say of '{conversion}' what its findings say");
        }

        (await AnnotationsAsync(run))
            .Should()
            .Be(
                (
                    verdict.Findings.Where(finding => !finding.IsWarning).DistinctBy(finding => (finding.Message, finding.Place)).Count(),
                    verdict.Findings.Where(finding => finding.IsWarning).DistinctBy(finding => (finding.Message, finding.Place)).Count()
                ),
                "each finding is one annotation"
            );
        (verdict.Findings.Any() || verdict.Status != VerdictStatus.Passed).Should().Be(!isClean);
    }

    /// <summary>The worst that is known of a conversion; passed where it is not expected and nothing is wrong with it.</summary>
    private static VerdictStatus ColourOf(JourneyVerdict verdict, string conversion) =>
        Worst([
            .. verdict.Expectations.Where(one => one.Expectation.Conversion == conversion).Select(one => one.Status),
            .. verdict.Findings.Where(finding => finding.Conversion == conversion).Select(FindingStatus.Of),
        ]);

    private static IEnumerable<string> Conversions(RunResult run) => run.Plan.Dictionary.Conversions.Select(conversion => conversion.Name);

    private static Report Console(RunResult run)
    {
        var lines = ConversionGrid.Of(run, width: null).Select(line => line.Text).ToList();
        var marks = Enum.GetValues<VerdictStatus>().ToDictionary(status => StatusMarks.Of(status).Text);
        var totals = RunTotals.Of(run, [])[0].Text;
        return new Report(
            "the console",
            Enum.GetValues<VerdictStatus>()
                .Single(status => totals.Contains($"1 {StatusMarks.WordOf(status).Text}", StringComparison.Ordinal)),
            Conversions(run)
                .ToDictionary(
                    conversion => conversion,
                    conversion =>
                        lines.Find(line =>
                            line.Contains($"  {conversion} ", StringComparison.Ordinal) && !line.Contains(':', StringComparison.Ordinal)
                        )
                            is { } row
                            ? marks[row.Trim()[^1..]]
                            : VerdictStatus.Passed
                )
        );
    }

    private static async Task<Report> JsonAsync(RunResult run)
    {
        var path = await new JsonReporter(NoSecrets).ReportAsync(run, default);
        var walk = JObject.Parse(await File.ReadAllTextAsync(path!))["walks"]![0]!;
        var kinds = run.Walks[0].Verdict.StrayFindings.ToLookup(finding => finding.Conversion);
        return new Report(
            "run.json",
            StatusOf(walk["status"]!),
            Conversions(run)
                .ToDictionary(
                    conversion => conversion,
                    conversion =>
                        walk["expectations"]!
                            .Where(one => (string?)one["conversion"] == conversion)
                            .Select(one => StatusOf(one["status"]!))
                            .ToList()
                            is { Count: > 0 } expected
                            ? Worst(expected)
                            : Worst(kinds[conversion].Select(FindingStatus.Of))
                )
        );
    }

    private static async Task<Report> JUnitAsync(RunResult run)
    {
        var path = await new JUnitReporter(NoSecrets).ReportAsync(run, default);
        var cases = XDocument.Load(path!).Descendants("testcase").ToList();
        return new Report(
            "JUnit",
            OfWalk(cases.Select(OfCase)),
            Conversions(run)
                .ToDictionary(
                    conversion => conversion,
                    conversion =>
                        Worst(
                            cases
                                .Where(one => one.Attribute("name")!.Value.StartsWith($"{conversion} ", StringComparison.Ordinal))
                                .Select(OfCase)
                        )
                )
        );
    }

    private static VerdictStatus OfCase(XElement one) =>
        one.Element("failure") is not null ? VerdictStatus.Failed
        : one.Element("error") is not null ? VerdictStatus.Broken
        : one.Element("skipped") is not null ? VerdictStatus.Skipped
        : VerdictStatus.Passed;

    private static async Task<Report> AllureAsync(RunResult run, SampleFolder folder)
    {
        await new AllureReporter(null, NoSecrets, "host").ReportAsync(run, default);
        var results = folder.AllureResults();
        return new Report(
            "Allure",
            OfWalk(results.Select(result => StatusOf(result["status"]!))),
            run.Plan.Dictionary.Conversions.ToDictionary(
                conversion => conversion.Name,
                conversion =>
                    Worst(
                        results
                            .Where(result =>
                                result["labels"]!.Any(label =>
                                    (string?)label["name"] == "feature" && (string?)label["value"] == conversion.Title
                                ) && ((string)result["name"]!).StartsWith($"{conversion.Name} ", StringComparison.Ordinal)
                            )
                            .Select(result => StatusOf(result["status"]!))
                    )
            )
        );
    }

    /// <summary>A conversion that nobody expects has no test of its own: tests are named before anything is walked.</summary>
    private static Report Tests(RunResult run)
    {
        var walk = run.Walks[0];
        var others = TestOutcome.OfNothingElse(walk);
        return new Report(
            "NUnit",
            OfWalk(walk.Verdict.Expectations.Select(one => TestOutcome.Of(walk, one).Status).Append(others.Status)),
            Conversions(run)
                .ToDictionary(
                    conversion => conversion,
                    conversion =>
                        walk.Verdict.Expectations.Where(one => one.Expectation.Conversion == conversion).ToList() is { Count: > 0 } expected
                            ? Worst(expected.Select(one => TestOutcome.Of(walk, one).Status))
                            : Worst(others.Findings.Where(finding => finding.Conversion == conversion).Select(FindingStatus.Of))
                )
        );
    }

    private static async Task<(int Errors, int Warnings)> AnnotationsAsync(RunResult run)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await new GitHubReporter(output, NoSecrets).ReportAsync(run, default);
        var lines = output.ToString().Split('\n');
        return (
            lines.Count(line => line.StartsWith("::error ", StringComparison.Ordinal)),
            lines.Count(line => line.StartsWith("::warning ", StringComparison.Ordinal))
        );
    }

    private static VerdictStatus StatusOf(JToken word) => Enum.Parse<VerdictStatus>((string)word!, ignoreCase: true);

    private static VerdictStatus Worst(IEnumerable<VerdictStatus> statuses) => statuses.DefaultIfEmpty(VerdictStatus.Passed).Max();

    /// <summary>A part that does not apply leaves the walk as good as the others are.</summary>
    private static VerdictStatus OfWalk(IEnumerable<VerdictStatus> parts) => Worst(parts.Where(part => part != VerdictStatus.Skipped));

    private sealed record Report(string Name, VerdictStatus Walk, IReadOnlyDictionary<string, VerdictStatus> Conversions);
}
