using FluentAssertions;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Reporting.Allure;
using MicroConvQA.Running;
using MicroConvQA.Specs.Reporting;
using Microsoft.Playwright;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Reporting;

/// <summary>The report as people get it: made by the real generator and opened from disk.</summary>
[Category("Browser")]
internal sealed class AllureReportSpecs
{
    private readonly List<string> asked = [];
    private SampleFolder folder = null!;
    private string index = null!;
    private IBrowser browser = null!;
    private IPage page = null!;

    [OneTimeSetUp]
    public async Task MakeReport()
    {
        folder = new SampleFolder();
        var reporter = new AllureReporter(AllureHtml.OfThisMachine(), new Dictionary<string, string>(), "host");
        await reporter.ReportAsync(WithAllTraffic(folder.Sample.Result()), default);
        index = (await reporter.ReportAsync(WithAllTraffic(folder.Sample.Result()), default))!;
        var playwright = await SharedBrowsers.DriverAsync();
        var chromium = BrowserFinder.OnThisMachine(playwright).Find(BrowserEngine.Chromium).Found!;
        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = chromium.Path, Args = ["--no-sandbox"] }
        );
    }

    [OneTimeTearDown]
    public async Task CloseBrowser()
    {
        await browser.DisposeAsync();
        folder.Dispose();
    }

    [SetUp]
    public async Task OpenPage()
    {
        asked.Clear();
        page = await browser.NewPageAsync(
            new BrowserNewPageOptions
            {
                ViewportSize = new ViewportSize { Width = 1300, Height = 2400 },
            }
        );
        page.Request += (_, request) => asked.Add(request.Url);
    }

    [TearDown]
    public Task ClosePage() => page.CloseAsync();

    [Test]
    public async Task It_is_grouped_by_the_stages_of_the_funnel_in_their_order()
    {
        var text = await OverviewAsync();

        new[] { "0 The walk itself", "1 Discovery (TOFU)", "2 Consideration (MOFU)", "3 Purchase (BOFU)" }
            .Select(stage => text.IndexOf(stage, StringComparison.Ordinal))
            .Should()
            .BeInAscendingOrder()
            .And.NotContain(-1);
    }

    [Test]
    public async Task It_says_that_no_analytics_request_left_this_machine()
    {
        await OverviewAsync();

        await ShowsAsync("0 analytics requests left this machine");
    }

    [Test]
    public async Task A_failed_test_shows_what_was_expected_and_what_was_found()
    {
        await OpenAsync("add_to_cart exactly once [pixel-7]");

        await page.GetByText("Show difference").First.ClickAsync();

        await ShowsAsync("Duplicate: 'add_to_cart' was sent twice to Google Analytics 4.");
        await ShowsAsync("currency must be 'EUR'");
        await ShowsAsync("currency is 'USD'");
    }

    [Test]
    public async Task A_failed_test_names_the_one_that_has_the_walks_trace_and_recording()
    {
        await OpenAsync("add_to_cart exactly once [pixel-7]");
        await page.FrameLocator("iframe[title='Description']").GetByText("guest-checkout could be walked [pixel-7]").WaitForAsync();

        await OpenAsync("guest-checkout could be walked [pixel-7]");

        await ShowsAsync("Recording, for 'microconv judge'");
        await ShowsAsync("Playwright trace");
    }

    [Test]
    public async Task A_broken_test_names_the_authors_line()
    {
        await OpenAsync("guest-checkout could be walked [iphone-15]");

        await ShowsAsync("Broken: 'click: Add to cart' at journeys/guest-checkout.yaml(23,9)");
    }

    [Test]
    public async Task What_a_shops_page_says_is_shown_and_never_run()
    {
        await OpenAsync("add_to_cart exactly once [desktop-chrome]");
        await page.GetByText("Google Analytics 4: 'add_to_cart' exactly once").ClickAsync();

        await page.GetByText("The hit", new PageGetByTextOptions { Exact = true }).First.ClickAsync();

        await page.GetByTestId("table-attachment-content").GetByText("onerror=").First.WaitForAsync();
        (await page.TitleAsync()).Trim().Should().Be("MicroConvQA");
    }

    [Test]
    public async Task It_asks_no_network_for_anything()
    {
        await OverviewAsync();
        await OpenAsync("add_to_cart exactly once [pixel-7]");

        asked.Should().OnlyContain(url => url.StartsWith("file:") || url.StartsWith("data:") || url.StartsWith("blob:"));
    }

    [Test]
    public void It_remembers_earlier_reports() =>
        File.ReadAllLines(Path.Combine(folder.Root, ".allure", "history.jsonl")).Should().HaveCount(2);

    /// <summary>The report draws itself piece by piece.</summary>
    private Task ShowsAsync(string text) => Assertions.Expect(page.Locator("body")).ToContainTextAsync(text, new() { UseInnerText = true });

    /// <summary>Opens the report and reads its first page.</summary>
    private async Task<string> OverviewAsync()
    {
        await page.GotoAsync(new Uri(index).AbsoluteUri);
        await page.GetByText("2 Consideration (MOFU)").WaitForAsync();
        return await page.InnerTextAsync("body");
    }

    /// <summary>Opens a test by the number that the report gave it: its row in the tree comes and goes with what is folded.</summary>
    /// <summary>So that what a page says in a hit of a walk that passed is shown too.</summary>
    private static RunResult WithAllTraffic(RunResult result) =>
        result with
        {
            Plan = result.Plan with { Configuration = result.Plan.Configuration with { AllureTraffic = ArtifactMode.On } },
        };

    private async Task OpenAsync(string test)
    {
        var tests = JObject.Parse(folder.Read("allure-report/test-results.json"))["byId"]!.Values<JProperty>();
        var id = tests.Single(property => (string?)property!.Value["name"] == test)!.Name;
        await page.GotoAsync("about:blank");
        await page.GotoAsync($"{new Uri(index).AbsoluteUri}#{id}");
        await page.GetByText("Test body").WaitForAsync();
    }
}
