using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.DemoShop;
using MicroConvQA.Specs;
using Microsoft.Playwright;

namespace MicroConvQA.Benchmarks.Walking;

/// <summary>
/// What a walk costs: the same path through the demo shop as a bare Playwright script, as MicroConvQA with all that a nightly has on, and
/// as a Playwright Test spec with routes and waits for hits. Each has a process of its own with a warm browser; they take turns, so that
/// what else the machine does meets all of them.
/// </summary>
internal static class WalkCost
{
    public const string Bare = "walk-bare";
    public const string Tool = "walk-tool";
    private const string Test = "walk-test";

    private const int DefaultRounds = 15;
    private const int WarmUps = 2;
    private const int WalksBetweenLooks = 100;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private static readonly string s_specs = Path.Combine(Repository.Root, "tests", "MicroConvQA.Benchmarks", "Walking", "PlaywrightTest");

    public static async Task<int> MeasureAsync(IReadOnlyList<string> arguments, TextWriter output)
    {
        await using var shop = await DemoShopHost.StartAsync(new DemoShopOptions());
        var address = shop.BaseUrl.ToString().TrimEnd('/');
        return arguments switch
        {
            [] => await CompareAsync(DefaultRounds, address, output),
            ["--rounds", var rounds] => await CompareAsync(int.Parse(rounds, CultureInfo.InvariantCulture), address, output),
            ["--walks", var walks] => await WatchMemoryAsync(int.Parse(walks, CultureInfo.InvariantCulture), address, output),
            _ => throw new ArgumentException("walk takes --rounds NUMBER, or --walks NUMBER for the memory over so many walks."),
        };
    }

    private static async Task<int> CompareAsync(int rounds, string shop, TextWriter output)
    {
        await using var collector = await AnyCollector.OpenAsync();
        await using var turns = await Turns.OpenAsync([Bare, Tool, Test]);
        string[] flags =
        [
            "--disable-quic",
            "--disable-background-networking",
            "--ignore-certificate-errors",
            $"--host-resolver-rules=MAP * 127.0.0.1:{collector.Port}, EXCLUDE 127.0.0.1",
        ];
        Peer[] peers =
        [
            new("a bare Playwright for .NET script", turns, Bare, Own(Bare, turns.AddressOf(Bare), shop, JsonSerializer.Serialize(flags))),
            new("MicroConvQA, as in a night", turns, Tool, Own(Tool, turns.AddressOf(Tool), shop)),
            new(
                "a Playwright Test spec with routes and waits for hits",
                turns,
                Test,
                await SpecAsync(turns.AddressOf(Test), shop, flags, rounds)
            ),
        ];
        try
        {
            for (var round = -WarmUps; round < rounds; round++)
                foreach (var peer in InTurn(peers, round))
                    await peer.WalkAsync(isCounted: round >= 0);
        }
        finally
        {
            foreach (var peer in peers)
                await peer.EndAsync();
        }

        WriteTable(peers, rounds, output);
        return 0;
    }

    /// <summary>Whoever goes second finds a warmer machine: each is first once in three rounds.</summary>
    private static IEnumerable<Peer> InTurn(Peer[] peers, int round) =>
        Enumerable.Range(0, peers.Length).Select(place => peers[(place + round + WarmUps) % peers.Length]);

    private static void WriteTable(Peer[] peers, int rounds, TextWriter output)
    {
        output.WriteLine($"| guest-checkout on desktop-chrome, medians of {rounds} rounds | seconds | × bare | CPU seconds | × bare |");
        output.WriteLine("| --- | --- | --- | --- | --- |");
        var bare = peers[0];
        foreach (var peer in peers)
        {
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {peer.Title} | {Median(peer.Seconds):0.00} | {Ratio(peer.Seconds, bare.Seconds):0.00} | {Median(peer.CpuSeconds):0.00} | {Ratio(peer.CpuSeconds, bare.CpuSeconds):0.00} |"
                )
            );
        }
    }

    private static double Ratio(IEnumerable<double> one, IEnumerable<double> other) => Median(one.Zip(other, (mine, bare) => mine / bare));

    private static async Task<int> WatchMemoryAsync(int walks, string shop, TextWriter output)
    {
        await using var turns = await Turns.OpenAsync([Tool]);
        var peer = new Peer("MicroConvQA", turns, Tool, Own(Tool, turns.AddressOf(Tool), shop));
        output.WriteLine("| walks | MicroConvQA, MB | Playwright's driver, MB | the browser, MB |");
        output.WriteLine("| --- | --- | --- | --- |");
        try
        {
            for (var walk = 1; walk <= walks; walk++)
            {
                await peer.WalkAsync(isCounted: true);
                if (walk % WalksBetweenLooks != 0 && walk != walks && walk != 1)
                    continue;
                var (own, driver, browser) = peer.Megabytes;
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {walk} | {own:0} | {driver:0} | {browser:0} |"));
            }
        }
        finally
        {
            await peer.EndAsync();
        }

        return 0;
    }

    /// <summary>This program again, also where it was started as <c>dotnet MicroConvQA.Benchmarks.dll</c>.</summary>
    private static ProcessStartInfo Own(params string[] arguments) =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? new(Environment.ProcessPath!, [typeof(WalkCost).Assembly.Location, .. arguments])
            : new(Environment.ProcessPath!, arguments);

    private static async Task<ProcessStartInfo> SpecAsync(string turn, string shop, string[] flags, int rounds)
    {
        using var playwright = await Playwright.CreateAsync();
        var browser = BrowserFinder.OnThisMachine(playwright).Find(BrowserEngine.Chromium).Found
            ?? throw new InvalidOperationException("There is no Chromium here.");
        using var install = Process.Start(
            new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
            {
                WorkingDirectory = s_specs,
            }
        )!;
        await install.WaitForExitAsync();
        if (install.ExitCode != 0)
            throw new InvalidOperationException(
                $"'npm ci' in {s_specs} ended with exit code {install.ExitCode}; it needs Node.js 20 or newer and a package registry."
            );

        // Two more than it walks: one is told that it is over.
        return new("node", [Path.Combine(s_specs, "node_modules", "@playwright", "test", "cli.js"), "test"])
        {
            WorkingDirectory = s_specs,
            RedirectStandardOutput = true,
            Environment =
            {
                ["TURN"] = turn,
                ["SHOP"] = shop,
                ["BROWSER"] = browser.Path,
                ["ARGUMENTS"] = JsonSerializer.Serialize(flags),
                ["WALKS"] = (rounds + WarmUps + 1).ToString(CultureInfo.InvariantCulture),
            },
        };
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <summary>A process that walks when it is its turn.</summary>
    private sealed class Peer
    {
        private readonly Turns turns;
        private readonly string name;
        private readonly Process process;
        private readonly List<double> seconds = [];
        private readonly List<double> cpuSeconds = [];
        private Task<TaskCompletionSource<string>> asking;

        public Peer(string title, Turns turns, string name, ProcessStartInfo start)
        {
            (Title, this.turns, this.name) = (title, turns, name);
            process = Process.Start(start)!;
            // What it writes is of interest only where it does not come to its turn.
            if (start.RedirectStandardOutput)
            {
                process.OutputDataReceived += (_, line) => LastWords = line.Data ?? LastWords;
                process.BeginOutputReadLine();
            }

            asking = turns.AskedAsync(name);
        }

        public string Title { get; }

        public IReadOnlyList<double> Seconds => seconds;

        public IReadOnlyList<double> CpuSeconds => cpuSeconds;

        public (double Own, double Driver, double Browser) Megabytes => ProcessTree.Megabytes(process.Id);

        private string LastWords { get; set; } = "";

        public async Task WalkAsync(bool isCounted)
        {
            var word = await AskedAsync();
            var (before, began) = (ProcessTree.CpuSeconds(process.Id), Stopwatch.GetTimestamp());
            asking = turns.AskedAsync(name);
            word.SetResult(Turns.Walk);
            await AskedAsync();
            if (!isCounted)
                return;
            seconds.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
            cpuSeconds.Add(ProcessTree.CpuSeconds(process.Id) - before);
        }

        public async Task EndAsync()
        {
            if (!process.HasExited)
            {
                await BeToldAsync();
                if (!process.HasExited)
                    process.Kill(entireProcessTree: true);
            }

            process.Dispose();
        }

        /// <summary>One that does not ask, because a peer or the measuring failed, is ended.</summary>
        private async Task BeToldAsync()
        {
            try
            {
                (await AskedAsync().WaitAsync(s_patience)).SetResult(Turns.End);
                await process.WaitForExitAsync().WaitAsync(s_patience);
            }
            catch (Exception exception) when (exception is TimeoutException or OperationCanceledException or InvalidOperationException)
            {
                await Console.Error.WriteLineAsync($"'{Title}' is ended: {exception.Message}");
            }
        }

        private async Task<TaskCompletionSource<string>> AskedAsync()
        {
            var first = await Task.WhenAny(asking, process.WaitForExitAsync());
            return first == asking
                ? await asking
                : throw new InvalidOperationException($"'{Title}' ended before its turn, with exit code {process.ExitCode}. {LastWords}");
        }
    }
}
