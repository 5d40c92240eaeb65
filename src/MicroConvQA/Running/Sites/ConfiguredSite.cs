using MicroConvQA.Configuration;
using MicroConvQA.Source;

namespace MicroConvQA.Running.Sites;

/// <summary>The site under test by the configuration: a command that starts it, or a base URL where somebody else runs it.</summary>
public static class ConfiguredSite
{
    private static readonly string[] OwnWays = ["--host-resolver-rules", "--proxy-server", "--proxy-pac-url"];

    /// <exception cref="SourceProblemException">Nothing says where the site is.</exception>
    public static ISiteUnderTest Of(RunConfiguration configuration) =>
        configuration.WebServer is { } server
            ? new WebServerSite(server, configuration.BaseUrl ?? server.Url, new SiteProbe(), TimeProvider.System)
            : new RunningSite(Demand(configuration), new SiteProbe(), IsResolvedByBrowser(configuration));

    private static string? Demand(RunConfiguration configuration) =>
        configuration.BaseUrl is not null || configuration.Devices.All(device => device.BaseUrl is not null)
            ? configuration.BaseUrl
            : throw new SourceProblemException([
                new SourceProblem(
                    SourcePlace.Whole(configuration.Source.File),
                    "nothing says where the site is. Set 'baseURL' in 'use', start the site by 'webServer', set 'demoShop' to true, or call with --base-url."
                ),
            ]);

    private static bool IsResolvedByBrowser(RunConfiguration configuration) =>
        configuration
            .Devices.SelectMany(device => device.LaunchArguments)
            .Any(argument => OwnWays.Any(way => argument.StartsWith(way, StringComparison.Ordinal)));
}
