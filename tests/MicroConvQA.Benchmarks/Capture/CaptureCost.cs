using System.Diagnostics;
using System.Globalization;
using MicroConvQA.Browser.Capture;
using MicroConvQA.Browser.Capture.Wire;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Configuration.Network;
using MicroConvQA.Configuration.Sites;
using Microsoft.Playwright;

namespace MicroConvQA.Benchmarks.Capture;

/// <summary>
/// What the recording proxy costs: the same page work in a bare Chromium and in one behind the proxy, turn by turn, as medians of pairs.
/// The collector answers the bare browser from loopback, so that neither side waits for a network.
/// </summary>
internal static class CaptureCost
{
    private const int Pairs = 25;

    private static readonly IReadOnlyList<(string Name, string Script, double Target)> Works =
    [
        (
            "200 hits, one after the other",
            "async () => { for (let i = 0; i < 200; i++) await fetch(`/collect?${i}`, { method: 'POST', body: 'hit' }) }",
            1.10
        ),
        (
            "200 hits at once",
            "() => Promise.all(Array.from({ length: 200 }, (_, i) => fetch(`/collect?${i}`, { method: 'POST', body: 'hit' })))",
            1.10
        ),
        (
            "a page of 100 resources",
            "() => new Promise(done => { const f = document.createElement('iframe'); f.onload = () => { f.remove(); done() }; f.src = '/page'; document.body.append(f) })",
            1.10
        ),
        (
            "a download of 100 MB",
            "async () => { const r = (await fetch('/download')).body.getReader(); while (!(await r.read()).done); }",
            1.25
        ),
    ];

    public static async Task<int> MeasureAsync(TextWriter output)
    {
        await using var site = await CostSite.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        var found = BrowserFinder.OnThisMachine(playwright).Find(BrowserEngine.Chromium).Found
            ?? throw new InvalidOperationException("There is no Chromium here.");
        await using var capture = new WireCapture(new CollectorKnowledge(), NetworkRules.Sinkhole, BrowserEngine.Chromium);
        await using var bare = await OpenAsync(playwright, found.Path, null, site.Origin);
        await using var captured = await OpenAsync(playwright, found.Path, capture, site.Origin);

        output.WriteLine($"| work | bare, median | captured, median | ratio (median of {Pairs} pairs) | target |");
        output.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var (name, script, target) in Works)
        {
            output.WriteLine(await RowAsync(name, script, target, bare.Page, captured.Page));
        }

        output.WriteLine(await MemoryAsync(captured.Page));
        return 0;
    }

    private static async Task<string> RowAsync(string name, string script, double target, IPage bare, IPage captured)
    {
        await TimeAsync(bare, script);
        await TimeAsync(captured, script);
        var pairs = new List<(double Bare, double Captured)>();
        for (var pair = 0; pair < Pairs; pair++)
        {
            // Whoever goes second finds a warmer machine: they take turns.
            var isBareFirst = pair % 2 == 0;
            var first = await TimeAsync(isBareFirst ? bare : captured, script);
            var second = await TimeAsync(isBareFirst ? captured : bare, script);
            pairs.Add(isBareFirst ? (first, second) : (second, first));
        }

        var ratio = Median(pairs.Select(pair => pair.Captured / pair.Bare));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {Median(pairs.Select(pair => pair.Bare)):0} ms | {Median(pairs.Select(pair => pair.Captured)):0} ms | {ratio:0.00} | at most {target:0.00} |"
        );
    }

    /// <summary>What 10,000 requests that go on to the shop, and are not recorded, leave behind.</summary>
    private static async Task<string> MemoryAsync(IPage captured)
    {
        const string work =
            "async () => { for (let i = 0; i < 100; i++) await Promise.all(Array.from({ length: 50 }, (_, n) => fetch(`/picture/${i}-${n}`).then(r => r.arrayBuffer()))) }";
        // Playwright keeps the last 10,000 requests by itself: what grows is what comes after those.
        for (var i = 0; i < 4; i++)
        {
            await captured.EvaluateAsync(work);
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        await captured.EvaluateAsync(work);
        await captured.EvaluateAsync(work);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        return string.Create(CultureInfo.InvariantCulture, $"\n10,000 forwarded requests left {(after - before) / 1024.0:0} KB behind.");
    }

    private static async Task<double> TimeAsync(IPage page, string script)
    {
        var started = Stopwatch.GetTimestamp();
        await page.EvaluateAsync(script);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static async Task<OpenPage> OpenAsync(IPlaywright playwright, string executable, WireCapture? capture, string origin)
    {
        var launch = new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            Args = ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
        };
        capture?.PrepareLaunch(launch);
        var browser = await playwright.Chromium.LaunchAsync(launch);
        await (capture?.AttachAsync(browser, CancellationToken.None) ?? Task.CompletedTask);
        var options = new BrowserNewContextOptions();
        var watched = new WatchedWalk(new TrafficLedger(new WalkTimer(TimeProvider.System), new CollectorKnowledge().Decode));
        var walk = capture is null ? null : await capture.OpenAsync(options, SiteAccess.Open, false, watched, CancellationToken.None);
        var context = await browser.NewContextAsync(options);
        if (walk is not null)
        {
            await walk.AttachAsync(context, CancellationToken.None);
            // What a walk watches beside the wire is part of its cost.
            await new PageWatch(watched).AttachAsync(context);
        }

        var page = await context.NewPageAsync();
        await (walk?.JoinAsync(page, CancellationToken.None) ?? Task.CompletedTask);
        await page.GotoAsync(origin);
        return new OpenPage(browser, walk, page);
    }

    private sealed record OpenPage(IBrowser Browser, IWalkCapture? Walk, IPage Page) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Browser.CloseAsync();
            await (Walk?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }
}
