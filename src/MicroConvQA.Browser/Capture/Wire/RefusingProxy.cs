using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>A proxy that lets nothing through and tells what was asked for: for the traffic that a browser causes by itself.</summary>
/// <param name="host">Where it listens.</param>
/// <param name="refused">Is told each host that was refused, as often as it is.</param>
internal sealed class RefusingProxy(ProxyHost host, Action<string> refused) : IAsyncDisposable
{
    private const int LongestFirstLine = 2048;

    private readonly TcpListener listener = new(host.Listens, 0);
    private readonly CancellationTokenSource stop = new();
    private Task accepting = Task.CompletedTask;

    /// <returns>Its address; a second start returns the same.</returns>
    public string Start()
    {
        if (!listener.Server.IsBound)
        {
            listener.Start();
            accepting = AcceptAsync();
        }

        return host.UrlAt(((IPEndPoint)listener.LocalEndpoint).Port);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = RefuseAsync(await listener.AcceptTcpClientAsync(stop.Token));
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private async Task RefuseAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                var buffer = new byte[LongestFirstLine];
                var count = await stream.ReadAsync(buffer, stop.Token);
                Tell(Encoding.ASCII.GetString(buffer, 0, count));
                await stream.WriteAsync("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), stop.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The browser hung up first; it was refused all the same.
        }
    }

    private void Tell(string head)
    {
        if (head.Split(' ', 3) is [_, var target, _])
        {
            refused(Uri.TryCreate(target, UriKind.Absolute, out var url) && url.Host.Length > 0 ? url.Authority : target);
        }
    }
}
