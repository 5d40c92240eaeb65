using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;

namespace MicroConvQA.Browser.Capture.DevTools;

/// <summary>
/// A connection of our own to a Chromium: what it tells does not pass through Playwright's driver, which would cost a page as much time as
/// its requests take.
/// </summary>
internal sealed class DevToolsSocket : IAsyncDisposable
{
    private const int Chunk = 32 * 1024;

    /// <summary>What is asked for is answered at once; a page that is kept busy answers when it is let go.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource> unanswered = [];
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly CancellationTokenSource closed = new();
    private readonly DevToolsSkimmer skimmer;
    private Task reading = Task.CompletedTask;
    private int last;

    private DevToolsSocket(DevToolsSkimmer skimmer) => this.skimmer = skimmer;

    /// <param name="endpoint">Where the browser speaks.</param>
    /// <param name="skimmer">Is given what the browser tells.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="WebSocketException">Nobody answers there.</exception>
    public static async Task<DevToolsSocket> OpenAsync(Uri endpoint, DevToolsSkimmer skimmer, CancellationToken cancellationToken)
    {
        var opened = new DevToolsSocket(skimmer);
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
        var message = new Dictionary<string, object>
        {
            ["id"] = id,
            ["method"] = method,
            ["params"] = arguments,
        };
        if (session is not null)
        {
            message["sessionId"] = session;
        }

        try
        {
            await turn.WaitAsync(closed.Token);
            try
            {
                await socket.SendAsync(
                    JsonSerializer.SerializeToUtf8Bytes(message),
                    WebSocketMessageType.Text,
                    endOfMessage: true,
                    closed.Token
                );
            }
            finally
            {
                turn.Release();
            }

            await answer.Task.WaitAsync(Limit, closed.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            throw new DevToolsException("The browser is gone.");
        }
        catch (TimeoutException)
        {
            throw new DevToolsException($"The browser did not answer {method}.");
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
        if (!skimmer.Read(message))
        {
            ReadAnswer(message);
        }
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
