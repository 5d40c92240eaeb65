using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;

namespace MicroConvQA.Browser.Capture.DevTools;

/// <summary>
/// A connection of our own to a Chromium: what it tells does not pass through Playwright's driver, which would cost a page as much time as its
/// requests take. Most of what it tells is of no use and long, and is told apart by its beginning.
/// </summary>
internal sealed class DevToolsSocket : IAsyncDisposable
{
    private const int Chunk = 32 * 1024;
    private static readonly byte[] Beginning = [.. "{\"method\":\""u8];

    private readonly ClientWebSocket socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource> unanswered = [];
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly CancellationTokenSource closed = new();
    private readonly IReadOnlyDictionary<string, byte[]> heard;
    private readonly Action<DevToolsEvent> told;
    private Task reading = Task.CompletedTask;
    private int last;

    private DevToolsSocket(IEnumerable<string> heard, Action<DevToolsEvent> told)
    {
        this.heard = heard.ToDictionary(method => method, method => System.Text.Encoding.UTF8.GetBytes($"{method}\""));
        this.told = told;
    }

    /// <param name="endpoint">Where the browser speaks.</param>
    /// <param name="heard">What is listened to.</param>
    /// <param name="told">Is told it, one after the other; holds up what comes after.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="WebSocketException">Nobody answers there.</exception>
    public static async Task<DevToolsSocket> OpenAsync(Uri endpoint, IEnumerable<string> heard, Action<DevToolsEvent> told, CancellationToken cancellationToken)
    {
        var opened = new DevToolsSocket(heard, told);
        try
        {
            // The machine's proxy settings are for what lies beyond it.
            opened.socket.Options.Proxy = null;
            await opened.socket.ConnectAsync(endpoint, cancellationToken);
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }

        opened.reading = opened.ReadAsync();
        return opened;
    }

    /// <param name="session">The session that does it; null = the browser itself.</param>
    /// <param name="method">What it is to do.</param>
    /// <param name="arguments">With what.</param>
    /// <exception cref="DevToolsException">It does not, or is gone.</exception>
    public async Task SendAsync(string? session, string method, Dictionary<string, object> arguments)
    {
        var id = Interlocked.Increment(ref last);
        var answer = unanswered[id] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new Dictionary<string, object> { ["id"] = id, ["method"] = method, ["params"] = arguments };
        if (session is not null)
        {
            message["sessionId"] = session;
        }

        try
        {
            await turn.WaitAsync(closed.Token);
            try
            {
                await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, closed.Token);
            }
            finally
            {
                turn.Release();
            }

            await answer.Task.WaitAsync(closed.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            throw new DevToolsException("The browser is gone.");
        }
        finally
        {
            unanswered.TryRemove(id, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        await reading;
        socket.Dispose();
    }

    private async Task ReadAsync()
    {
        var message = new ArrayBufferWriter<byte>(Chunk);
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(message.GetMemory(Chunk), closed.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                message.Advance(part.Count);
                if (part.EndOfMessage)
                {
                    Read(message.WrittenMemory);
                    message.ResetWrittenCount();
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // The browser ended, or the run did.
        }
        finally
        {
            await closed.CancelAsync();
        }
    }

    private void Read(ReadOnlyMemory<byte> message)
    {
        if (!message.Span.StartsWith(Beginning))
        {
            ReadAnswer(message);
        }
        else if (HeardIn(message.Span[Beginning.Length..]) is { } method)
        {
            using var document = JsonDocument.Parse(message);
            var session = document.RootElement.TryGetProperty("sessionId", out var id) ? id.GetString() : null;
            told(new DevToolsEvent(method, session, document.RootElement.GetProperty("params")));
        }
    }

    private string? HeardIn(ReadOnlySpan<byte> rest)
    {
        foreach (var (method, name) in heard)
        {
            if (rest.StartsWith(name))
            {
                return method;
            }
        }

        return null;
    }

    private void ReadAnswer(ReadOnlyMemory<byte> message)
    {
        using var document = JsonDocument.Parse(message);
        if (!document.RootElement.TryGetProperty("id", out var id) || !unanswered.TryGetValue(id.GetInt32(), out var answer))
        {
            return;
        }

        if (document.RootElement.TryGetProperty("error", out var error))
        {
            answer.TrySetException(new DevToolsException(error.GetProperty("message").GetString() ?? "It failed."));
        }
        else
        {
            answer.TrySetResult();
        }
    }
}
