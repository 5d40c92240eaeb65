using System.Text.Json;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Specs.DemoShop;

/// <summary>One visitor of the shop, with what the data layer and the vendors got.</summary>
internal sealed class Shopper(IBrowserContext context, IPage page, VendorTraffic traffic) : IAsyncDisposable
{
    public IPage Page => page;

    public IBrowserContext Context => context;

    public async Task<IReadOnlyList<JsonElement>> PushesAsync() =>
        [.. JsonDocument.Parse(await JournalAsync()).RootElement.EnumerateArray()];

    public async Task<IReadOnlyList<string>> PushedNamesAsync() =>
        [.. (await PushesAsync()).Select(push => push.GetProperty("event").GetString()!)];

    /// <summary>Waits until so many pushes were made since the journal was last forgotten.</summary>
    public Task UntilPushedAsync(int count) =>
        page.WaitForFunctionAsync(
            $"() => JSON.parse(sessionStorage.getItem('journal') || '[]').length >= {count}",
            null,
            new() { PollingInterval = 20 }
        );

    /// <summary>Lets every queue run out, leaves the page, and returns what was pushed and each event that was sent, once.</summary>
    /// <param name="due">What must be sent; what never comes is named.</param>
    public async Task<Harvest> LeaveAsync(Func<Harvest, IEnumerable<string>> due)
    {
        for (var half = 0; half < 12; half++)
            await page.Clock.FastForwardAsync(500);
        var harvest = new Harvest(await PushesAsync(), traffic);
        List<string> names = [.. due(harvest)];
        // An SDK on a busy machine sets its timer only now.
        for (var late = 0; late < 20 && !harvest.HasCome(names); late++)
        {
            await Task.Delay(50);
            await page.Clock.FastForwardAsync(500);
        }

        await page.EvaluateAsync("() => addEventListener('pagehide', () => navigator.sendBeacon('https://sentinel.example/left'))");
        await page.GotoAsync("about:blank");
        await traffic.UntilAsync(
            requests => requests.Any(request => request.Uri.Host == "sentinel.example"),
            "the sentinel of the page that was left"
        );
        // The last beacons may come after it.
        await traffic.UntilAsync(_ => harvest.HasCome(names), string.Join(", ", names));
        return harvest;
    }

    public ValueTask DisposeAsync() => new(context.EndAsync());

    // A gesture may be taking the page away just now; the next page of the session has the same journal.
    private async Task<string> JournalAsync()
    {
        while (true)
        {
            try
            {
                return await page.EvaluateAsync<string>("() => sessionStorage.getItem('journal') || '[]'");
            }
            catch (PlaywrightException leaving) when (leaving.Message.Contains("context was destroyed", StringComparison.Ordinal))
            {
                await page.WaitForLoadStateAsync();
            }
        }
    }
}
