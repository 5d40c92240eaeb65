using MicroConvQA.Configuration.Devices;
using MicroConvQA.Journeys;
using MicroConvQA.Running;
using Microsoft.Playwright;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Browser.Launching;

/// <summary>
/// Connects to a browser that runs elsewhere. Playwright's <c>run-server</c> starts it as a header of the connection asks (source:
/// playwright-core, remote/playwrightServer.ts); without <c>--unsafe</c> it heeds neither arguments nor an executable.
/// </summary>
internal static class RemoteLaunch
{
    /// <param name="type">The engine.</param>
    /// <param name="remote">Where it runs.</param>
    /// <param name="options">How one of this machine would be started.</param>
    /// <param name="executable">Its executable over there; null = its own choice.</param>
    /// <exception cref="WalkObstacleException">It is another engine, or a variable is not set.</exception>
    public static async Task<IBrowser> ConnectAsync(
        IBrowserType type,
        RemoteBrowser remote,
        BrowserTypeLaunchOptions options,
        string? executable
    )
    {
        var headers = new Dictionary<string, string> { ["x-playwright-launch-options"] = Header(options, executable) };
        foreach (var (name, value) in remote.Headers)
            headers[name] = Expanded(value);
        var browser = await type.ConnectAsync(
            Expanded(remote.Endpoint),
            new()
            {
                Headers = headers,
                SlowMo = options.SlowMo,
                Timeout = (float)remote.Timeout.TotalMilliseconds,
            }
        );
        if (browser.BrowserType.Name == type.Name)
            return browser;

        await browser.CloseAsync();
        throw new WalkObstacleException(
            $"{remote.Endpoint} gave a {browser.BrowserType.Name}, and a {type.Name} was asked for. Start the server without a browser of its own, or correct 'browserName'."
        );
    }

    private static string Header(BrowserTypeLaunchOptions options, string? executable) =>
        new JObject
        {
            ["headless"] = options.Headless,
            ["args"] = new JArray(options.Args ?? []),
            ["channel"] = options.Channel,
            ["executablePath"] = executable,
            ["chromiumSandbox"] = options.ChromiumSandbox,
            ["proxy"] = options.Proxy is { } proxy ? new JObject { ["server"] = proxy.Server } : null,
            ["firefoxUserPrefs"] = JObject.FromObject(options.FirefoxUserPrefs ?? new Dictionary<string, object>()),
        }.ToString(Formatting.None);

    private static string Expanded(string text) =>
        VariableText.ExpandToText(text, name =>
            VariableText.EnvironmentNameIn(name) is { } variable
                ? Environment.GetEnvironmentVariable(variable)
                    ?? throw new WalkObstacleException(
                        $"The environment variable {variable} is not set, and 'connectOptions' needs it. Set it before the run."
                    )
                : null
        );
}
