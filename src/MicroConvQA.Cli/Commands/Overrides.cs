using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Sites;
using MicroConvQA.Source;

namespace MicroConvQA.Cli.Commands;

/// <summary>The precedence of settings, written once: the command line, then the configuration file, then defaults.</summary>
internal static class Overrides
{
    private static readonly SourcePlace CommandLine = SourcePlace.Whole("command line");

    public static RunConfiguration Apply(RunConfiguration configuration, RunOptions options) =>
        WithSite(WithOutput(configuration, options), options) with
        {
            Workers = options.Workers ?? configuration.Workers,
            Retries = options.Retries ?? configuration.Retries,
            Headless = configuration.Headless && !options.Headed,
            Canary = configuration.Canary || options.Canary,
            SlowMotion = options.SlowMotion ?? configuration.SlowMotion,
        };

    private static RunConfiguration WithSite(RunConfiguration configuration, RunOptions options) =>
        options switch
        {
            { BaseUrl: not null, Faults.Count: > 0 } => throw Contradiction(
                "--fault switches faults of the demo shop on, and --base-url walks another site. Leave one out."
            ),
            { BaseUrl: { } url } => configuration with
            {
                BaseUrl = url,
                DemoShop = null,
                WebServer = null,
                Devices = [.. configuration.Devices.Select(device => device with { BaseUrl = null })],
            },
            { Faults.Count: > 0 } when configuration.DemoShop is null => throw Contradiction(
                "--fault switches faults of the demo shop on, and the configuration walks another site. Set 'demoShop' to true in 'microconv'."
            ),
            { Faults.Count: > 0 } => configuration with { DemoShop = new DemoShopSettings { Faults = options.Faults } },
            _ => configuration,
        };

    private static RunConfiguration WithOutput(RunConfiguration configuration, RunOptions options)
    {
        if (options.Output is null)
            return configuration;

        var root = Path.GetFullPath(options.Output);
        return configuration with
        {
            OutputDirectory = Path.Combine(root, "test-results"),
            AllureResultsDirectory = Path.Combine(root, "allure-results"),
            AllureReportDirectory = Path.Combine(root, "allure-report"),
            Reporters = configuration.Reporters.ToDictionary(
                reporter => reporter.Key,
                reporter =>
                    reporter.Value is { } place ? Path.Combine(root, Path.GetFileName(Path.TrimEndingDirectorySeparator(place))) : null
            ),
        };
    }

    private static SourceProblemException Contradiction(string message) => new([new SourceProblem(CommandLine, message)]);
}
