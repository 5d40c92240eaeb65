using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture;

/// <summary>One walk's share of a browser session: its context, its pages and their frames.</summary>
internal sealed class BrowserSessionWalk(TrafficLedger ledger, WalkOfFrame walks) : IWalkCapture
{
    private const int LeaveTimeout = 10_000;

    private readonly ConcurrentDictionary<string, int> _tabOfFrame = [];
    private readonly ConcurrentDictionary<IPage, Task<ICDPSession?>> _joining = [];
    private readonly ConcurrentDictionary<string, bool> _pages = [];
    private IBrowserContext? _context;

    public TrafficLedger Ledger => ledger;

    /// <summary>The browser's id of the walk's context; null until its first page is joined.</summary>
    public string? ContextId { get; private set; }

    public bool IsOffline { get; private set; }

    private IBrowserContext Context => _context ?? throw new InvalidOperationException("The walk's capture is not attached to a context.");

    public Task AttachAsync(IBrowserContext context, CancellationToken cancellationToken)
    {
        _context = context;
        walks.Add(this);
        context.Page += (_, page) => _joining.GetOrAdd(page, JoinAsync);
        return Task.CompletedTask;
    }

    public async Task SetOfflineAsync(bool offline, CancellationToken cancellationToken)
    {
        // First the flag: a request that the context lets out in between would be answered as if there were a network.
        IsOffline = offline;
        await Context.SetOfflineAsync(offline).WaitAsync(cancellationToken);
    }

    public async Task LeaveAsync(IPage page, CancellationToken cancellationToken)
    {
        try
        {
            if (await _joining.GetOrAdd(page, JoinAsync) is { } session)
                await session.SendAsync("Network.setBypassServiceWorker", new() { ["bypass"] = true }).WaitAsync(cancellationToken);
            foreach (var blank in BlankPage.AllFor(page, ledger))
                await page.GotoAsync(blank, new() { Timeout = LeaveTimeout }).WaitAsync(cancellationToken);
        }
        catch (PlaywrightException exception)
        {
            ledger.ConsoleWrote("error", $"The page could not be left, what it would have sent last is unknown: {exception.Message}", page.Url);
        }
        catch (TimeoutException exception)
        {
            ledger.ConsoleWrote("error", $"The page could not be left, what it would have sent last is unknown: {exception.Message}", page.Url);
        }
    }

    public ValueTask DisposeAsync()
    {
        walks.Remove(this);
        return ValueTask.CompletedTask;
    }

    public bool Has(string frame) => _tabOfFrame.ContainsKey(frame);

    public bool IsPage(string frame) => _pages.ContainsKey(frame);

    public int? TabOf(string? frame) => frame is not null && _tabOfFrame.TryGetValue(frame, out var tab) ? tab : null;

    public Task JoinedAsync() => Task.WhenAll(_joining.Values);

    public Task ReadFramesAsync() => Task.WhenAll(_joining.Keys.Select(ReadFramesAsync));

    private async Task<ICDPSession?> JoinAsync(IPage page)
    {
        try
        {
            var session = await Context.NewCDPSessionAsync(page);
            session.Event("Page.frameAttached").OnEvent += (_, attached) => Know(attached!.Value.GetProperty("frameId").GetString()!, page);
            var target = (await session.SendAsync("Target.getTargetInfo"))!.Value.GetProperty("targetInfo");
            ContextId = target.GetProperty("browserContextId").GetString();
            var id = target.GetProperty("targetId").GetString()!;
            _pages[id] = true;
            Know(id, page);
            await session.SendAsync("Page.enable");
            KnowTree(await FrameTreeAsync(session), page);
            return session;
        }
        catch (PlaywrightException)
        {
            // A popup that closed itself at once; its requests are found by the browser's list of targets.
            return null;
        }
    }

    /// <summary>Reads the frames inside frames of another process, of which the page's session is not told.</summary>
    private async Task ReadFramesAsync(IPage page)
    {
        foreach (var frame in page.Frames.Skip(1))
        {
            if (await SessionOfAsync(frame) is not { } session)
                continue;
            KnowTree(await FrameTreeAsync(session), page);
            await session.DetachAsync();
        }
    }

    private async Task<ICDPSession?> SessionOfAsync(IFrame frame)
    {
        try
        {
            return await Context.NewCDPSessionAsync(frame);
        }
        catch (PlaywrightException)
        {
            // A frame of its parent's process has no session of its own; its parent's tree holds it.
            return null;
        }
    }

    private static async Task<JsonElement> FrameTreeAsync(ICDPSession session) =>
        (await session.SendAsync("Page.getFrameTree"))!.Value.GetProperty("frameTree");

    private void KnowTree(JsonElement tree, IPage page)
    {
        Know(tree.GetProperty("frame").GetProperty("id").GetString()!, page);
        if (tree.TryGetProperty("childFrames", out var children))
            foreach (var child in children.EnumerateArray())
                KnowTree(child, page);
    }

    private void Know(string frame, IPage page) => _tabOfFrame[frame] = ledger.TabOf(page);
}
