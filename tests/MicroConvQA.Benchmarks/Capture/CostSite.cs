using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MicroConvQA.Benchmarks.Capture;

/// <summary>A shop and a collector on loopback: pages of many resources, a large download, and a collector that answers at once.</summary>
internal sealed class CostSite : IAsyncDisposable
{
    private const int ResourcesOfAPage = 100;
    private const int DownloadMegabytes = 100;

    private readonly WebApplication app;
    private readonly byte[] picture = new byte[10_000];
    private readonly byte[] megabyte = new byte[1024 * 1024];

    private CostSite(WebApplication app) => this.app = app;

    public string Origin => app.Urls.First();

    public static async Task<CostSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var site = new CostSite(builder.Build());
        site.app.Run(site.AnswerAsync);
        await site.app.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.AccessControlAllowOrigin = "*";
        switch (context.Request.Path.Value)
        {
            case "/":
                await context.Response.WriteAsync("<!doctype html><title>Shop</title><body>");
                break;
            case "/page":
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync("<!doctype html><title>Page</title>");
                for (var number = 0; number < ResourcesOfAPage; number++)
                {
                    await context.Response.WriteAsync($"<img src='/picture/{number}'>");
                }

                break;
            case "/download":
                for (var number = 0; number < DownloadMegabytes; number++)
                {
                    await context.Response.Body.WriteAsync(megabyte);
                }

                break;
            case "/collect":
                await context.Request.Body.CopyToAsync(Stream.Null);
                context.Response.StatusCode = 204;
                break;
            default:
                await context.Response.Body.WriteAsync(picture);
                break;
        }
    }
}
