using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>
/// Sends an exchange on to its server and the answer back, unbuffered and unchanged but for what belongs to one hop. The server's
/// certificate is validated here, as the browser would have done.
/// </summary>
/// <param name="rules">Where hosts are found.</param>
/// <param name="proxy">The way out of this machine.</param>
internal sealed class Forwarder(HostRules rules, IWebProxy proxy) : IDisposable
{
    private static readonly HashSet<string> OneHop = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection",
        "Keep-Alive",
        "Proxy-Connection",
        "Proxy-Authenticate",
        "Proxy-Authorization",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
    };

    private readonly HttpMessageInvoker strict = ClientOf(rules, proxy, minds: true);
    private readonly HttpMessageInvoker lenient = ClientOf(rules, proxy, minds: false);

    /// <returns>The server's status.</returns>
    /// <exception cref="HttpRequestException">The server could not be reached, reset the connection or has a bad certificate.</exception>
    public async Task<int> ForwardAsync(
        ProxiedExchange exchange,
        SiteVisitor visitor,
        HttpContent? body,
        CancellationToken cancellationToken
    )
    {
        using var request = RequestOf(exchange, body);
        foreach (var (name, value) in visitor.HeadersFor(exchange.Url))
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await For(visitor).SendAsync(request, cancellationToken);
        var saysPrivacy =
            visitor.OptsOut
            && PrivacySignal.IsWorkerScript(exchange.Context.Request)
            && response.IsSuccessStatusCode
            && response.Content.Headers.ContentEncoding.Count == 0;
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [])
        {
            exchange.CookieSet?.Invoke(cookie);
        }

        await AnswerAsync(exchange.Context, response, saysPrivacy, cancellationToken);
        return (int)response.StatusCode;
    }

    /// <summary>Opens a WebSocket to a server by the same way.</summary>
    /// <exception cref="System.Net.WebSockets.WebSocketException">The server could not be reached or did not agree.</exception>
    public Task ConnectAsync(ClientWebSocket socket, SiteVisitor visitor, Uri url, CancellationToken cancellationToken) =>
        socket.ConnectAsync(url, For(visitor), cancellationToken);

    public void Dispose()
    {
        strict.Dispose();
        lenient.Dispose();
    }

    private HttpMessageInvoker For(SiteVisitor visitor) => visitor.IgnoresCertificateErrors ? lenient : strict;

    private static HttpMessageInvoker ClientOf(HostRules rules, IWebProxy proxy, bool minds)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            EnableMultipleHttp2Connections = true,
            MaxConnectionsPerServer = 64,
            ConnectTimeout = TimeSpan.FromSeconds(30),
            // Headers are bytes to a proxy: cookies hold whatever a page wrote into them.
            RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            Proxy = proxy,
            ConnectCallback = (connecting, cancellationToken) => ConnectAsync(rules, connecting.DnsEndPoint, cancellationToken),
        };
        if (!minds)
        {
#pragma warning disable CA5359 // The author asks for it by name (ignoreHTTPSErrors), for a staging site whose certificate nobody signed.
            handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        }

        return new HttpMessageInvoker(handler);
    }

    private static async ValueTask<Stream> ConnectAsync(HostRules rules, DnsEndPoint asked, CancellationToken cancellationToken)
    {
        var host = rules.Resolve(asked) ?? throw new SocketException((int)SocketError.HostNotFound);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(host, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static HttpRequestMessage RequestOf(ProxiedExchange exchange, HttpContent? body)
    {
        // The URL goes on letter for letter; System.Uri would tidy it up.
        var url = new Uri(exchange.Url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(new HttpMethod(exchange.Method), url)
        {
            // An empty body has a type as well, and servers look at it.
            Content = body ?? (exchange.Context.Request.ContentType is null ? null : new ByteArrayContent([])),
            Version = url.Scheme == Uri.UriSchemeHttps ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        foreach (var (name, value) in exchange.Context.Request.Headers)
        {
            // HTTP/2 lets a browser send its cookies in crumbs; servers of HTTP/1.1 know one header only.
            var values = name.Equals("Cookie", StringComparison.OrdinalIgnoreCase)
                ? new StringValues(string.Join("; ", [.. value]))
                : value;
            if (
                !OneHop.Contains(name)
                && !name.StartsWith(':')
                && !request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values)
            )
            {
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        return request;
    }

    private static async Task AnswerAsync(
        HttpContext context,
        HttpResponseMessage response,
        bool saysPrivacy,
        CancellationToken cancellationToken
    )
    {
        context.Response.StatusCode = (int)response.StatusCode;
        context.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = response.ReasonPhrase;
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            if (!OneHop.Contains(name) && !(saysPrivacy && name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)))
            {
                context.Response.Headers.Append(name, new StringValues([.. values]));
            }
        }

        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await context.Response.StartAsync(cancellationToken);
        if (saysPrivacy)
        {
            await context.Response.Body.WriteAsync(
                PrivacySignal.InScript(await response.Content.ReadAsByteArrayAsync(cancellationToken)),
                cancellationToken
            );
            return;
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        await PumpAsync(body, context.Response, cancellationToken);
    }

    private static async Task PumpAsync(Stream from, HttpResponse to, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = await from.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await to.Body.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            await to.Body.FlushAsync(cancellationToken);
        }
    }
}
