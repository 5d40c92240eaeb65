using System.Collections.Concurrent;
using System.Text.Json;
using MicroConvQA.Attribution;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture.DevTools;

/// <summary>
/// What only Chromium tells of a walk's pages, when and by which script a request was sent, where it runs elsewhere and only Playwright
/// reaches it: by a session of Playwright's with each page.
/// </summary>
internal sealed class ChromiumPages : IJoinedPages
{
    private readonly ConcurrentDictionary<IPage, Task<ICDPSession?>> sessions = [];
    private readonly IBrowserContext context;
    private readonly IRequestNews news;
    private readonly WalkTimer timer;
    private readonly ForeignTime times = new();

    public ChromiumPages(IBrowserContext context, IRequestNews news, WalkTimer timer)
    {
        (this.context, this.news, this.timer) = (context, news, timer);
        context.Page += (_, page) => JoinAsync(page);
    }

    public Task JoinAsync(IPage page) => SessionOf(page);

    public async Task BypassServiceWorkersAsync(IPage page)
    {
        if (await SessionOf(page) is { } session)
        {
            await session.SendAsync("Network.setBypassServiceWorker", new() { ["bypass"] = true });
        }
    }

    public void Leave()
    {
        // Its sessions end with its context.
    }

    private Task<ICDPSession?> SessionOf(IPage page) => sessions.GetOrAdd(page, OpenSessionAsync);

    private async Task<ICDPSession?> OpenSessionAsync(IPage page)
    {
        try
        {
            var session = await context.NewCDPSessionAsync(page);
            session.Event("Network.requestWillBeSent").OnEvent += (_, sent) => Read(sent!.Value);
            await new ChromiumChildren(session, Read).FollowAsync();
            await session.SendAsync("Network.enable", DevToolsReading.NothingKept);
            return session;
        }
        catch (PlaywrightException)
        {
            // A popup that closed itself at once: the wire sees what it sent.
            return null;
        }
    }

    private void Read(JsonElement sent) =>
        news.Dispatched(DevToolsReading.LooksOf(sent.GetProperty("request")), DevToolsReading.DispatchOf(sent, times, timer.Elapsed));
}
