using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace MicroConvQA.Browser.Specs.Capture;

/// <summary>A small site on loopback: serves the pages that a spec writes, and counts what arrives at it.</summary>
internal sealed class SpecSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (string Type, string Text)> _pages = [];
    private readonly ConcurrentQueue<string> _arrived = [];
    private readonly ConcurrentDictionary<string, IHeaderDictionary> _headers = [];
    private readonly ConcurrentDictionary<string, string> _redirects = [];

    private SpecSite(WebApplication app) => _app = app;

    /// <summary>Method and path of what arrived, pages excepted.</summary>
    public IReadOnlyList<string> Arrived => [.. _arrived];

    /// <summary>The headers with which a path was asked for last.</summary>
    public IHeaderDictionary HeadersOf(string path) => _headers[path];

    public string Origin => _app.Urls.First();

    /// <summary>The same server as another site, so that a frame of it gets a process of its own.</summary>
    public string OtherOrigin => Origin.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public static async Task<SpecSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        var site = new SpecSite(builder.Build());
        site._app.Run(site.AnswerAsync);
        await site._app.StartAsync();
        return site;
    }

    /// <summary>Serves a page; <c>/slow?ms=N</c> is there always, and empty.</summary>
    public SpecSite Serve(string path, string text, string type = "text/html; charset=utf-8")
    {
        _pages[path] = (type, text);
        return this;
    }

    /// <summary>Sends a path on to another address.</summary>
    public SpecSite Redirect(string path, string to)
    {
        _redirects[path] = to;
        return this;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        _headers[context.Request.Path] = new HeaderDictionary(context.Request.Headers.ToDictionary());
        if (context.Request.Path == "/slow")
        {
            await Task.Delay(int.Parse(context.Request.Query["ms"]!, CultureInfo.InvariantCulture), context.RequestAborted);
            return;
        }

        if (_redirects.TryGetValue(context.Request.Path, out var to))
        {
            context.Response.Redirect(to);
            return;
        }

        if (!_pages.TryGetValue(context.Request.Path, out var page))
        {
            _arrived.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
            context.Response.StatusCode = 204;
            return;
        }

        context.Response.ContentType = page.Type;
        await context.Response.WriteAsync(page.Text);
    }
}
