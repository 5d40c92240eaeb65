using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>Goes to pages and through a tab's history.</summary>
/// <param name="context">The walk's tabs, variables and base URL.</param>
internal sealed class Navigation(ActionContext context)
{
    /// <summary>
    /// How long a navigation may take until the page's document is asked for: the browser drops one that another overtook, and says
    /// nothing.
    /// </summary>
    private static readonly TimeSpan DroppedAfter = TimeSpan.FromSeconds(5);

    private const int MostAttempts = 3;

    /// <summary>Opens a URL in the current tab, when what the page waits for has come.</summary>
    /// <returns>A warning where the page answers that it is not there; null = it is.</returns>
    public async Task<string?> OpenAsync(string url, CancellationToken cancellationToken)
    {
        var address = Address(url);
        await context.Requests.AnsweredAsync(cancellationToken);
        var page = context.Tabs.Current;
        var response = await GoAsync(page, address, cancellationToken);
        await PageReadiness.WaitAsync(page, context.Device);

        return Assess(response, address);
    }

    public async Task<string?> ReloadAsync(CancellationToken cancellationToken)
    {
        await context.Requests.AnsweredAsync(cancellationToken);
        var page = context.Tabs.Current;
        var response = await page.ReloadAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await PageReadiness.WaitAsync(page, context.Device);

        return Assess(response, page.Url);
    }

    public Task<string?> BackAsync(CancellationToken cancellationToken) =>
        MoveAsync(page => page.GoBackAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded }), "back", cancellationToken);

    public Task<string?> ForwardAsync(CancellationToken cancellationToken) =>
        MoveAsync(page => page.GoForwardAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded }), "forward", cancellationToken);

    private async Task<string?> MoveAsync(Func<IPage, Task<IResponse?>> move, string direction, CancellationToken cancellationToken)
    {
        await context.Requests.AnsweredAsync(cancellationToken);
        var page = context.Tabs.Current;
        var before = page.Url;
        var response = await move(page);
        if (response is null && page.Url == before)
            throw new WalkBrokenException($"There is no page to go {direction} to from {before}.");

        await PageReadiness.WaitAsync(page, context.Device);
        return Assess(response, page.Url);
    }

    /// <summary>A page that goes on by itself, by a timer say, gets in the way: it is let through, and then the shopper goes.</summary>
    private async Task<IResponse?> GoAsync(IPage page, string address, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var going = GoToAsync(page, address);
                if (attempt == MostAttempts || await IsUnderWayAsync(page, going, cancellationToken))
                    return await going;
            }
            catch (PlaywrightException exception)
                when (attempt > 1 && exception.Message.Contains($"another navigation to \"{address}\"", StringComparison.Ordinal))
            {
                // The browser has kept an earlier attempt and carries it out after all: the shopper is there, and going again would be a
                // second visit.
                return null;
            }
            catch (PlaywrightException exception) when (attempt < MostAttempts && WorldFault.WasOvertaken(exception))
            {
                // What overtook it has only begun: it would overtake the next attempt as well.
                await context.Requests.AnsweredAsync(cancellationToken);
                await PageReadiness.WaitAsync(page, context.Device);
            }
        }
    }

    private async Task<IResponse?> GoToAsync(IPage page, string address)
    {
        try
        {
            return await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        }
        catch (PlaywrightException exception)
            when (!WorldFault.WasOvertaken(exception) && context.Capture.WhyUnanswered(address) is { } error)
        {
            // The browser only knows that its proxy hung up.
            throw new WalkBrokenException(WorldFault.OfNetwork(error, address));
        }
    }

    /// <returns>Whether the document was asked for, or it ended without that; false = it was dropped.</returns>
    private async Task<bool> IsUnderWayAsync(IPage page, Task going, CancellationToken cancellationToken)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(object? sender, IRequest request)
        {
            if (request.IsNavigationRequest && request.Frame == page.MainFrame)
                asked.TrySetResult();
        }

        page.Request += Look;
        try
        {
            var first = await Task.WhenAny(going, asked.Task, Task.Delay(DroppedAfter, context.Time, cancellationToken));
            return first == going || first == asked.Task;
        }
        finally
        {
            page.Request -= Look;
        }
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

    private static string? Assess(IResponse? response, string url) =>
        response switch
        {
            null => null,
            { Status: >= 500 } => throw new WalkBrokenException(
                $"The shop answered {response.Status} {response.StatusText} for {url}. Its log says why."
            ),
            { Status: >= 400 } => $"The shop answered {response.Status} {response.StatusText} for {url}.",
            _ => null,
        };
}
