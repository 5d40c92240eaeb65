using MicroConvQA.Configuration;
using MicroConvQA.DemoShop.Faults;
using MicroConvQA.Source;

namespace MicroConvQA.Cli.Sites;

/// <summary>Chooses the site under test by the configuration: the demo shop, a command that starts it, or a base URL.</summary>
public static class SiteChoice
{
    private static readonly string[] OwnWays = ["--host-resolver-rules", "--proxy-server", "--proxy-pac-url"];

    public static ISiteUnderTest Of(RunConfiguration configuration) => configuration switch
    {
        { DemoShop: { } shop } => DemoShop(shop, configuration),
        { WebServer: { } server } => new WebServerSite(server, configuration.BaseUrl ?? server.Url, new SiteProbe(), TimeProvider.System),
        _ => new RunningSite(Demand(configuration), new SiteProbe(), IsResolvedByBrowser(configuration)),
    };

    private static DemoShopSite DemoShop(DemoShopSettings shop, RunConfiguration configuration)
    {
        try
        {
            foreach (var fault in shop.Faults)
                _ = FaultCatalogue.Find(fault);
        }
        catch (UnknownFaultException unknown)
        {
            throw new SourceProblemException([new SourceProblem(SourcePlace.Whole(configuration.Source.File), unknown.Message)]);
        }

        return new DemoShopSite(shop);
    }

    private static string? Demand(RunConfiguration configuration) =>
        configuration.BaseUrl is not null || configuration.Devices.All(device => device.BaseUrl is not null)
            ? configuration.BaseUrl
            : throw new SourceProblemException(
                [
                    new SourceProblem(
                        SourcePlace.Whole(configuration.Source.File),
                        "nothing says where the site is. Set 'baseURL' in 'use', start the site by 'webServer', set 'demoShop' to true, or call with --base-url."),
                ]);

    private static bool IsResolvedByBrowser(RunConfiguration configuration) =>
        configuration.Devices.SelectMany(device => device.LaunchArguments).Any(argument => OwnWays.Any(way => argument.StartsWith(way, StringComparison.Ordinal)));
}
