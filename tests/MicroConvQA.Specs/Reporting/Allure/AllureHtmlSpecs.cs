using FluentAssertions;
using MicroConvQA.Reporting;
using MicroConvQA.Reporting.Allure;
using NUnit.Framework;

namespace MicroConvQA.Specs.Reporting.Allure;

internal sealed class AllureHtmlSpecs
{
    [Test]
    public async Task Without_Node_js_the_results_stay_and_the_remedy_is_named()
    {
        using var folder = new SampleFolder();
        var reporter = new AllureReporter(
            new AllureHtml(searchPath: folder.Root, cacheDirectory: folder.Root),
            new Dictionary<string, string>(),
            "host"
        );

        var report = () => reporter.ReportAsync(folder.Sample.Result(), default);

        (await report.Should().ThrowAsync<ReportProblemException>()).WithMessage(
            "Node.js was not found on the PATH, and the HTML report is made with it. Install Node.js 20 or later (https://nodejs.org) "
                + "and run 'microconv report' to make it from the results that are already there."
        );
        folder.AllureResults().Should().NotBeEmpty();
    }

    [Test]
    public void The_report_is_freed_of_the_generators_own_Google_tag()
    {
        const string page =
            "<body>a<script async src=\"https://www.googletagmanager.com/gtag/js?id=G-X\"></script>\n<script>gtag('config')</script>b<script>c</script></body>";

        AllureTelemetry.RemovedFrom(page).Should().Be("<body>ab<script>c</script></body>");
    }

    [Test]
    public void A_report_without_it_is_left_as_it_is() =>
        AllureTelemetry.RemovedFrom("<body><script>c</script></body>").Should().Be("<body><script>c</script></body>");
}
