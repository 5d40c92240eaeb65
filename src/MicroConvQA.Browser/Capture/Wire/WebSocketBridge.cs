using System.Buffers;
using System.Net.WebSockets;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>Joins a browser's WebSocket with the server's, frame by frame, and tells what the browser sent.</summary>
internal sealed class WebSocketBridge
{
    private static readonly string[] NotOurs = ["Host", "Connection", "Upgrade", "Proxy-Connection", "Content-Length"];

    /// <summary>Joins both sides until one of them closes.</summary>
    /// <param name="exchange">The browser's opening request.</param>
    /// <param name="forwarder">Knows the way to the server.</param>
    /// <param name="visitor">Who goes there.</param>
    /// <param name="sent">Is told each whole message of the browser, up to 1 MB.</param>
    /// <param name="cancellationToken">Ends both sides.</param>
    public static async Task RunAsync(
        ProxiedExchange exchange,
        Forwarder forwarder,
        SiteVisitor visitor,
        Action<byte[]> sent,
        CancellationToken cancellationToken
    )
    {
        var context = exchange.Context;
        using var server = new ClientWebSocket();
        foreach (var protocol in context.WebSockets.WebSocketRequestedProtocols)
        {
            server.Options.AddSubProtocol(protocol);
        }

        foreach (var (name, value) in context.Request.Headers.Where(header => IsForServer(header.Key)))
        {
            server.Options.SetRequestHeader(name, value);
        }

        foreach (var (name, value) in visitor.HeadersFor(exchange.Url))
        {
            server.Options.SetRequestHeader(name, value);
        }

        await forwarder.ConnectAsync(server, visitor, new Uri("ws" + exchange.Url[4..]), cancellationToken);
        using var browser = await context.WebSockets.AcceptWebSocketAsync(server.SubProtocol);
        await Task.WhenAll(
            PumpAsync(browser, server, sent, cancellationToken),
            PumpAsync(server, browser, static _ => { }, cancellationToken)
        );
    }

    /// <summary>Takes what the browser sends and never connects it to a server.</summary>
    /// <param name="exchange">The browser's opening request.</param>
    /// <param name="sent">Is told each whole message of the browser, up to 1 MB.</param>
    /// <param name="cancellationToken">Ends the connection.</param>
    public static async Task EndHereAsync(ProxiedExchange exchange, Action<byte[]> sent, CancellationToken cancellationToken)
    {
        var sockets = exchange.Context.WebSockets;
        using var browser = await sockets.AcceptWebSocketAsync(sockets.WebSocketRequestedProtocols.FirstOrDefault());
        await PumpAsync(browser, null, sent, cancellationToken);
        await browser.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
    }

    private static bool IsForServer(string name) =>
        !name.StartsWith(':')
        && !name.StartsWith("Sec-WebSocket", StringComparison.OrdinalIgnoreCase)
        && !NotOurs.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static async Task PumpAsync(WebSocket from, WebSocket? to, Action<byte[]> message, CancellationToken cancellationToken)
    {
        const int longest = 1024 * 1024;
        var buffer = new byte[16 * 1024];
        var whole = new ArrayBufferWriter<byte>();
        while (from.State is WebSocketState.Open or WebSocketState.CloseSent)
        {
            var frame = await from.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (frame.MessageType == WebSocketMessageType.Close)
            {
                await (
                    to?.CloseOutputAsync(
                        from.CloseStatus ?? WebSocketCloseStatus.NormalClosure,
                        from.CloseStatusDescription,
                        cancellationToken
                    ) ?? Task.CompletedTask
                );
                return;
            }

            // Told before it goes on, as requests are: what its answer brings about comes after it.
            whole.Write(buffer.AsSpan(0, Math.Min(frame.Count, Math.Max(0, longest - whole.WrittenCount))));
            if (frame.EndOfMessage)
            {
                message(whole.WrittenSpan.ToArray());
                whole.ResetWrittenCount();
            }

            if (to is not null)
            {
                await to.SendAsync(buffer.AsMemory(0, frame.Count), frame.MessageType, frame.EndOfMessage, cancellationToken);
            }
        }
    }
}
