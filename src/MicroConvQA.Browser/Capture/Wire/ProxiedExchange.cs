using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>
/// One exchange that passes through the proxy: the browser's request with its URL letter for letter, and the way to answer it.
/// </summary>
internal sealed class ProxiedExchange(HttpContext context)
{
    public HttpContext Context { get; } = context;

    /// <summary>Is told each <c>Set-Cookie</c> of the answer; null = nobody listens.</summary>
    public Action<string>? CookieSet { get; set; }

    public string Method => Context.Request.Method;

    public string Url { get; } = UrlOf(context);

    public bool HasBody => Context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true;

    public Dictionary<string, string> Headers =>
        Context
            .Request.Headers.Where(header => !header.Key.StartsWith(':'))
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>What it says before its body.</summary>
    public RequestHead Head =>
        new()
        {
            Method = Method,
            Url = Url,
            Headers = Headers,
            HasBody = HasBody,
            BodyLength = Context.Request.ContentLength,
            IsWebSocket = Context.WebSockets.IsWebSocketRequest,
        };

    /// <summary>Reads the body up to a limit; the rest is read and left out, so that the browser's request comes to its end.</summary>
    public Task<(byte[] Body, bool IsCut)> ReadBodyAsync(int limit, CancellationToken cancellationToken) =>
        ReadAsync(Context.Request.Body, limit, cancellationToken);

    /// <summary>As <see cref="ReadBodyAsync"/>, of a body that was begun to be read elsewhere.</summary>
    public static async Task<(byte[] Body, bool IsCut)> ReadAsync(Stream body, int limit, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        var isCut = false;
        int count;
        while ((count = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            var room = Math.Min(count, limit - (int)kept.Length);
            kept.Write(buffer, 0, room);
            isCut |= room < count;
        }

        return (kept.ToArray(), isCut);
    }

    /// <summary>Answers it here.</summary>
    public async Task AnswerAsync(LocalAnswer answer)
    {
        Context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            Context.Response.Headers[name] = value;
        }

        if (answer.Body.Length > 0)
        {
            await Context.Response.Body.WriteAsync(answer.Body);
        }

        await Context.Response.CompleteAsync();
    }

    private static string UrlOf(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (
            target.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || target.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        )
        {
            return target;
        }

        var tunnel = context.Features.Get<Tunnel>();
        var authority = context.Request.Host.HasValue ? context.Request.Host.Value : tunnel?.Authority;
        return new StringBuilder(tunnel?.Scheme ?? "http").Append("://").Append(authority).Append(target).ToString();
    }
}
