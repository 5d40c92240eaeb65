using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>The proxy of one walk: a port on loopback that is open only while the walk lasts.</summary>
internal sealed class WalkProxy : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(2);

    private readonly WebApplication server;
    private readonly ProxyHost host;

    private WalkProxy(WebApplication server, ProxyHost host) => (this.server, this.host) = (server, host);

    /// <summary>Where the browser finds it: <c>http://127.0.0.1:41234</c>.</summary>
    public string Address =>
        host.UrlAt(new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port);

    /// <summary>Opens it.</summary>
    /// <param name="host">Where it listens; null = on an address of this machine that no other process expects, where the system has more
    /// than one.</param>
    /// <param name="certificates">The run's certificates.</param>
    /// <param name="handle">Is given each exchange; may be called many times at once.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<WalkProxy> StartAsync(
        ProxyHost? host,
        RunCertificates certificates,
        Func<ProxiedExchange, Task> handle,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await ListenAsync(host ?? ProxyHost.RandomLoopback(), certificates, handle, cancellationToken);
        }
        catch (IOException) when (host is null)
        {
            // Not every system answers on all of 127.0.0.0/8.
            return await ListenAsync(ProxyHost.Loopback, certificates, handle, cancellationToken);
        }
    }

    private static async Task<WalkProxy> ListenAsync(
        ProxyHost host,
        RunCertificates certificates,
        Func<ProxiedExchange, Task> handle,
        CancellationToken cancellationToken
    )
    {
        var tunnels = new TunnelMiddleware(certificates);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(options =>
            {
                options.AddServerHeader = false;
                options.AllowAlternateSchemes = true;
                options.Limits.MaxRequestBodySize = null;
                options.Limits.MinRequestBodyDataRate = null;
                options.Limits.MinResponseDataRate = null;
                // Headers are bytes to a proxy, and cookies come in crumbs by HTTP/2.
                options.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
                options.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
                options.Limits.MaxRequestHeaderCount = 1_000;
                options.Limits.MaxRequestLineSize = 1024 * 1024;
                options.Limits.MaxRequestHeadersTotalSize = 1024 * 1024;
                options.Limits.Http2.MaxStreamsPerConnection = 1_000;
                options.Limits.Http2.MaxRequestHeaderFieldSize = 1024 * 1024;
                options.Listen(host.Listens, 0, listen =>
                {
                    listen.Protocols = HttpProtocols.Http1AndHttp2;
                    listen.Use(next => connection => tunnels.RunAsync(connection, next));
                });
            });
        var server = builder.Build();
        server.UseWebSockets();
        server.Run(context => handle(new ProxiedExchange(context)));
        await server.StartAsync(cancellationToken);
        return new WalkProxy(server, host);
    }

    public async ValueTask DisposeAsync()
    {
        // The browser's connections are of no use once its context is closed: none is waited for.
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        try
        {
            await server.StopAsync(now.Token).WaitAsync(StopLimit);
            await server.DisposeAsync().AsTask().WaitAsync(StopLimit);
        }
        catch (TimeoutException)
        {
            // A connection that does not let go keeps its own socket, and no walk.
        }
    }
}
