using System.ComponentModel;
using MicroConvQA.Browser.Capture;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Running;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Launching;

/// <summary>
/// One browser process for all walks that need the same browser: contexts are cheap, processes are not. A process that died, or that has
/// served many walks, is replaced when the next walk asks.
/// </summary>
/// <param name="playwright">The driver.</param>
/// <param name="finder">Where browsers are found.</param>
/// <param name="openCapture">Makes the capture of a browser that is about to be started.</param>
/// <param name="settings">How browsers are started.</param>
internal sealed class BrowserPool(
    IPlaywright playwright,
    BrowserFinder finder,
    Func<FoundBrowser, ITrafficCapture> openCapture,
    LaunchSettings settings
) : IAsyncDisposable
{
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(5);

    /// <summary>A driver that lives answers in milliseconds; one that does not for so long is held by what it hears of a page.</summary>
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(10);

    /// <summary>It only bounds a wait on a driver or a browser that hangs: Playwright itself gives up before.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    /// <summary>The driver tells of an end that it did not ask for as soon as it looks.</summary>
    private static readonly TimeSpan KillLimit = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Process> _running = [];
    private readonly HashSet<Process> _retired = [];
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>
    /// How many walks one process serves before the next gets a new one: what browsers keep of pages that are gone adds up. Default 200.
    /// </summary>
    internal int MostWalks { get; init; } = 200;

    /// <summary>The browser that a device is walked on, started where it is not yet running.</summary>
    /// <exception cref="BrowserNotFoundException">There is none on this machine.</exception>
    /// <exception cref="WalkObstacleException">It is there and does not start.</exception>
    public async Task<PooledBrowser> GetAsync(DeviceProject device, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var (process, search) = await ProcessForAsync(device, cancellationToken);
            return process.Browser with { Search = search };
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>As <see cref="GetAsync"/>, for one walk: until the lease is given back, the process is not ended for a new one.</summary>
    internal async Task<BrowserLease> LeaseAsync(DeviceProject device, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var (process, search) = await ProcessForAsync(device, cancellationToken);
            process.Walks++;
            process.Open++;
            return new BrowserLease(process.Browser with { Search = search }, () => DeathOfAsync(process), () => GiveBackAsync(process));
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Whether a browser died or had to be ended, so that the driver may have died too.</summary>
    public bool IsDoubtful { get; private set; }

    /// <summary>Whether the driver lives: it is asked, and where it does not answer nothing can be started by it any more.</summary>
    public async Task<bool> AnswersAsync()
    {
        try
        {
            var asked = await playwright.APIRequest.NewContextAsync().WaitAsync(AnswerLimit);
            await asked.DisposeAsync().AsTask().WaitAsync(AnswerLimit);
            IsDoubtful = false;
            return true;
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException or InvalidOperationException)
        {
            IsDoubtful = true;
            return false;
        }
    }

    /// <summary>Ends all browsers whatever they do, and whether or not the driver still knows of them.</summary>
    public async Task AbandonAsync()
    {
        // Who starts a browser by a driver that died holds it for a moment; what they start ends with the driver.
        if (!await _gate.WaitAsync(AnswerLimit))
            return;
        foreach (var process in _running.Values.Concat(_retired))
            process.Kill();
        _gate.Release();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _running.Values.Concat(_retired))
            await EndAsync(process);

        _running.Clear();
        _retired.Clear();
        _gate.Dispose();
    }

    private async Task<(Process Process, BrowserSearch Search)> ProcessForAsync(DeviceProject device, CancellationToken cancellationToken)
    {
        var search = finder.FindFor(device);
        if (search.Found is not { } found)
            throw new BrowserNotFoundException(search);

        var key = $"{found.Path} {device.Automation} {string.Join(' ', device.LaunchArguments)}";
        if (_running.TryGetValue(key, out var running))
        {
            if (running.IsAlive && running.Walks < MostWalks)
                return (running, search);
            await RetireAsync(key, running);
        }

        return (_running[key] = new Process(await LaunchAsync(search, found, device, cancellationToken), KillAsync), search);
    }

    private async Task RetireAsync(string key, Process process)
    {
        _running.Remove(key);
        if (!process.IsAlive)
        {
            IsDoubtful = true;
            await process.Browser.Capture.DisposeAsync();
        }
        else if (process.Open == 0)
            await EndAsync(process);
        else
            _retired.Add(process);
    }

    private async Task GiveBackAsync(Process process)
    {
        await _gate.WaitAsync();
        try
        {
            process.Open--;
            if (process.Open == 0 && _retired.Remove(process))
                await EndAsync(process);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task EndAsync(Process process)
    {
        await process.Browser.Capture.DisposeAsync();
        if (!await IsClosedAsync(process.Browser.Browser, CloseLimit))
            await KillAsync(process);
    }

    /// <summary>Ends a process whatever it does. Nobody gets it any more; the walks that are still in it break off.</summary>
    private async Task KillAsync(Process process)
    {
        IsDoubtful = true;
        process.Kill();
        await IsClosedAsync(process.Browser.Browser, KillLimit);
    }

    /// <summary>What died under a walk; null = nothing did.</summary>
    private async Task<string?> DeathOfAsync(Process process)
    {
        if (!await AnswersAsync())
            return "Playwright's driver";
        return process.IsAlive ? null : "The browser";
    }

    private static async Task<bool> IsClosedAsync(IBrowser browser, TimeSpan limit)
    {
        try
        {
            await browser.CloseAsync().WaitAsync(limit);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (Exception exception) when (exception is PlaywrightException or ObjectDisposedException)
        {
            // It died before, or its driver did.
            return true;
        }
    }

    private async Task<PooledBrowser> LaunchAsync(
        BrowserSearch search,
        FoundBrowser found,
        DeviceProject device,
        CancellationToken cancellationToken
    )
    {
        var capture = openCapture(found);
        try
        {
            var options = OptionsFor(found, device);
            capture.PrepareLaunch(options);
            var type = BrowserFinder.TypeOf(playwright, found.Engine);
            var browser = await (
                found.Remote is { } remote
                    ? RemoteLaunch.ConnectAsync(type, remote, options, device.ExecutablePath)
                    : StartAsync(type, options)
            ).WaitAsync(StartLimit, cancellationToken);
            await capture.AttachAsync(browser, cancellationToken).WaitAsync(StartLimit, cancellationToken);
            return new PooledBrowser(browser, capture, search)
            {
                ProcessId = found.Engine == BrowserEngine.Chromium && found.Remote is null ? await ProcessIdOf(browser) : null,
                UserAgent = device.Automation == Automation.Hidden ? await UserAgentOf(browser) : "",
            };
        }
        catch (Exception exception)
        {
            await capture.DisposeAsync();
            throw exception switch
            {
                PlaywrightException failure => LaunchFailure.Of(failure, found),
                TimeoutException failure => new WalkObstacleException(
                    $"{found.Path} did not start within {StartLimit.TotalSeconds:0} s. Look at the machine's load, or name another by 'executablePath'.",
                    failure
                ),
                _ => exception,
            };
        }
    }

    private static async Task<int?> ProcessIdOf(IBrowser browser)
    {
        var session = await browser.NewBrowserCDPSessionAsync();
        var told = await session.SendAsync("SystemInfo.getProcessInfo");
        await session.DetachAsync();
        return told!
            .Value.GetProperty("processInfo")
            .EnumerateArray()
            .Where(process => process.GetProperty("type").GetString() == "browser")
            .Select(process => (int?)process.GetProperty("id").GetInt32())
            .FirstOrDefault();
    }

    private static async Task<string> UserAgentOf(IBrowser browser)
    {
        var page = await browser.NewPageAsync();
        var userAgent = await page.EvaluateAsync<string>("() => navigator.userAgent");
        await page.CloseAsync();
        return userAgent;
    }

    private static async Task<IBrowser> StartAsync(IBrowserType type, BrowserTypeLaunchOptions options)
    {
        try
        {
            return await type.LaunchAsync(options);
        }
        catch (PlaywrightException exception)
            when (options.ChromiumSandbox == true && exception.Message.Contains("sandbox", StringComparison.OrdinalIgnoreCase))
        {
            // Containers and some distributions forbid the user namespaces that the sandbox is made of.
            options.ChromiumSandbox = false;
            return await type.LaunchAsync(options);
        }
    }

    private BrowserTypeLaunchOptions OptionsFor(FoundBrowser found, DeviceProject device) =>
        new()
        {
            ExecutablePath = found.Path,
            Channel = found.Channel,
            Headless = !settings.Headed,
            SlowMo = settings.SlowMotion > TimeSpan.Zero ? (float)settings.SlowMotion.TotalMilliseconds : null,
            // Chromium refuses to sandbox what root starts.
            ChromiumSandbox = found.Engine == BrowserEngine.Chromium && !(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess),
            Args = [.. ArgumentsOf(found.Engine, device), .. device.LaunchArguments],
            FirefoxUserPrefs =
                device.Automation == Automation.Hidden ? new Dictionary<string, object> { ["dom.webdriver.enabled"] = false } : null,
            // Ctrl-C is the runner's: it lets walks end and close their contexts, where the driver would kill the browser under them.
            HandleSIGINT = false,
            HandleSIGTERM = false,
            HandleSIGHUP = false,
        };

    private static string[] ArgumentsOf(BrowserEngine engine, DeviceProject device) =>
        engine switch
        {
            BrowserEngine.Chromium when device.Automation == Automation.Hidden =>
            [
                .. OwnArguments,
                "--disable-blink-features=AutomationControlled",
            ],
            BrowserEngine.Chromium => OwnArguments,
            _ => [],
        };

    // QUIC would pass by every proxy; the browser's own traffic is not the shop's.
    private static readonly string[] OwnArguments = ["--disable-quic", "--disable-background-networking"];

    /// <summary>A running browser with the number of walks that it was given to, and of those that still have it.</summary>
    private sealed class Process
    {
        private volatile bool isAlive = true;

        public Process(PooledBrowser browser, Func<Process, Task> kill) => Browser = browser with { EndAsync = () => kill(this) };

        public PooledBrowser Browser { get; }

        /// <summary>Whether walks can go on in it.</summary>
        public bool IsAlive => isAlive && Browser.Browser.IsConnected;

        /// <summary>Nobody gets it any more; the walks that are still in it break off.</summary>
        public void Kill()
        {
            isAlive = false;
            if (Browser.ProcessId is not { } id)
                return;
            try
            {
                using var process = System.Diagnostics.Process.GetProcessById(id);
                process.Kill(entireProcessTree: true);
            }
            catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
            {
                // It has ended by itself.
            }
        }

        public int Walks { get; set; }

        public int Open { get; set; }
    }
}

/// <summary>A browser for one walk, given back when the walk is over.</summary>
internal sealed class BrowserLease : IAsyncDisposable
{
    private readonly Func<Task<string?>> _death;
    private readonly Func<Task> _giveBack;
    private bool _wasEnded;

    public BrowserLease(PooledBrowser browser, Func<Task<string?>> death, Func<Task> giveBack)
    {
        (_death, _giveBack) = (death, giveBack);
        Browser = browser with
        {
            EndAsync = () =>
            {
                _wasEnded = true;
                return browser.EndAsync();
            },
        };
    }

    public PooledBrowser Browser { get; }

    /// <summary>What died under the walk and was not ended by it, as the beginning of a sentence; null = nothing did.</summary>
    public async Task<string?> DeathAsync() => _wasEnded ? null : await _death();

    /// <summary>The lease with something to end after it.</summary>
    public BrowserLease Then(Func<Task> end) => new(Browser, DeathAsync, async () =>
        {
            await _giveBack();
            await end();
        });

    public ValueTask DisposeAsync() => new(_giveBack());
}

/// <summary>How browsers are started, beside what each device says.</summary>
internal sealed record LaunchSettings
{
    /// <summary>Whether windows are shown. Default no.</summary>
    public bool Headed { get; init; }

    /// <summary>A pause after each action, to watch it. Default none, up to 10 s.</summary>
    public TimeSpan SlowMotion { get; init; } = TimeSpan.Zero;
}

/// <summary>A running browser process with the capture that watches it.</summary>
internal sealed record PooledBrowser(IBrowser Browser, ITrafficCapture Capture, BrowserSearch Search)
{
    public FoundBrowser Found => Search.Found!;

    /// <summary>Its process on this machine; null = the engine does not tell, or it runs elsewhere.</summary>
    public int? ProcessId { get; init; }

    /// <summary>Ends it whatever it does, and with it all walks in it. Default: nothing.</summary>
    public Func<Task> EndAsync { get; init; } = () => Task.CompletedTask;

    /// <summary>What it calls itself; asked only of browsers that are to hide that they are driven.</summary>
    public string UserAgent { get; init; } = "";
}
