using System.Collections.Concurrent;
using System.Text.Json;
using MicroConvQA.Attribution;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture.DevTools;

/// <summary>
/// What a Chromium of this machine tells of one walk's requests: how, when, by which tab and which script each was sent, and how it ended.
/// </summary>
internal sealed class ChromiumWalk : IJoinedPages
{
    private const string Sent = "Network.requestWillBeSent";
    private const string Responded = "Network.responseReceived";
    private const string Finished = "Network.loadingFinished";
    private const string Failed = "Network.loadingFailed";
    private const string Navigated = "Page.frameNavigated";

    private readonly ConcurrentDictionary<IPage, Task> joined = [];
    private readonly ChromiumTargets targets;
    private readonly IBrowserContext context;
    private readonly IRequestNews news;
    private readonly TrafficLedger ledger;
    private readonly ForeignTime times = new();

    public ChromiumWalk(ChromiumTargets targets, IBrowserContext context, IRequestNews news, TrafficLedger ledger)
    {
        (this.targets, this.context, this.news, this.ledger) = (targets, context, news, ledger);
        context.Page += (_, page) => JoinAsync(page);
    }

    /// <summary>What of the protocol is listened to for walks.</summary>
    public static IReadOnlyList<string> Heard { get; } = [Sent, Responded, Finished, Failed, Navigated];

    public Task JoinAsync(IPage page) => joined.GetOrAdd(page, ClaimAsync);

    public async Task BypassServiceWorkersAsync(IPage page)
    {
        try
        {
            // In force for the page as long as the session is there and listens to the network.
            var session = await context.NewCDPSessionAsync(page);
            await session.SendAsync("Network.enable", DevToolsReading.NothingKept);
            await session.SendAsync("Network.setBypassServiceWorker", new() { ["bypass"] = true });
        }
        catch (PlaywrightException)
        {
            // The page is gone, which who leaves it notices next.
        }
    }

    public void Leave() => targets.Release(this);

    /// <param name="told">What the browser tells.</param>
    /// <param name="target">Of what it tells it, or what holds that.</param>
    public void Told(DevToolsEvent told, ChromiumTarget target)
    {
        var isOfPage = target.IsPage && told.Session == target.Session;
        switch (told.Method)
        {
            case Sent:
                Began(told.Content, target, isOfPage ? target.Id : null);
                break;
            case Responded:
                news.Answered(KeyOf(told.Content));
                break;
            case Finished:
                news.Finished(KeyOf(told.Content));
                break;
            case Failed:
                news.Failed(KeyOf(told.Content), ErrorOf(told.Content));
                break;
            case Navigated when isOfPage && target.Tab is { } tab && !told.Content.GetProperty("frame").TryGetProperty("parentId", out _):
                news.PageShown(tab);
                break;
        }
    }

    /// <param name="sent">The event.</param>
    /// <param name="holder">Who sent it, or what holds that.</param>
    /// <param name="page">The browser's name of the page that sent it; null = something else did.</param>
    private void Began(JsonElement sent, ChromiumTarget holder, string? page)
    {
        var request = sent.GetProperty("request");
        if (
            !request.GetProperty("url").GetString()!.StartsWith("http", StringComparison.Ordinal)
            || DevToolsReading.TypeOf(sent) == "Preflight"
        )
        {
            return;
        }

        var key = KeyOf(sent);
        if (sent.TryGetProperty("redirectResponse", out _))
        {
            // A redirect goes on by the same name.
            news.Finished(key);
        }

        news.Began(
            new BrowserRequest
            {
                Key = key,
                Looks = DevToolsReading.LooksOf(request),
                Transport = DevToolsReading.TransportOf(sent),
                Headers = DevToolsReading.HeadersOf(request),
                Tab = holder.Tab,
                IsOfServiceWorker = holder.IsServiceWorker,
                IsNavigation =
                    page is not null
                    && key == sent.GetProperty("loaderId").GetString()
                    && sent.TryGetProperty("frameId", out var frame)
                    && frame.GetString() == page,
                Dispatch = DevToolsReading.DispatchOf(sent, times, ledger.Timer.Elapsed),
            }
        );
    }

    private static string KeyOf(JsonElement content) => content.GetProperty("requestId").GetString()!;

    private static string? ErrorOf(JsonElement failed) =>
        failed.GetProperty("errorText").GetString() is { Length: > 0 } text ? text
        : failed.TryGetProperty("blockedReason", out var reason) ? reason.GetString()
        : null;

    private async Task ClaimAsync(IPage page)
    {
        try
        {
            var session = await context.NewCDPSessionAsync(page);
            var answer = await session.SendAsync("Target.getTargetInfo");
            var info = answer!.Value.GetProperty("targetInfo");
            var id = info.GetProperty("targetId").GetString()!;
            await targets.ClaimAsync(id, info.GetProperty("browserContextId").GetString()!, this, ledger.Pages.TabOf(page));
            await session.DetachAsync();
        }
        catch (PlaywrightException)
        {
            // A popup that closed itself at once: the wire sees what it sent.
        }
    }
}
