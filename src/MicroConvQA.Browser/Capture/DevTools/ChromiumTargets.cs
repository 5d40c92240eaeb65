using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture.DevTools;

/// <summary>
/// All that sends requests in a Chromium of this machine, each with a session: pages, their frames of other sites and dedicated workers,
/// shared workers and service workers. A new one waits with its first request until it is listened to; only a dedicated worker may be let go
/// earlier by Playwright, which watches it too.
/// </summary>
internal sealed class ChromiumTargets : IAsyncDisposable
{
    private const string Attached = "Target.attachedToTarget";
    private const string Detached = "Target.detachedFromTarget";

    private readonly Lock gate = new();
    private readonly Dictionary<string, ChromiumTarget> bySession = [];
    private readonly Dictionary<string, Task> listening = [];
    private readonly Dictionary<string, ChromiumWalk> walks = [];
    private DevToolsSocket? socket;

    private DevToolsSocket Socket => socket ?? throw new InvalidOperationException("The browser's targets are not followed yet.");

    /// <returns>Null where the browser does not speak to anybody but Playwright.</returns>
    public static async Task<ChromiumTargets?> FollowAsync(IBrowser browser, CancellationToken cancellationToken)
    {
        if (await DevToolsEndpoint.OfAsync(browser, cancellationToken) is not { } endpoint)
        {
            return null;
        }

        var targets = new ChromiumTargets();
        try
        {
            targets.socket = await DevToolsSocket.OpenAsync(endpoint, [Attached, Detached, .. ChromiumWalk.Heard], targets.Read, cancellationToken);
            await targets.socket.SendAsync(null, "Target.setAutoAttach", DevToolsReading.AutoAttach(isFlat: true));
            return targets;
        }
        catch (Exception exception) when (exception is WebSocketException or DevToolsException)
        {
            await targets.DisposeAsync();
            return null;
        }
    }

    /// <summary>Says to which walk and tab a page belongs, and waits until it is listened to. Whatever else lives in its context is the walk's too.</summary>
    /// <param name="id">The browser's name of the page.</param>
    /// <param name="context">The browser's name of its context.</param>
    /// <param name="walk">The walk.</param>
    /// <param name="tab">The page's tab.</param>
    public Task ClaimAsync(string id, string context, ChromiumWalk walk, int tab)
    {
        lock (gate)
        {
            walks[context] = walk;
            foreach (var target in bySession.Values.Distinct().Where(target => target.Context == context && (!target.IsPage || target.Id == id)))
            {
                target.Settle(walk, target.IsPage ? tab : null);
            }

            return listening.GetValueOrDefault(id) ?? Task.CompletedTask;
        }
    }

    /// <summary>The walk is over: what its context still tells concerns nobody.</summary>
    public void Release(ChromiumWalk walk)
    {
        lock (gate)
        {
            foreach (var (context, _) in walks.Where(pair => pair.Value == walk).ToList())
            {
                walks.Remove(context);
            }
        }
    }

    /// <summary>Makes a page do something.</summary>
    /// <exception cref="DevToolsException">It does not, or is gone.</exception>
    public Task SendAsync(string id, string method, Dictionary<string, object> arguments)
    {
        string? session;
        lock (gate)
        {
            session = bySession.Values.FirstOrDefault(target => target.Id == id)?.Session;
        }

        return session is null ? throw new DevToolsException("The page is gone.") : Socket.SendAsync(session, method, arguments);
    }

    public ValueTask DisposeAsync() => socket?.DisposeAsync() ?? ValueTask.CompletedTask;

    private void Read(DevToolsEvent told)
    {
        lock (gate)
        {
            switch (told.Method)
            {
                case Attached:
                    Join(told.Session, told.Content);
                    break;
                case Detached:
                    Part(told.Content.GetProperty("sessionId").GetString()!);
                    break;
                default:
                    if (told.Session is { } session && bySession.TryGetValue(session, out var target))
                    {
                        target.Tell(told);
                    }

                    break;
            }
        }
    }

    /// <param name="holder">The session of the one that holds it; null = nothing does but the browser.</param>
    /// <param name="attached">The event.</param>
    private void Join(string? holder, JsonElement attached)
    {
        var session = attached.GetProperty("sessionId").GetString()!;
        var info = attached.GetProperty("targetInfo");
        var (id, type) = (info.GetProperty("targetId").GetString()!, info.GetProperty("type").GetString());
        var context = info.TryGetProperty("browserContextId", out var name) ? name.GetString()! : "";
        if (holder is not null && bySession.TryGetValue(holder, out var root))
        {
            bySession[session] = root;
        }
        else
        {
            var target = bySession[session] = new ChromiumTarget(id, context, type, session);
            if (!target.IsPage && walks.TryGetValue(context, out var walk))
            {
                target.Settle(walk, null);
            }
        }

        var joining = ListenAsync(session, type);
        if (type == "page")
        {
            listening[id] = joining;
        }
    }

    private void Part(string session)
    {
        if (!bySession.Remove(session, out var target) || session != target.Session)
        {
            return;
        }

        listening.Remove(target.Id);
        if (walks.TryGetValue(target.Context, out var walk))
        {
            target.Settle(walk, null);
        }
    }

    private async Task ListenAsync(string session, string? type)
    {
        try
        {
            // All at once: a worker goes on as soon as any of those who watch it lets it.
            List<Task> commands = [Socket.SendAsync(session, "Network.enable", DevToolsReading.NothingKept)];
            if (type is "page" or "iframe" or "worker")
            {
                commands.Add(Socket.SendAsync(session, "Target.setAutoAttach", DevToolsReading.AutoAttach(isFlat: true)));
            }

            if (type == "page")
            {
                commands.Add(Socket.SendAsync(session, "Page.enable", []));
            }

            commands.Add(Socket.SendAsync(session, "Runtime.runIfWaitingForDebugger", []));
            await Task.WhenAll(commands);
        }
        catch (DevToolsException)
        {
            // It is gone already, or it has no network of its own: the wire sees what it sends.
        }
    }
}
