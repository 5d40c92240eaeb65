using MicroConvQA.Configuration.Sites;

namespace MicroConvQA.Running.Sites;

/// <summary>
/// A site that the configuration's <c>webServer</c> starts, awaited until it answers and stopped with all its child processes.
/// </summary>
/// <param name="server">How it is started.</param>
/// <param name="baseUrl">The site's base URL.</param>
/// <param name="probe">Asks whether it answers.</param>
/// <param name="clock">The time that the start may take.</param>
internal sealed class WebServerSite(WebServer server, string baseUrl, SiteProbe probe, TimeProvider clock) : ISiteUnderTest
{
    private static readonly TimeSpan BetweenProbes = TimeSpan.FromMilliseconds(100);

    private ServerProcess? _process;

    public string Title => _process is null ? $"{baseUrl}, which was running already" : $"{baseUrl}, started by '{server.Command}'";

    public async Task<string?> StartAsync(CancellationToken cancellationToken)
    {
        var isUp = await probe.ProblemAtAsync(server.Url, cancellationToken) is null;
        if (isUp && !server.ReuseExistingServer)
            throw new SiteUnavailableException(
                $"{server.Url} is in use already, so '{server.Command}' was not started. Stop what answers there, or set 'reuseExistingServer' to true in 'webServer'.",
                isOfThisMachine: true
            );

        if (!isUp)
        {
            _process = ServerProcess.Start(server);
            await UntilUpAsync(_process, cancellationToken);
        }

        return baseUrl;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        probe.Dispose();
    }

    private async Task UntilUpAsync(ServerProcess process, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (await probe.ProblemAtAsync(server.Url, cancellationToken) is { } problem)
        {
            if (process.ExitCode is { } code)
            {
                await process.EndAsync();
                throw new SiteUnavailableException(
                    $"'{server.Command}' ended with exit code {code} before {server.Url} answered. {process.LastWords}",
                    isOfThisMachine: true
                );
            }

            if (clock.GetElapsedTime(started) > server.Timeout)
                throw new SiteUnavailableException(
                    $"{server.Url} did not answer within {server.Timeout.TotalSeconds:0.#} s after '{server.Command}' was started: {problem}. Raise 'timeout' in 'webServer' or mend the command. {process.LastWords}",
                    isOfThisMachine: true
                );
            await Task.Delay(BetweenProbes, clock, cancellationToken);
        }
    }
}
