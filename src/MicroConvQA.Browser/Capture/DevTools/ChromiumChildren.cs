using System.Text.Json;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture.DevTools;

/// <summary>
/// What a Chromium page has in other processes and threads: frames of other sites and dedicated workers, which may have such themselves.
/// Each speaks through the session of the one that holds it, by messages within messages. What a worker sends as its very first deed may
/// come before it is listened to.
/// </summary>
/// <param name="page">The page's own session.</param>
/// <param name="sent">Is told each <c>Network.requestWillBeSent</c> of a child.</param>
internal sealed class ChromiumChildren(ICDPSession page, Action<JsonElement> sent)
{
    private const string Attached = "Target.attachedToTarget";
    private const string Received = "Target.receivedMessageFromTarget";
    private const string Sent = "Network.requestWillBeSent";

    private int lastCommand;

    /// <summary>Begins to follow; a frame waits with its first request until it is listened to.</summary>
    public Task FollowAsync()
    {
        page.Event(Attached).OnEvent += (_, attached) => _ = JoinAsync([], attached!.Value);
        page.Event(Received).OnEvent += (_, received) => Read([], received!.Value);
        return page.SendAsync("Target.setAutoAttach", DevToolsReading.AutoAttach(isFlat: false));
    }

    /// <param name="holder">The sessions that lead to the child's holder, from the page on.</param>
    /// <param name="attached">The event.</param>
    private async Task JoinAsync(IReadOnlyList<string> holder, JsonElement attached)
    {
        IReadOnlyList<string> child = [.. holder, SessionIn(attached)];
        try
        {
            // All at once: a worker goes on as soon as any of those who watch it lets it, and Playwright is nearer to it than we are.
            await Task.WhenAll(
                CommandAsync(child, "Network.enable", DevToolsReading.NothingKept),
                CommandAsync(child, "Target.setAutoAttach", DevToolsReading.AutoAttach(isFlat: false)),
                CommandAsync(child, "Runtime.runIfWaitingForDebugger", [])
            );
        }
        catch (PlaywrightException)
        {
            // It is gone already, or its page is: the wire sees what it sent.
        }
    }

    private void Read(IReadOnlyList<string> holder, JsonElement received)
    {
        var text = received.GetProperty("message").GetString()!;
        if (!Says(text, Sent) && !Says(text, Attached) && !Says(text, Received))
        {
            return;
        }

        using var message = JsonDocument.Parse(text);
        var content = message.RootElement.GetProperty("params");
        IReadOnlyList<string> child = [.. holder, SessionIn(received)];
        if (Says(text, Sent))
        {
            sent(content);
        }
        else if (Says(text, Attached))
        {
            _ = JoinAsync(child, content);
        }
        else
        {
            Read(child, content);
        }
    }

    private Task<JsonElement?> CommandAsync(IReadOnlyList<string> child, string method, Dictionary<string, object> arguments)
    {
        var path = child.Reverse().ToList();
        foreach (var session in path.SkipLast(1))
        {
            (method, arguments) = ("Target.sendMessageToTarget", Enveloped(session, method, arguments));
        }

        return page.SendAsync("Target.sendMessageToTarget", Enveloped(path[^1], method, arguments));
    }

    private Dictionary<string, object> Enveloped(string session, string method, Dictionary<string, object> arguments) =>
        new()
        {
            ["sessionId"] = session,
            ["message"] = JsonSerializer.Serialize(
                new
                {
                    id = Interlocked.Increment(ref lastCommand),
                    method,
                    @params = arguments,
                }
            ),
        };

    // Most messages are of no use and long: their beginning tells which they are.
    private static bool Says(string message, string method) =>
        message.StartsWith($$"""{"method":"{{method}}",""", StringComparison.Ordinal);

    private static string SessionIn(JsonElement message) => message.GetProperty("sessionId").GetString()!;
}
