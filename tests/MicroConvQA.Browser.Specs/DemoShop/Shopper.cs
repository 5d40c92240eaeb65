using System.Text.Json;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Specs.DemoShop;

/// <summary>One visitor of the shop, with what the data layer and the vendors got.</summary>
internal sealed class Shopper(IBrowserContext context, IPage page, VendorTraffic traffic) : IAsyncDisposable
{
    // Vendors' own housekeeping, and page views, which are no conversions.
    private static readonly string[] Noise = ["plausible: pageview", "plausible: engagement", "ga4: page_view", "ga4: user_engagement", "snowplow: pv", "snowplow: pp"];

    public IPage Page => page;

    public IBrowserContext Context => context;

    public async Task<IReadOnlyList<JsonElement>> PushesAsync() =>
        [.. JsonDocument.Parse(await page.EvaluateAsync<string>("() => sessionStorage.getItem('journal') || '[]'")).RootElement.EnumerateArray()];

    public async Task<IReadOnlyList<string>> PushedNamesAsync() =>
        [.. (await PushesAsync()).Select(push => push.GetProperty("event").GetString()!)];

    /// <summary>Waits until so many pushes were made since the journal was last forgotten.</summary>
    public Task UntilPushedAsync(int count) =>
        page.WaitForFunctionAsync($"() => JSON.parse(sessionStorage.getItem('journal') || '[]').length >= {count}", null, new() { Timeout = 10_000, PollingInterval = 20 });

    public async Task ForgetAsync()
    {
        await page.EvaluateAsync("() => sessionStorage.removeItem('journal')");
        traffic.Forget();
    }

    /// <summary>Lets every queue run out, leaves the page, and returns each event once.</summary>
    public async Task<IReadOnlyList<SentEvent>> LeaveAsync(params string[] expected)
    {
        for (var half = 0; half < 12; half++) await page.Clock.FastForwardAsync(500);
        await page.EvaluateAsync("() => addEventListener('pagehide', () => navigator.sendBeacon('https://sentinel.example/left'))");
        await page.GotoAsync("about:blank");
        await traffic.UntilAsync(requests => requests.Any(request => request.Uri.Host == "sentinel.example"), "the sentinel of the page that was left");
        await traffic.UntilAsync(requests => expected.All(name => Names(requests).Contains(name)), string.Join(", ", expected));
        return Events(traffic.Requests);
    }

    public ValueTask DisposeAsync() => new(context.CloseAsync());

    private static IEnumerable<string> Names(IReadOnlyList<VendorRequest> requests) => Events(requests).Select(sent => sent.ToString());

    private static IReadOnlyList<SentEvent> Events(IReadOnlyList<VendorRequest> requests) =>
        [.. requests.SelectMany(request => request.Events()).Where(sent => !Noise.Contains(sent.ToString())).DistinctBy(sent => (sent.Vendor, sent.Id))];
}
