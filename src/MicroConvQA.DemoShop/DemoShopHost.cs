using System.Net;
using MicroConvQA.DemoShop.Faults;
using MicroConvQA.DemoShop.Serving;
using MicroConvQA.DemoShop.Shopping;

namespace MicroConvQA.DemoShop;

/// <summary>A demo shop that is open on a loopback port until it is disposed.</summary>
internal sealed class DemoShopHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DemoShopHost(WebApplication app) => _app = app;

    /// <summary>Where the shop is, such as <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri BaseUrl => new(_app.Urls.Single());

    /// <summary>Opens a shop.</summary>
    /// <exception cref="UnknownFaultException">An option names a fault that the catalogue lacks.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<DemoShopHost> StartAsync(DemoShopOptions options, CancellationToken cancellationToken = default)
    {
        var app = Build(options);
        try
        {
            await app.StartAsync(cancellationToken);
            return new DemoShopHost(app);
        }
        catch (IOException taken)
        {
            await app.DisposeAsync();
            throw new IOException(
                $"The demo shop cannot listen on 127.0.0.1:{options.Port}, because something else does. Choose another port, or 0 for a free one.",
                taken
            );
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Open keep-alive connections of a browser would hold an orderly stop for half a minute.
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    // An empty builder, because the environment and the working directory of a test run must not reach the shop.
    private static WebApplication Build(DemoShopOptions options)
    {
        var visits = new Visits(new ShopState(), FaultSet.Of(options.Faults));
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Listen(IPAddress.Loopback, options.Port);
            });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, UnattendedLifetime>();
        var app = builder.Build();
        if (options.Latency > TimeSpan.Zero)
            app.Use((http, next) => Late(http, next, options.Latency));
        app.Use(TakeMarketOffPath);
        app.UseRouting();
        app.MapAssets();
        app.MapCollectors();
        app.MapActions(visits);
        app.MapPages(visits);
        return app;
    }

    private static async Task Late(HttpContext http, RequestDelegate next, TimeSpan latency)
    {
        await Task.Delay(latency, http.RequestAborted);
        await next(http);
    }

    private static Task TakeMarketOffPath(HttpContext http, RequestDelegate next)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["/us", "/eu"])
            if (http.Request.Path.StartsWithSegments(prefix, out var rest))
            {
                http.Request.PathBase = prefix;
                http.Request.Path = rest.HasValue ? rest : "/";
            }

        return next(http);
    }
}
