using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture;

/// <summary>Knows which walk a frame or worker belongs to, where several walks share one browser.</summary>
internal sealed class WalkOfFrame(ICDPSession browserSession)
{
    private readonly ConcurrentDictionary<BrowserSessionWalk, bool> _walks = [];

    /// <summary>Targets are pages, frames of another process, and workers; their ids are their frame ids. Kept when they are gone, because their last beacons come later.</summary>
    private readonly ConcurrentDictionary<string, string> _contextOfTarget = [];

    public IReadOnlyCollection<BrowserSessionWalk> All => [.. _walks.Keys];

    public void Add(BrowserSessionWalk walk) => _walks[walk] = true;

    public void Remove(BrowserSessionWalk walk) => _walks.TryRemove(walk, out _);

    public bool IsMainFrame(string? frame) => frame is not null && All.Any(walk => walk.IsPage(frame));

    /// <summary>The frame's walk if that is known without asking the browser.</summary>
    public BrowserSessionWalk? Known(string? frame)
    {
        if (frame is null)
            return Only();
        var byFrame = All.FirstOrDefault(walk => walk.Has(frame));
        return byFrame ?? (_contextOfTarget.TryGetValue(frame, out var context) ? OfContext(context) : null);
    }

    public async Task<BrowserSessionWalk?> FindAsync(string? frame)
    {
        try
        {
            return await AskAsync(frame);
        }
        catch (PlaywrightException)
        {
            // The browser, or the page that was asked, is going away.
            return Known(frame) ?? Only();
        }
    }

    private async Task<BrowserSessionWalk?> AskAsync(string? frame)
    {
        // A page is about to be joined from the moment on that Playwright tells of it, which is before anything is opened in it.
        await Task.WhenAll(All.Select(walk => walk.JoinedAsync()));
        if (Known(frame) is { } joined)
            return joined;
        await ReadTargetsAsync();
        if (Known(frame) is { } listed)
            return listed;
        await Task.WhenAll(All.Select(walk => walk.ReadFramesAsync()));
        return Known(frame) ?? Only();
    }

    private BrowserSessionWalk? OfContext(string context) => All.FirstOrDefault(walk => walk.ContextId == context);

    private BrowserSessionWalk? Only() => _walks.Count == 1 ? All.First() : null;

    private async Task ReadTargetsAsync()
    {
        var answer = await browserSession.SendAsync("Target.getTargets");
        foreach (var target in answer!.Value.GetProperty("targetInfos").EnumerateArray())
            if (target.TryGetProperty("browserContextId", out var context))
                _contextOfTarget[target.GetProperty("targetId").GetString()!] = context.GetString()!;
    }
}
