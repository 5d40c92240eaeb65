using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture.DevTools;

/// <summary>
/// All that sends requests in a Chromium of this machine, each with a session: pages, their frames of other sites and dedicated workers,
/// shared workers and service workers. A new one waits with its first request until it is listened to. Sessions are Playwright's where it
/// can be overheard, and ours where it cannot or has none: then a dedicated worker may be let go by Playwright before it is listened to.
/// </summary>
internal sealed class ChromiumTargets : IAsyncDisposable
{
    private const string Attached = "Target.attachedToTarget";
    private const string Detached = "Target.detachedFromTarget";

    /// <summary>Playwright lets them go.</summary>
    private const string NotPlaywrights = "shared_worker";

    private static readonly IReadOnlyList<string> Heard = [Attached, Detached, .. ChromiumWalk.Heard];

    private readonly Lock gate = new();
    private readonly Dictionary<string, ChromiumTarget> bySession = [];
    private readonly Dictionary<string, Task> listening = [];
    private readonly Dictionary<string, ChromiumWalk> walks = [];
    private readonly Dictionary<string, (ChromiumWalk Walk, int Tab)> claims = [];
    private DevToolsSocket? socket;

    /// <summary>Whether they are Playwright's, and not ours.</summary>
    public bool AreOverheard { get; private set; }

    private DevToolsSocket Socket => socket ?? throw new InvalidOperationException("The browser's targets are not followed yet.");

    /// <param name="browser">The browser.</param>
    /// <param name="tap">Where it is overheard; null = nowhere.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>Null where the browser cannot be overheard and does not speak to anybody but Playwright.</returns>
    public static async Task<ChromiumTargets?> FollowAsync(IBrowser browser, DevToolsTap? tap, CancellationToken cancellationToken)
    {
        var targets = new ChromiumTargets();
        targets.AreOverheard = tap is not null && await tap.FollowAsync(new DevToolsSkimmer(Heard, targets.Overhear), cancellationToken);
        if (await targets.TryConnectAsync(browser, cancellationToken) || targets.AreOverheard)
        {
            return targets;
        }

        await targets.DisposeAsync();
        return null;
    }

    /// <summary>
    /// Says to which walk and tab a page belongs, and waits until it is listened to. Whatever else lives in its context is the walk's too.
    /// </summary>
    /// <param name="id">The browser's name of the page.</param>
    /// <param name="context">The browser's name of its context.</param>
    /// <param name="walk">The walk.</param>
    /// <param name="tab">The page's tab.</param>
    public Task ClaimAsync(string id, string context, ChromiumWalk walk, int tab)
    {
        lock (gate)
        {
            walks[context] = walk;
            claims[id] = (walk, tab);
            foreach (
                var target in bySession.Values.Distinct().Where(target => target.Context == context && (!target.IsPage || target.Id == id))
            )
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

            foreach (var (id, _) in claims.Where(pair => pair.Value.Walk == walk).ToList())
            {
                claims.Remove(id);
            }
        }
    }

    public ValueTask DisposeAsync() => socket?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<bool> TryConnectAsync(IBrowser browser, CancellationToken cancellationToken)
    {
        if (await DevToolsEndpoint.OfAsync(browser, cancellationToken) is not { } endpoint)
        {
            return false;
        }

        try
        {
            socket = await DevToolsSocket.OpenAsync(endpoint, new DevToolsSkimmer(Heard, Read), cancellationToken);
            await socket.SendAsync(
                null,
                "Target.setAutoAttach",
                AreOverheard ? DevToolsReading.AutoAttachTo(NotPlaywrights) : DevToolsReading.AutoAttach(isFlat: true)
            );
            return true;
        }
        catch (Exception exception) when (exception is WebSocketException or DevToolsException)
        {
            return false;
        }
    }

    /// <summary>What comes by a session of ours: each target waits for us.</summary>
    private void Read(DevToolsEvent told)
    {
        lock (gate)
        {
            if (told.Method != Attached)
            {
                Tell(told);
                return;
            }

            var target = Join(told);
            var type = InfoIn(told).GetProperty("type").GetString();
            var joining = ListenAsync(SessionIn(told), type);
            if (type == "page")
            {
                listening[target.Id] = joining;
            }
        }
    }

    /// <summary>
    /// What comes by Playwright's sessions. It follows pages and service workers, and what those hold; the sessions that an author or we
    /// have it open beside these tell of nothing new.
    /// </summary>
    private void Overhear(DevToolsEvent told)
    {
        lock (gate)
        {
            if (told.Method != Attached)
            {
                Tell(told);
            }
            else if (
                told.Session is { } holder
                    ? bySession.ContainsKey(holder)
                    : InfoIn(told).GetProperty("type").GetString() is "page" or "service_worker"
            )
            {
                Join(told);
            }
        }
    }

    private void Tell(DevToolsEvent told)
    {
        if (told.Method == Detached)
        {
            Part(SessionIn(told));
        }
        else if (told.Session is { } session && bySession.TryGetValue(session, out var target))
        {
            target.Tell(told);
        }
    }

    /// <returns>The page or worker that it is, or that holds it.</returns>
    private ChromiumTarget Join(DevToolsEvent attached)
    {
        var session = SessionIn(attached);
        if (attached.Session is { } holder && bySession.TryGetValue(holder, out var root))
        {
            return bySession[session] = root;
        }

        var info = InfoIn(attached);
        var context = info.TryGetProperty("browserContextId", out var name) ? name.GetString()! : "";
        var target = bySession[session] = new ChromiumTarget(
            info.GetProperty("targetId").GetString()!,
            context,
            info.GetProperty("type").GetString(),
            session
        );
        if (target.IsPage && claims.TryGetValue(target.Id, out var claim))
        {
            target.Settle(claim.Walk, claim.Tab);
        }
        else if (!target.IsPage && walks.TryGetValue(context, out var walk))
        {
            target.Settle(walk, null);
        }

        return target;
    }

    private static JsonElement InfoIn(DevToolsEvent attached) => attached.Content.GetProperty("targetInfo");

    private static string SessionIn(DevToolsEvent told) => told.Content.GetProperty("sessionId").GetString()!;

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
