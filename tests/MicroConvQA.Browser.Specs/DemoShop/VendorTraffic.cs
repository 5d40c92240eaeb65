using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.DemoShop;

/// <summary>Answers and remembers every https request of a browser, those of pages that are being left included.</summary>
internal sealed class VendorTraffic
{
    private readonly ICDPSession _session;
    private readonly ConcurrentQueue<VendorRequest> _requests = new();
    private readonly SemaphoreSlim _arrivals = new(0);

    private VendorTraffic(ICDPSession session) => _session = session;

    public IReadOnlyList<VendorRequest> Requests => [.. _requests];

    public static async Task<VendorTraffic> WatchAsync(IBrowser browser)
    {
        var traffic = new VendorTraffic(await browser.NewBrowserCDPSessionAsync());
        traffic._session.Event("Fetch.requestPaused").OnEvent += traffic.Answer;
        await traffic._session.SendAsync(
            "Fetch.enable",
            new() { ["patterns"] = new object[] { new Dictionary<string, object> { ["urlPattern"] = "https://*" } } }
        );
        return traffic;
    }

    public void Forget() => _requests.Clear();

    /// <summary>Waits for arrivals until the requests so far satisfy the claim; says what arrived where they never do.</summary>
    public async Task<IReadOnlyList<VendorRequest>> UntilAsync(Func<IReadOnlyList<VendorRequest>, bool> claim, string what)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            while (!claim(Requests))
                await _arrivals.WaitAsync(limit.Token);
            return Requests;
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException(
                $"{what} did not arrive. These did: {string.Join("; ", Requests.SelectMany(request => request.Events()))}"
            );
        }
    }

    private void Answer(object? sender, JsonElement? paused)
    {
        var parameters = paused!.Value;
        var request = parameters.GetProperty("request");
        if (request.GetProperty("method").GetString() != "OPTIONS")
        {
            _requests.Enqueue(
                new VendorRequest(request.GetProperty("method").GetString()!, request.GetProperty("url").GetString()!, BodyOf(request))
            );
            _arrivals.Release();
        }

        _ = FulfilAsync(parameters.GetProperty("requestId").GetString()!, OriginOf(request));
    }

    // A context that closes takes its paused requests with it; they were remembered already.
    private async Task FulfilAsync(string id, string origin)
    {
        try
        {
            await _session.SendAsync(
                "Fetch.fulfillRequest",
                new()
                {
                    ["requestId"] = id,
                    ["responseCode"] = 200,
                    ["responseHeaders"] = new object[]
                    {
                        Header("Access-Control-Allow-Origin", origin),
                        Header("Access-Control-Allow-Credentials", "true"),
                        Header("Access-Control-Allow-Headers", "content-type"),
                        Header("Access-Control-Allow-Methods", "GET,POST,OPTIONS"),
                        Header("Content-Type", "application/json"),
                    },
                    ["body"] = Convert.ToBase64String("""{"status":1,"error":null}"""u8),
                }
            );
        }
        catch (PlaywrightException closing)
        {
            await TestContext.Progress.WriteLineAsync($"A request could not be answered: {closing.Message.Split('\n')[0]}");
        }
    }

    private static Dictionary<string, object> Header(string name, string value) => new() { ["name"] = name, ["value"] = value };

    private static string OriginOf(JsonElement request) =>
        request
            .GetProperty("headers")
            .EnumerateObject()
            .FirstOrDefault(header => header.Name.Equals("origin", StringComparison.OrdinalIgnoreCase))
            is { Value.ValueKind: JsonValueKind.String } origin
            ? origin.Value.GetString()!
            : "*";

    private static string BodyOf(JsonElement request) =>
        request.TryGetProperty("postDataEntries", out var entries)
            ? Encoding.UTF8.GetString([.. entries.EnumerateArray().SelectMany(entry => entry.GetProperty("bytes").GetBytesFromBase64())])
            : "";
}
