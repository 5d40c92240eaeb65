using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>Goes to pages and through a tab's history.</summary>
/// <param name="context">The walk's tabs, variables and base URL.</param>
public sealed class Navigation(ActionContext context)
{
    /// <summary>Opens a URL in the current tab.</summary>
    /// <returns>A warning where the page answers that it is not there; null = it is.</returns>
    public async Task<string?> OpenAsync(string url)
    {
        var page = context.Tabs.Current;
        var address = Address(url);
        var response = await GoAsync(page, address);
        await PageReadiness.WaitAsync(page, context.Device.ActionTimeout);

        return Assess(response, address);
    }

    /// <summary>A page that was about to go on by itself, after a log-in say, gets in the way once: it is let through, and then the shopper goes.</summary>
    private async Task<IResponse?> GoAsync(IPage page, string address)
    {
        try
        {
            return await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        }
        catch (PlaywrightException exception) when (WasOvertaken(exception))
        {
            await PageReadiness.WaitAsync(page, context.Device.ActionTimeout);
            return await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        }
    }

    private static bool WasOvertaken(PlaywrightException exception) =>
        exception.Message.Contains("ERR_ABORTED", StringComparison.Ordinal)
        || exception.Message.Contains("interrupted by another navigation", StringComparison.Ordinal);

    public async Task<string?> ReloadAsync()
    {
        var page = context.Tabs.Current;
        var response = await page.ReloadAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await PageReadiness.WaitAsync(page, context.Device.ActionTimeout);

        return Assess(response, page.Url);
    }

    public Task<string?> BackAsync() => MoveAsync(page => page.GoBackAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded }), "back");

    public Task<string?> ForwardAsync() => MoveAsync(page => page.GoForwardAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded }), "forward");

    private async Task<string?> MoveAsync(Func<IPage, Task<IResponse?>> move, string direction)
    {
        var page = context.Tabs.Current;
        var before = page.Url;
        var response = await move(page);
        if (response is null && page.Url == before)
            throw new WalkBrokenException($"There is no page to go {direction} to from {before}.");

        await PageReadiness.WaitAsync(page, context.Device.ActionTimeout);
        return Assess(response, page.Url);
    }

    private string Address(string url)
    {
        if (!Uri.TryCreate(new Uri(context.BaseUrl), url, out var address))
            throw new WalkBrokenException($"'{url}' is no URL, and no path on {context.BaseUrl}.");

        // A file or a script URL would run with rights that no shopper has.
        return address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps
            ? address.AbsoluteUri
            : throw new WalkBrokenException($"'{url}' is not a web page; only http and https are opened.");
    }

    private static string? Assess(IResponse? response, string url) => response switch
    {
        null => null,
        { Status: >= 500 } => throw new WalkBrokenException($"The shop answered {response.Status} {response.StatusText} for {url}. Its log says why."),
        { Status: >= 400 } => $"The shop answered {response.Status} {response.StatusText} for {url}.",
        _ => null,
    };
}
