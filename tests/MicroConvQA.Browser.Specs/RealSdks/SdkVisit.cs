using MicroConvQA.Browser.Capture;
using MicroConvQA.Browser.Settling;
using MicroConvQA.Browser.Specs.Capture;
using MicroConvQA.Configuration.Settling;
using MicroConvQA.Decoding;
using MicroConvQA.Journeys;
using MicroConvQA.Recording;
using MicroConvQA.Specs;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Browser.Specs.RealSdks;

/// <summary>
/// One visit of a page with a real SDK: what the page called, and what was sent until the SDK's retries would long have come.
/// </summary>
/// <param name="Calls">What the page called, by its own word.</param>
/// <param name="Sent">What the capture saw, decoded.</param>
/// <param name="Asked">The addresses that the browser knows of.</param>
/// <param name="Ended">Why no more was waited for, and what the page wrote to its console: of a visit in which the SDK sent nothing, this
/// is all that tells why.</param>
internal sealed record SdkVisit(IReadOnlyList<JObject> Calls, IReadOnlyList<DecodedRequest> Sent, IReadOnlyList<string> Asked, string Ended)
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "MicroConvQA.Browser.Specs", "RealSdks");

    /// <summary>Where the SDKs' packages are.</summary>
    public static string Modules { get; } = Path.Combine(s_folder, "node_modules");

    public static DecoderKnowledge Knowledge { get; } = new(TrafficDecoder.For([]));

    /// <summary>A browser that finds nobody but this machine, so that what no decoder knows does not leave either.</summary>
    public static Task<SpecBrowser> BrowserAsync() =>
        SpecBrowser.SharedAsync(knowledge: Knowledge, arguments: ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]);

    public IReadOnlyList<Hit> Events => [.. Sent.SelectMany(request => request.Hits).Where(hit => hit.Role == HitRole.Event)];

    /// <summary>
    /// In one of many whole runs an SDK sent nothing at all; why is not known, and neither load nor a slow page brings it about. Only where
    /// the browser knows of no request either, so that the capture has missed none, the page is visited once more.
    /// </summary>
    public static async Task<SdkVisit> OfAsync(SpecBrowser browser, RealSdk sdk, string steps = "")
    {
        var first = await OnceAsync(browser, sdk, steps);
        if (first is not { Sent: [], Asked: [] })
            return first;
        var second = await OnceAsync(browser, sdk, steps);
        return second with { Ended = $"{first.Ended}\nOnce more: {second.Ended}" };
    }

    private static async Task<SdkVisit> OnceAsync(SpecBrowser browser, RealSdk sdk, string steps)
    {
        await using var site = await SiteAsync();
        await using var walk = await SpecWalk.StartAsync(browser, ClockMode.Virtual, knowledge: Knowledge);
        var asked = new List<string>();
        walk.Context.Request += (_, request) =>
        {
            if (!BlankPage.Is(request.Url))
                asked.Add(request.Url);
        };
        var page = await walk.OpenAsync($"{site.Origin}/{sdk.Page}.html?mode={sdk.Mode}&steps={steps}");
        var calls = Parse(await page.EvaluateAsync<string>("() => shopped"));
        var proof = await new WalkSettler(
            walk.Ledger,
            walk.Clock,
            new SettleLimits { Horizon = sdk.Horizon, Limit = TimeSpan.FromSeconds(90) }
        ).SettleAsync(walk.Context, walk.Capture, CancellationToken.None);
        var sent = walk.Requests.Where(request => request.Transport != Transport.DataLayer).Select(Knowledge.Decode);
        var console = walk.Ledger.Snapshot().Console.Select(line => $"{line.Level}: {line.Text}");
        List<string> elsewhere =
        [
            .. asked.Where(url =>
                !url.StartsWith(site.Origin, StringComparison.Ordinal) && url.StartsWith("http", StringComparison.Ordinal)
            ),
        ];
        return new SdkVisit(calls, [.. sent], elsewhere, string.Join('\n', console.Prepend(proof.Reason)));
    }

    private static async Task<SpecSite> SiteAsync()
    {
        var site = await SpecSite.StartAsync();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(s_folder, "Pages")))
            site.Serve($"/{Path.GetFileName(file)}", await File.ReadAllTextAsync(file), TypeOf(file));
        return site.ServeFolder("/sdk/", Modules);
    }

    private static string TypeOf(string file) =>
        Path.GetExtension(file) == ".html" ? "text/html; charset=utf-8" : "text/javascript; charset=utf-8";

    private static List<JObject> Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
        };
        return [.. JArray.Load(reader).Cast<JObject>()];
    }
}
