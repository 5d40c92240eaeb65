using MicroConvQA.Configuration.Devices;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Launching;

/// <summary>
/// Finds the browser to walk with: the configuration's <c>executablePath</c>, then the environment's, then the configuration's channel,
/// then Playwright's own, then one that the system has. An engine that cannot be had is emulated on Chromium where that is honest.
/// </summary>
/// <param name="ownPath">Where Playwright keeps its own browser of an engine; the file need not exist.</param>
/// <param name="environment">Reads an environment variable; null = not set.</param>
/// <param name="exists">Whether a file is there.</param>
/// <param name="known">Where systems keep their browsers.</param>
internal sealed class BrowserFinder(
    Func<BrowserEngine, string> ownPath,
    Func<string, string?> environment,
    Func<string, bool> exists,
    IReadOnlyList<KnownBrowser> known
)
{
    /// <summary>The environment variable that names a browser's executable.</summary>
    public const string Variable = "MICROCONV_BROWSER";

    // Of all channels only this one makes the driver speak WebDriver BiDi, which an unpatched Firefox understands.
    private const string StockFirefox = "moz-firefox";

    /// <summary>The finder of this machine.</summary>
    public static BrowserFinder OnThisMachine(IPlaywright playwright) =>
        new(engine => TypeOf(playwright, engine).ExecutablePath, Environment.GetEnvironmentVariable, File.Exists, KnownBrowser.All);

    /// <summary>Playwright's door to an engine.</summary>
    public static IBrowserType TypeOf(IPlaywright playwright, BrowserEngine engine) =>
        engine switch
        {
            BrowserEngine.Chromium => playwright.Chromium,
            BrowserEngine.Firefox => playwright.Firefox,
            BrowserEngine.Webkit => playwright.Webkit,
            _ => throw new InvalidOperationException($"unknown engine {engine}"),
        };

    /// <summary>The browser for a device.</summary>
    public BrowserSearch FindFor(DeviceProject device) =>
        device.Remote is { } remote
            ? new BrowserSearch
            {
                AskedFor = device.Engine,
                Found = new FoundBrowser(device.Engine, remote.Endpoint, device.Channel, "connectOptions of the configuration")
                {
                    Remote = remote,
                },
                Looked = [],
            }
            : Find(device.Engine, device.ExecutablePath, device.Channel);

    /// <summary>The browser of an engine.</summary>
    /// <param name="engine">The engine asked for.</param>
    /// <param name="executablePath">The configuration's; null = none.</param>
    /// <param name="channel">The configuration's; null = none.</param>
    public BrowserSearch Find(BrowserEngine engine, string? executablePath = null, string? channel = null)
    {
        var search = Look(engine, executablePath, channel);
        if (engine != BrowserEngine.Webkit || search.Found is not null)
            return search;

        var standIn = Look(BrowserEngine.Chromium, executablePath, channel);
        return standIn with
        {
            AskedFor = engine,
            Looked = [.. search.Looked, .. standIn.Looked],
            Remedy = standIn.Found is null
                ? standIn.Remedy
                : "Screen, touch and user agent are the device's, the engine is not: what only Safari does is not seen.",
        };
    }

    private BrowserSearch Look(BrowserEngine engine, string? executablePath, string? channel)
    {
        List<string> looked = [];
        foreach (var place in Places(engine, executablePath, channel))
        {
            var isThere = exists(place.Path);
            looked.Add($"{place.FoundBy}: {place.Path}{(isThere ? "" : " does not exist")}.");

            if (isThere && place.Engine == engine)
                return new BrowserSearch
                {
                    AskedFor = engine,
                    Found = WithChannel(place),
                    Looked = looked,
                };
            if (isThere)
                looked[^1] = $"{place.FoundBy}: {place.Path} is a {place.Engine}, not a {engine}.";
            else if (IsExplicit(place))
                return new BrowserSearch
                {
                    AskedFor = engine,
                    Looked = looked,
                    Remedy = $"Correct {place.FoundBy}, or leave it out to have a browser looked for.",
                };
        }

        return new BrowserSearch
        {
            AskedFor = engine,
            Looked = looked,
            Remedy = RemedyFor(engine, channel),
        };
    }

    private IEnumerable<FoundBrowser> Places(BrowserEngine engine, string? executablePath, string? channel)
    {
        if (executablePath is not null)
            yield return new FoundBrowser(EngineOf(executablePath), executablePath, null, ByConfiguration);
        if (environment(Variable) is { Length: > 0 } path)
            yield return new FoundBrowser(EngineOf(path), path, null, ByEnvironment);

        var ofEngine = known.Where(browser => browser.Engine == engine).ToList();
        foreach (var browser in ofEngine.Where(browser => channel is not null && browser.Channel == channel))
            yield return new FoundBrowser(browser.Engine, browser.Path, null, $"channel '{channel}' of the configuration");
        if (channel is not null && ofEngine.Any(browser => browser.Channel == channel))
            yield break;

        yield return new FoundBrowser(engine, ownPath(engine), null, PlaywrightsOwn);
        foreach (var browser in ofEngine)
            yield return new FoundBrowser(browser.Engine, browser.Path, null, browser.Title);
    }

    private const string ByConfiguration = "executablePath of the configuration";
    private const string ByEnvironment = $"environment variable {Variable}";
    private const string PlaywrightsOwn = "Playwright's own";

    private static bool IsExplicit(FoundBrowser place) => place.FoundBy is ByConfiguration or ByEnvironment;

    private static FoundBrowser WithChannel(FoundBrowser found) =>
        found is { Engine: BrowserEngine.Firefox, FoundBy: not PlaywrightsOwn } ? found with { Channel = StockFirefox } : found;

    private static BrowserEngine EngineOf(string executablePath) =>
        Path.GetFileName(executablePath).ToLowerInvariant() switch
        {
            var name when name.Contains("firefox", StringComparison.Ordinal) => BrowserEngine.Firefox,
            var name when name.Contains("webkit", StringComparison.Ordinal) || name.StartsWith("pw_run", StringComparison.Ordinal) =>
                BrowserEngine.Webkit,
            _ => BrowserEngine.Chromium,
        };

    private static string RemedyFor(BrowserEngine engine, string? channel) =>
        channel is null
            ? $"Run 'microconv install {engine.ToString().ToLowerInvariant()}', or name a {engine} by {Variable}."
            : $"Install the browser of channel '{channel}', or leave the channel out to have another one looked for.";
}
