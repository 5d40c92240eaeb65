namespace MicroConvQA.Running.Sites;

/// <summary>A site that somebody else runs.</summary>
/// <param name="baseUrl">Its base URL; null where each device has its own.</param>
/// <param name="probe">Asks whether it answers.</param>
/// <param name="isResolvedByBrowser">Whether the browser is told its own way to hosts, so that nobody but the browser can tell whether the
/// site is up.</param>
internal sealed class RunningSite(string? baseUrl, SiteProbe probe, bool isResolvedByBrowser) : ISiteUnderTest
{
    public string Title => baseUrl ?? "each device's own site";

    public async Task<string?> StartAsync(CancellationToken cancellationToken)
    {
        if (baseUrl is not null && !isResolvedByBrowser && await probe.ProblemAtAsync(baseUrl, cancellationToken) is { } problem)
            throw new SiteUnavailableException(
                $"{baseUrl} does not answer: {problem}. Start the site, let 'webServer' in the configuration start it, or name another one with --base-url."
            );

        return baseUrl;
    }

    public ValueTask DisposeAsync()
    {
        probe.Dispose();
        return ValueTask.CompletedTask;
    }
}
