using System.Text;
using MicroConvQA.Recording;
using MicroConvQA.Source;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Reporting.Allure;

/// <summary>A captured request as the report shows HTTP exchanges: query and body readable, what identifies a session hidden.</summary>
/// <remarks>The format is the one that allure-js-commons 3 writes as <c>application/vnd.allure.http+json</c>.</remarks>
internal sealed class HttpExchange(CapturedRequest request, ValueMask mask)
{
    public const string ContentType = "application/vnd.allure.http+json";

    // Allure's own marker: it is shown as *****.
    private const string Redacted = "__ALLURE_REDACTED__";
    private const int LongestBody = 64 * 1024;

    private static readonly HashSet<string> SecretHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "authorization",
        "cookie",
        "proxy-authorization",
        "set-cookie",
    };

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public override string ToString()
    {
        var exchange = new JObject { ["request"] = Request() };
        if (request.Status is { } status)
            exchange["response"] = new JObject { ["status"] = status, ["statusText"] = Fate() };
        if (request.Remark is not null)
            exchange["error"] = new JObject { ["name"] = Fate(), ["message"] = Shown(request.Remark) };
        return exchange.ToString(Formatting.Indented);
    }

    private JObject Request()
    {
        var json = new JObject
        {
            ["method"] = request.Method,
            ["url"] = Shown(request.Url),
            ["query"] = new JArray(Query().Select(pair => Pair(ShownText.Evidence(pair.Name), Shown(pair.Value)))),
            ["headers"] = new JArray(
                request.Headers.Select(header => Pair(header.Key, SecretHeaders.Contains(header.Key) ? Redacted : Shown(header.Value)))
            ),
        };
        if (request.BodyState != BodyState.None)
            json["body"] = Body();
        return json;
    }

    private JObject Body()
    {
        var shown = request.Body.Length > LongestBody ? request.Body[..LongestBody] : request.Body;
        var body = new JObject
        {
            ["contentType"] = request
                .Headers.FirstOrDefault(header => header.Key.Equals("content-type", StringComparison.OrdinalIgnoreCase))
                .Value
                ?? "text/plain",
            ["size"] = request.Body.Length,
            ["truncated"] = request.BodyState == BodyState.Cut || shown.Length < request.Body.Length,
        };
        if (request.BodyState == BodyState.Unreadable)
            body["value"] = "The body's bytes could not be read: what it carried is unknown.";
        else if (TextOf(shown) is { } text)
            body["value"] = mask.Of(text);
        else
            (body["encoding"], body["value"]) = ("base64", Convert.ToBase64String(shown));
        return body;
    }

    private IEnumerable<(string Name, string Value)> Query()
    {
        var question = request.Url.IndexOf('?', StringComparison.Ordinal);
        var query = question < 0 ? "" : request.Url[(question + 1)..].Split('#')[0];
        return from pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            let parts = pair.Split('=', 2)
            select (Decoded(parts[0]), Decoded(parts.Length > 1 ? parts[1] : ""));
    }

    private string Shown(string text) => ShownText.Evidence(mask.Of(text));

    private string Fate() => RequestFateText.Of(request.Fate);

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static JObject Pair(string name, string value) => new() { ["name"] = name, ["value"] = value };

    private static string? TextOf(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // Compressed or binary: it is shown as base64.
            return null;
        }
    }
}
