using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
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
    private readonly ConcurrentDictionary<string, RequestDelegate> _handlers = [];
    private readonly ConcurrentDictionary<string, string> _folders = [];

    private SpecSite(WebApplication app) => _app = app;

    /// <summary>Method and path of what arrived, pages excepted.</summary>
    public IReadOnlyList<string> Arrived => [.. _arrived];

    /// <summary>The headers with which a path was asked for last.</summary>
    public IHeaderDictionary HeadersOf(string path) => _headers[path];

    public string Origin => _app.Urls.First();

    /// <summary>The same server as another site, so that a frame of it gets a process of its own.</summary>
    public string OtherOrigin => Origin.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <param name="certificate">Serves https with it; null = http.</param>
    public static async Task<SpecSite> StartAsync(X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder
            .WebHost.UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
                {
                    listen.Protocols = certificate is null ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2;
                    if (certificate is not null)
                    {
                        listen.UseHttps(certificate);
                    }
                }));
        var site = new SpecSite(builder.Build());
        site._app.UseWebSockets();
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

    /// <summary>Serves a folder's scripts under a path.</summary>
    public SpecSite ServeFolder(string path, string folder)
    {
        _folders[path] = folder;
        return this;
    }

    /// <summary>Sends a path on to another address.</summary>
    public SpecSite Redirect(string path, string to) => Handle(path, context =>
        {
            context.Response.Redirect(to);
            return Task.CompletedTask;
        });

    /// <summary>Answers a path as a spec wants it.</summary>
    public SpecSite Handle(string path, RequestDelegate handler)
    {
        _handlers[path] = handler;
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

        if (_handlers.TryGetValue(context.Request.Path, out var handler))
        {
            await handler(context);
            return;
        }

        if (ScriptAt(context.Request.Path) is { } script)
        {
            context.Response.ContentType = "text/javascript; charset=utf-8";
            await context.Response.SendFileAsync(script);
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

    private string? ScriptAt(string path)
    {
        var (prefix, folder) = _folders.FirstOrDefault(served => path.StartsWith(served.Key, StringComparison.Ordinal));
        if (prefix is null)
        {
            return null;
        }

        var file = Path.Combine(folder, path[prefix.Length..]);
        return File.Exists(file) ? file : null;
    }
}
