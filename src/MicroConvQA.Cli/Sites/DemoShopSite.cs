using MicroConvQA.Configuration.Sites;
using MicroConvQA.DemoShop;
using MicroConvQA.Running.Sites;

namespace MicroConvQA.Cli.Sites;

/// <summary>The embedded demo shop on a free port of this machine.</summary>
internal sealed class DemoShopSite(DemoShopSettings settings) : ISiteUnderTest
{
    private DemoShopHost? _host;

    public string Title => settings.Faults.Count == 0 ? "the demo shop" : $"the demo shop with {string.Join(", ", settings.Faults)}";

    public async Task<string?> StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _host = await DemoShopHost.StartAsync(new DemoShopOptions { Faults = settings.Faults }, cancellationToken);
        }
        catch (IOException taken)
        {
            throw new SiteUnavailableException(taken.Message, isOfThisMachine: true);
        }

        return _host.BaseUrl.ToString().TrimEnd('/');
    }

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;
}
