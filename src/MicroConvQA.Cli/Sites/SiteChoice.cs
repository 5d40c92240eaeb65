using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Sites;
using MicroConvQA.DemoShop.Faults;
using MicroConvQA.Running.Sites;
using MicroConvQA.Source;

namespace MicroConvQA.Cli.Sites;

/// <summary>
/// Chooses the site under test: the embedded demo shop where the configuration asks for it, else what the configuration names.
/// </summary>
internal static class SiteChoice
{
    public static ISiteUnderTest Of(RunConfiguration configuration) =>
        configuration.DemoShop is { } shop ? DemoShop(shop, configuration) : ConfiguredSite.Of(configuration);

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
}
