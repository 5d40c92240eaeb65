using FluentAssertions;
using MicroConvQA.Reporting.Json;
using NUnit.Framework;

namespace MicroConvQA.Specs.Reporting.Json;

internal sealed class JsonReporterSpecs
{
    private static readonly Dictionary<string, string> WithSecret = new() { ["SHOP_PASSWORD"] = SampleRun.Secret };

    [Test]
    public async Task The_run_is_written_as_approved_and_documented()
    {
        using var folder = new SampleFolder();

        var path = await new JsonReporter(WithSecret).ReportAsync(folder.Sample.Result(), default);

        path.Should().Be(Path.Combine(folder.Root, "test-results", "run.json"));
        Approved.Matches(await File.ReadAllTextAsync(path!), "Run", "json");
    }

    [Test]
    public async Task The_configuration_may_say_where_it_goes()
    {
        using var folder = new SampleFolder();
        var result = folder.Sample.Result();
        var place = Path.Combine(folder.Root, "elsewhere", "night.json");

        var path = await new JsonReporter(WithSecret).ReportAsync(
            result with
            {
                Plan = result.Plan with
                {
                    Configuration = result.Plan.Configuration with { Reporters = new Dictionary<string, string?> { ["json"] = place } },
                },
            },
            default
        );

        path.Should().Be(place);
        File.Exists(place).Should().BeTrue();
    }
}
