using System.Text;
using FluentAssertions;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;
using MicroConvQA.Reporting.Allure;
using MicroConvQA.Running;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Reporting.Allure;

internal sealed class AllureReporterSpecs
{
    private static readonly Dictionary<string, string> WithSecret = new() { ["SHOP_PASSWORD"] = SampleRun.Secret };

    private SampleFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new SampleFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [TestCase("view_item exactly once [desktop-chrome]", "Passed")]
    [TestCase("add_to_cart exactly once [pixel-7]", "Failed")]
    [TestCase("add_to_cart exactly once [iphone-15]", "Broken")]
    [TestCase("purchase exactly once [iphone-15]", "Skipped")]
    [TestCase("guest-checkout could be walked [iphone-15]", "WalkBroken")]
    [TestCase("guest-checkout: nothing forbidden or unexpected fired [pixel-7]", "NothingElseFailed")]
    public async Task A_result_is_written_as_approved(string name, string approved)
    {
        await ReportAsync(folder.Sample.Result());

        Approved.Matches(folder.AllureResult(name).ToString(), approved, "json");
    }

    [Test]
    public async Task Every_expectation_is_one_test_and_every_walk_has_two_more()
    {
        await ReportAsync(folder.Sample.Result());

        Approved.Matches(
            string.Join(
                "\n",
                folder.AllureResults().Select(result => $"{result["status"], -8} {result["name"]}").Order(StringComparer.Ordinal)
            ),
            "Tests"
        );
    }

    [Test]
    public async Task The_environment_says_how_many_analytics_requests_left_this_machine()
    {
        await ReportAsync(folder.Sample.Result());

        Approved.Matches(folder.Read("allure-results/environment.properties"), "Environment");
    }

    [Test]
    public async Task A_name_without_an_end_is_evidence_by_its_beginning_and_its_end()
    {
        var walk = folder.Sample.Failed(SampleRun.Device("pixel-7", "phone"));
        var name = new string('A', 1_000_000);
        CapturedRequest[] requests =
        [
            .. walk.Recording.Requests.Select(request =>
                request with
                {
                    Url = $"{request.Url}&ep.name={name}",
                    Headers = new Dictionary<string, string> { ["referer"] = $"https://shop.example/?{name}" },
                    Body = request.Transport == Transport.DataLayer ? Encoding.UTF8.GetBytes($"{{\"event\":\"{name}\"}}") : request.Body,
                }
            ),
        ];

        await ReportAsync(
            folder.Sample.Of(
                walk with
                {
                    Recording = walk.Recording with { Requests = requests },
                    Verdict = walk.Verdict with
                    {
                        Traffic = [.. requests.Select(request => new DecodedRequest { Request = request, Vendor = "ga4" })],
                    },
                }
            )
        );

        var files = Directory.GetFiles(Path.Combine(folder.Root, "allure-results"));
        files.Sum(file => new FileInfo(file).Length).Should().BeLessThan(4_000_000);
        files.Select(File.ReadAllText).Should().Contain(text => text.Contains("letters left out"));
    }

    [Test]
    public async Task The_identity_is_the_same_in_every_run()
    {
        var identities = new List<string>();

        foreach (var deploy in new[] { "4f2c1aa", "9b1d7e0" })
        {
            var walk = folder.Sample.Passed(SampleRun.Device("pixel-7", "phone"));
            await ReportAsync(
                folder.Sample.Of(
                    walk with
                    {
                        Recording = walk.Recording with
                        {
                            Walk = walk.Recording.Walk with { Deploy = deploy, BaseUrl = $"https://{deploy}.example" },
                        },
                    }
                )
            );
            identities.Add(HistoryOf("purchase exactly once [pixel-7]"));
        }

        identities.Distinct().Should().ContainSingle();
    }

    [Test]
    public async Task Another_device_is_another_identity()
    {
        await ReportAsync(folder.Sample.Result());

        folder.AllureResults().Select(result => (string)result["historyId"]!).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public async Task Repetitions_are_tests_of_their_own_and_the_first_keeps_the_history_of_a_single_walk()
    {
        var walk = folder.Sample.Passed(SampleRun.Device("pixel-7", "phone"));
        await ReportAsync(folder.Sample.Of(walk));
        var single = HistoryOf("purchase exactly once [pixel-7]");

        await ReportAsync(folder.Sample.Of(walk, walk with { Walk = walk.Walk with { Repetition = 2 } }));

        HistoryOf("purchase exactly once [pixel-7]").Should().Be(single);
        HistoryOf("purchase exactly once [pixel-7] #2").Should().NotBe(single);
    }

    [Test]
    public async Task Two_results_of_one_identity_are_our_own_error()
    {
        var walk = folder.Sample.Passed(SampleRun.Device("pixel-7", "phone"));

        var report = () => ReportAsync(folder.Sample.Of(walk, walk));

        (await report.Should().ThrowAsync<InvalidOperationException>()).WithMessage(
            "Two Allure results have one identity, 'guest-checkout:search-for-a-lamp:search#1': 'search exactly once [pixel-7]' and "
                + "'search exactly once [pixel-7]'. Allure would merge them as a retry and show only the later one."
        );
    }

    [Test]
    public async Task Neither_secrets_nor_the_shoppers_identity_nor_cookies_stand_in_any_file_of_ours()
    {
        await ReportAsync(folder.Sample.Result());

        var texts = Directory
            .GetFiles(folder.Results)
            .Where(file => Path.GetExtension(file) is ".json" or ".csv" or ".txt")
            .Select(File.ReadAllText)
            .ToList();
        texts
            .Should()
            .NotContain(text =>
                text.Contains(SampleRun.Secret)
                || text.Contains(SampleRun.Email)
                || text.Contains("walk-7f3a%40")
                || text.Contains("do-not-show")
            );
        texts.Should().Contain(text => text.Contains("[person.email]"));
        texts.Should().Contain(text => text.Contains("•••"));
    }

    [Test]
    public async Task What_a_page_says_is_never_attached_as_markup()
    {
        await ReportAsync(folder.Sample.Result());

        var types = folder
            .AllureResults()
            .SelectMany(result => result.SelectTokens("$..attachments[*].type"))
            .Select(type => (string)type!);
        types
            .Distinct()
            .Should()
            .BeEquivalentTo([
                "text/csv",
                "text/plain",
                "image/png",
                "application/json",
                "application/vnd.allure.http+json",
                "application/vnd.allure.playwright-trace",
            ]);
    }

    [Test]
    public async Task What_a_dictionary_says_is_text_in_the_description()
    {
        var result = folder.Sample.Result();
        var dictionary = result.Plan.Dictionary with
        {
            Conversions = [.. result.Plan.Dictionary.Conversions.Select(conversion => conversion with { Definition = "a < b & <script>" })],
        };

        await ReportAsync(result with { Plan = result.Plan with { Dictionary = dictionary } });

        ((string)folder.AllureResult("purchase exactly once [pixel-7]")["descriptionHtml"]!)
            .Should()
            .StartWith("<p>a &lt; b &amp; &lt;script&gt;</p>");
    }

    [Test]
    public async Task Every_attached_file_is_there_and_belongs_to_one_place_only()
    {
        await ReportAsync(folder.Sample.Result());

        var sources = folder
            .AllureResults()
            .SelectMany(result => result.SelectTokens("$..attachments[*].source"))
            .Select(source => (string)source!)
            .ToList();
        sources.Should().OnlyHaveUniqueItems();
        sources.Should().OnlyContain(source => File.Exists(Path.Combine(folder.Results, source)));
        Directory.GetFiles(folder.Results, "*-attachment.*").Should().HaveSameCount(sources);
    }

    [Test]
    public async Task A_picture_that_is_gone_is_named_as_lost()
    {
        var walk = folder.Sample.Broken(SampleRun.Device("iphone-15", "phone"));
        File.Delete(Path.Combine(walk.Directory, "broken.png"));

        await ReportAsync(folder.Sample.Of(walk));

        folder
            .AllureResult("guest-checkout could be walked [iphone-15]")
            .SelectTokens("$..attachments[*].name")
            .Select(name => (string)name!)
            .Should()
            .Contain("The page when it broke (lost)");
    }

    [Test]
    public async Task Results_of_an_earlier_run_go_and_files_of_others_stay()
    {
        await ReportAsync(folder.Sample.Result());
        await File.WriteAllTextAsync(Path.Combine(folder.Results, "notes.md"), "mine");

        await ReportAsync(folder.Sample.Of(folder.Sample.Passed(SampleRun.Device("pixel-7", "phone"))));

        folder.AllureResults().Should().OnlyContain(result => ((string)result["name"]!).EndsWith("[pixel-7]"));
        folder.Read("allure-results/notes.md").Should().Be("mine");
    }

    [Test]
    public async Task A_walk_that_an_interrupted_run_left_out_is_named_as_not_walked()
    {
        var result = folder.Sample.Result();

        await ReportAsync(result with { Walks = [.. result.Walks.Take(2)], IsInterrupted = true });

        var left = folder.AllureResult("guest-checkout could be walked [iphone-15]");
        Text(left["status"]).Should().Be("skipped");
        Text(left.SelectToken("statusDetails.message")).Should().Be("Not walked: the run was interrupted before this walk was done.");
        folder.Read("allure-results/environment.properties").Should().Contain("Walks = 2 of 3: the run was interrupted");
    }

    [Test]
    public async Task A_fault_of_the_harness_is_a_global_error_of_the_report()
    {
        var result = folder.Sample.Result();

        await ReportAsync(
            result with
            {
                Walks = [.. result.Walks.Take(2)],
                HarnessFaults = ["guest-checkout [iphone-15] has no verdict."],
            }
        );

        Text(JObject.Parse(folder.Read("allure-results/harness-globals.json")).SelectToken("errors[0].message"))
            .Should()
            .Be("guest-checkout [iphone-15] has no verdict.");
        Text(folder.AllureResult("guest-checkout could be walked [iphone-15]")["status"]).Should().Be("broken");
    }

    [Test]
    public async Task A_flaky_failure_is_marked_as_flaky()
    {
        var walk = folder.Sample.Failed(SampleRun.Device("pixel-7", "phone"));

        await ReportAsync(folder.Sample.Of(walk with { IsFlaky = true, Attempts = 2 }));

        Text(folder.AllureResult("add_to_cart exactly once [pixel-7]").SelectToken("statusDetails.flaky")).Should().Be("True");
        Text(folder.AllureResult("purchase exactly once [pixel-7]").SelectToken("statusDetails.flaky")).Should().NotBe("True");
    }

    [Test]
    public async Task A_conversion_that_several_steps_expect_is_named_with_its_step()
    {
        var walk = folder.Sample.Passed(SampleRun.Device("pixel-7", "phone"));
        var first = walk.Verdict.Expectations[0];
        var again = first with { StepIndex = 2, StepId = "again", StepTitle = "Search again" };

        await ReportAsync(folder.Sample.Of(walk with { Verdict = walk.Verdict with { Expectations = [first, again] } }));

        folder
            .AllureResults()
            .Select(result => (string)result["name"]!)
            .Should()
            .Contain(["search exactly once at 'Search for a lamp' [pixel-7]", "search exactly once at 'Search again' [pixel-7]"]);
    }

    [Test]
    public async Task On_a_known_CI_the_build_is_named()
    {
        var github = new Dictionary<string, string>
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_RUN_ID"] = "123",
            ["GITHUB_RUN_NUMBER"] = "7",
            ["GITHUB_WORKFLOW"] = "Nightly",
            ["GITHUB_REPOSITORY"] = "lamps/shop",
        };

        await new AllureReporter(null, github, "host").ReportAsync(folder.Sample.Result(), default);

        Approved.Matches(folder.Read("allure-results/executor.json"), "Executor", "json");
    }

    [Test]
    public async Task Elsewhere_no_build_is_made_up()
    {
        await ReportAsync(folder.Sample.Result());

        File.Exists(Path.Combine(folder.Results, "executor.json")).Should().BeFalse();
    }

    [Test]
    public async Task Every_failed_or_broken_test_falls_into_a_category_that_says_what_it_means()
    {
        await ReportAsync(folder.Sample.Result());

        Approved.Matches(folder.Read("allure-results/categories.json"), "Categories", "json");
    }

    private Task<string?> ReportAsync(RunResult result) => new AllureReporter(null, WithSecret, "host").ReportAsync(result, default);

    private string HistoryOf(string name) => (string)folder.AllureResult(name)["historyId"]!;

    private static string? Text(JToken? token) => token?.ToString();
}
