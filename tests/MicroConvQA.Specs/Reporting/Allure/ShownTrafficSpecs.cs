using FluentAssertions;
using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Counting;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Reporting.Allure;
using MicroConvQA.Running;
using NUnit.Framework;

namespace MicroConvQA.Specs.Reporting.Allure;

/// <summary>Of which walks the report shows hits and requests: they are half of a report that nobody looks for in a green night.</summary>
internal sealed class ShownTrafficSpecs
{
    private static readonly string[] AllOfPurchase =
    [
        "The hit",
        "Data layer push #10",
        "The hit",
        "Request #11: POST ga4.example/collect",
        "The hit",
        "Request #12: POST mixpanel.example/collect",
    ];

    private SampleFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new SampleFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public async Task A_walk_that_passed_brings_no_request_and_no_table()
    {
        await ReportAsync(folder.Sample.Of(folder.Sample.Passed(Pixel)));

        AttachedTo("[pixel-7]").Distinct().Should().BeEquivalentTo("The page after this step", "Why no further hits were waited for");
    }

    [Test]
    public async Task It_is_still_one_test_for_each_expectation_with_its_destinations_and_their_parameters()
    {
        await ReportAsync(folder.Sample.Of(folder.Sample.Passed(Pixel)));

        folder.AllureResults().Should().HaveCount(6);
        folder
            .AllureResult("purchase exactly once [pixel-7]")
            .SelectTokens("$.steps[*].parameters[*].name")
            .Select(name => (string)name!)
            .Should()
            .Equal("value", "currency", "value", "currency", "value", "currency");
    }

    [Test]
    public async Task It_says_where_its_hits_and_requests_are()
    {
        await ReportAsync(folder.Sample.Of(folder.Sample.Passed(Pixel)));

        DescriptionOf("guest-checkout could be walked [pixel-7]")
            .Should()
            .Be(
                "<p>It passed. Each hit and request is in its recording: in the folder of the recordings "
                    + "<code>microconv decode guest-checkout.pixel-7.granted</code> shows them. "
                    + "<code>\"traffic\": \"on\"</code> among the options of the reporter <code>allure</code> puts them into this report.</p>"
            );
        DescriptionOf("purchase exactly once [pixel-7]")
            .Should()
            .EndWith("<li><b>The walk is in the test:</b> guest-checkout could be walked [pixel-7]</li></ul>");
    }

    [TestCase(ArtifactMode.RetainOnFailure)]
    [TestCase(ArtifactMode.On)]
    public async Task A_walk_that_did_not_pass_brings_everything_also_in_its_tests_that_passed(ArtifactMode traffic)
    {
        await ReportAsync(folder.Sample.Of(folder.Sample.Failed(Pixel)), traffic);

        AttachedTo("purchase exactly once [pixel-7]").Should().Equal(AllOfPurchase);
        AttachedTo("guest-checkout could be walked [pixel-7]")
            .Should()
            .Contain(["All traffic (13)", "Browser console (1)", "Playwright trace"]);
        DescriptionOf("purchase exactly once [pixel-7]").Should().Contain("All traffic, trace and recording are in the test");
        DescriptionOf("guest-checkout could be walked [pixel-7]").Should().BeNull();
    }

    [Test]
    public async Task The_trace_of_the_second_look_is_named_as_that()
    {
        var failed = folder.Sample.Failed(Pixel);
        var look = Directory.CreateDirectory($"{failed.Directory}.attempt-2");
        await File.WriteAllTextAsync(Path.Combine(look.FullName, "trace.zip"), "a later trace");
        failed = failed with
        {
            Recording = failed.Recording with { Trace = null },
            SecondLook = new SecondLook(look.FullName, "trace.zip"),
        };

        await ReportAsync(folder.Sample.Of(failed));

        AttachedTo("guest-checkout could be walked [pixel-7]")
            .Should()
            .Contain("Playwright trace of the second look")
            .And.NotContain("Playwright trace");
    }

    [Test]
    public async Task A_walk_that_broke_brings_everything()
    {
        await ReportAsync(folder.Sample.Of(folder.Sample.Broken(Pixel)));

        AttachedTo("search exactly once [pixel-7]").Should().Contain("Request #2: POST ga4.example/collect");
        AttachedTo("guest-checkout could be walked [pixel-7]").Should().Contain("All traffic (6)");
    }

    [Test]
    public async Task A_walk_that_passed_brings_everything_where_it_is_asked_for()
    {
        await ReportAsync(folder.Sample.Of(folder.Sample.Passed(Pixel)), ArtifactMode.On);

        AttachedTo("purchase exactly once [pixel-7]").Should().Equal(AllOfPurchase);
        AttachedTo("guest-checkout could be walked [pixel-7]").Should().Contain("All traffic (12)");
        DescriptionOf("purchase exactly once [pixel-7]").Should().Contain("All traffic is in the test");
        DescriptionOf("guest-checkout could be walked [pixel-7]").Should().BeNull();
    }

    [Test]
    public async Task What_was_not_counted_is_explained_in_a_walk_that_passed_too()
    {
        var walk = folder.Sample.Passed(Pixel);
        await ReportAsync(
            folder.Sample.Of(
                With(walk, at =>
                    at with
                    {
                        Explained =
                        [
                            new(at.Hits[0] with { Line = 1 }, HitExplanation.Retry, "The same bytes were answered with 503 before."),
                        ],
                    }
                )
            )
        );

        AttachedTo("search exactly once [pixel-7]").Should().Equal("The hit, and 1 not counted");
    }

    [Test]
    public async Task A_warning_brings_the_requests_that_it_is_about()
    {
        var walk = folder.Sample.Passed(Pixel);
        var stray = folder.Sample.Failed(Pixel).Verdict.StrayFindings[0];
        var warning = stray with { Kind = FindingKind.VendorLimit, IsWarning = true, Requests = [2] };
        await ReportAsync(folder.Sample.Of(With(walk, at => at with { Findings = [warning] })));

        AttachedTo("search exactly once [pixel-7]").Should().Contain(["The hit", "Request #2: POST ga4.example/collect"]);
        AttachedTo("purchase exactly once [pixel-7]").Should().BeEmpty();
    }

    private static DeviceProject Pixel => SampleRun.Device("pixel-7", "phone");

    /// <summary>The walk with something else at the first destination of its first expectation.</summary>
    private static WalkResult With(WalkResult walk, Func<DestinationVerdict, DestinationVerdict> change)
    {
        var (first, others) = (walk.Verdict.Expectations[0], walk.Verdict.Expectations.Skip(1));
        var changed = first with { Destinations = [change(first.Destinations[0]), .. first.Destinations.Skip(1)] };

        return walk with
        {
            Verdict = walk.Verdict with { Expectations = [changed, .. others] },
        };
    }

    private Task<string?> ReportAsync(RunResult result, ArtifactMode? traffic = null)
    {
        var configuration = traffic is { } mode ? result.Plan.Configuration with { AllureTraffic = mode } : result.Plan.Configuration;
        var asked = result with { Plan = result.Plan with { Configuration = configuration } };

        return new AllureReporter(null, new Dictionary<string, string>(), "host").ReportAsync(asked, default);
    }

    private IEnumerable<string> AttachedTo(string test) =>
        folder
            .AllureResults()
            .Where(result => ((string)result["name"]!).EndsWith(test, StringComparison.Ordinal))
            .SelectMany(result => result.SelectTokens("$..attachments[*].name"))
            .Select(name => (string)name!);

    private string? DescriptionOf(string test) => (string?)folder.AllureResult(test)["descriptionHtml"];
}
