using System.Collections.Concurrent;
using System.Text.Json;
using MicroConvQA.Recording;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>What only Chromium tells of a walk's pages, by a session with each: when and by which script a request was sent.</summary>
internal sealed class ChromiumPages
{
    private readonly ConcurrentDictionary<IPage, Task<ICDPSession?>> sessions = [];
    private readonly IBrowserContext context;
    private readonly BrowserView browser;
    private readonly WalkTimer timer;
    private readonly ForeignTime times = new();

    public ChromiumPages(IBrowserContext context, BrowserView browser, WalkTimer timer)
    {
        (this.context, this.browser, this.timer) = (context, browser, timer);
        context.Page += (_, page) => JoinAsync(page);
    }

    /// <summary>How the network is listened to: no answer is ever asked for, so none need be kept.</summary>
    public static Dictionary<string, object> NothingKept => new() { ["maxTotalBufferSize"] = 0, ["maxResourceBufferSize"] = 0 };

    /// <summary>Joins a page, or waits until it is joined.</summary>
    public Task JoinAsync(IPage page) => SessionOf(page);

    /// <summary>Makes a page's next navigations go to the network, whatever its service worker says.</summary>
    public async Task BypassServiceWorkersAsync(IPage page)
    {
        if (await SessionOf(page) is { } session)
        {
            await session.SendAsync("Network.setBypassServiceWorker", new() { ["bypass"] = true });
        }
    }

    private Task<ICDPSession?> SessionOf(IPage page) => sessions.GetOrAdd(page, OpenSessionAsync);

    private async Task<ICDPSession?> OpenSessionAsync(IPage page)
    {
        try
        {
            var session = await context.NewCDPSessionAsync(page);
            session.Event("Network.requestWillBeSent").OnEvent += (_, sent) => Read(sent!.Value);
            await new ChromiumChildren(session, Read).FollowAsync();
            await session.SendAsync("Network.enable", NothingKept);
            return session;
        }
        catch (PlaywrightException)
        {
            // A popup that closed itself at once: the wire sees what it sent.
            return null;
        }
    }

    private void Read(JsonElement sent)
    {
        var moment = times.Told(sent.GetProperty("timestamp").GetDouble() * 1000, timer.Elapsed);
        browser.Dispatched(LooksOf(sent.GetProperty("request")), new Dispatch(moment, sent.GetProperty("documentURL").GetString(), InitiatorOf(sent.GetProperty("initiator"))));
    }

    private static RequestLooks LooksOf(JsonElement request)
    {
        var hasBody = request.TryGetProperty("hasPostData", out var has) && has.GetBoolean();
        return new RequestLooks(request.GetProperty("method").GetString()!, request.GetProperty("url").GetString()!, hasBody ? BodyOf(request) : []);
    }

    /// <returns>Null where Chromium does not tell all of it.</returns>
    private static byte[]? BodyOf(JsonElement request)
    {
        if (!request.TryGetProperty("postDataEntries", out var entries))
        {
            return null;
        }

        var parts = entries.EnumerateArray().Select(entry => entry.TryGetProperty("bytes", out var bytes) ? bytes.GetBytesFromBase64() : null).ToList();
        return parts.Contains(null) ? null : [.. parts.SelectMany(part => part!)];
    }

    /// <summary>The call stack of the script that sent it; a single line of the markup where the parser did. Chromium counts lines from zero.</summary>
    private static IReadOnlyList<ScriptFrame> InitiatorOf(JsonElement initiator)
    {
        if (initiator.TryGetProperty("stack", out var stack))
        {
            return FramesOf(stack);
        }

        return initiator.TryGetProperty("url", out var url) && initiator.TryGetProperty("lineNumber", out var line)
            ? [new ScriptFrame(url.GetString()!, line.GetInt32() + 1, 1, null)]
            : [];
    }

    private static IReadOnlyList<ScriptFrame> FramesOf(JsonElement stack)
    {
        var frames = stack.GetProperty("callFrames").EnumerateArray().Select(FrameOf).Where(frame => frame.Url.Length > 0 && !ScriptStack.IsProbe(frame.Url));
        var caller = stack.TryGetProperty("parent", out var parent) ? FramesOf(parent) : [];
        return [.. frames, .. caller];
    }

    private static ScriptFrame FrameOf(JsonElement frame) => new(
        frame.GetProperty("url").GetString()!,
        frame.GetProperty("lineNumber").GetInt32() + 1,
        frame.GetProperty("columnNumber").GetInt32() + 1,
        frame.GetProperty("functionName").GetString() is { Length: > 0 } name ? name : null);
}
