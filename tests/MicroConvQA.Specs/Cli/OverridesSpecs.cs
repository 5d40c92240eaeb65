using FluentAssertions;
using MicroConvQA.Cli.Commands;
using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Sites;
using MicroConvQA.Source;
using NUnit.Framework;

namespace MicroConvQA.Specs.Cli;

internal sealed class OverridesSpecs
{
    private static readonly RunConfiguration File = Any.Configuration() with
    {
        Workers = 2,
        Retries = 1,
        DemoShop = new DemoShopSettings(),
        Devices = [Any.Device() with { BaseUrl = "https://shop.example/us" }],
        Reporters = new Dictionary<string, string?> { ["list"] = null, ["junit"] = "/any/results/junit.xml" },
    };

    [Test]
    public void Without_options_the_file_holds() =>
        Overrides.Apply(File, new RunOptions()).Should().BeEquivalentTo(File, options => options.ComparingRecordsByMembers());

    [Test]
    public void An_option_wins_over_the_file()
    {
        var configuration = Overrides.Apply(
            File,
            new RunOptions
            {
                Workers = 5,
                Retries = 0,
                Headed = true,
                SlowMotion = TimeSpan.FromSeconds(1),
            }
        );

        (configuration.Workers, configuration.Retries, configuration.Headless, configuration.SlowMotion)
            .Should()
            .Be((5, 0, false, TimeSpan.FromSeconds(1)));
    }

    [Test]
    public void A_base_url_replaces_every_other_site()
    {
        var configuration = Overrides.Apply(File, new RunOptions { BaseUrl = "https://staging.example" });

        (configuration.BaseUrl, configuration.DemoShop, configuration.WebServer, configuration.Devices[0].BaseUrl)
            .Should()
            .Be(("https://staging.example", null, null, null));
    }

    [Test]
    public void Faults_are_switched_on_in_the_demo_shop() =>
        Overrides.Apply(File, new RunOptions { Faults = ["late"] }).DemoShop!.Faults.Should().Equal("late");

    [Test]
    public void Faults_need_the_demo_shop() =>
        Refused(File with { DemoShop = null }, new RunOptions { Faults = ["late"] })
            .Should()
            .Be(
                "command line: error: --fault switches faults of the demo shop on, and the configuration walks another site. Set 'demoShop' to true in 'microconv'."
            );

    [Test]
    public void Faults_and_a_base_url_contradict_each_other() =>
        Refused(File, new RunOptions { Faults = ["late"], BaseUrl = "https://a.example" })
            .Should()
            .Be("command line: error: --fault switches faults of the demo shop on, and --base-url walks another site. Leave one out.");

    [Test]
    public void Everything_is_written_beneath_the_output_folder()
    {
        var root = Path.GetFullPath("out");

        var configuration = Overrides.Apply(File, new RunOptions { Output = "out" });

        new[]
        {
            configuration.OutputDirectory,
            configuration.AllureResultsDirectory,
            configuration.AllureReportDirectory,
            configuration.Reporters["junit"],
        }
            .Should()
            .Equal(
                Path.Combine(root, "test-results"),
                Path.Combine(root, "allure-results"),
                Path.Combine(root, "allure-report"),
                Path.Combine(root, "junit.xml")
            );
    }

    private static string Refused(RunConfiguration configuration, RunOptions options) =>
        FluentActions
            .Invoking(() => Overrides.Apply(configuration, options))
            .Should()
            .Throw<SourceProblemException>()
            .Which.Problems.Single()
            .ToString();
}
