using System.Text;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Content;

/// <summary>
/// A captured request as decoders look at it: URL parts, query, and the body as text, form or JSON. Each part is read when it is first
/// asked for and then shared by all who ask. A part that cannot be read throws <see cref="UnreadableRequestException"/> with the reason.
/// </summary>
public sealed class RequestContent
{
    private readonly int _pathStart;
    private readonly int _pathEnd;
    private FieldList? _query;
    private string? _bodyText;
    private FieldList? _form;
    private IReadOnlyList<JToken>? _json;
    private UnreadableRequestException? _noText;
    private UnreadableRequestException? _noJson;
    private List<string>? _remarks;

    public RequestContent(CapturedRequest request)
    {
        Request = request;
        var url = request.Url;
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var hostStart = scheme < 0 ? 0 : scheme + 3;
        var hostLength = url.AsSpan(hostStart).IndexOfAny('/', '?', '#');
        _pathStart = hostLength < 0 ? url.Length : hostStart + hostLength;
        var pathLength = url.AsSpan(_pathStart).IndexOfAny('?', '#');
        _pathEnd = pathLength < 0 ? url.Length : _pathStart + pathLength;
        Host = HostIn(url.AsSpan(hostStart, _pathStart - hostStart));
        Path = url[_pathStart.._pathEnd];
    }

    public CapturedRequest Request { get; }

    /// <summary>The host in lower case, without port and user.</summary>
    public string Host { get; }

    /// <summary>The path as sent, from its first slash.</summary>
    public string Path { get; }

    public bool IsPreflight => Request.Method.Equals("OPTIONS", StringComparison.OrdinalIgnoreCase);

    public FieldList Query => _query ??= FieldList.Parse(Request.Url, QueryText());

    /// <summary>Whether it has a body that is not empty, readable or not.</summary>
    public bool HasBody => Request.BodyState is BodyState.Cut or BodyState.Unreadable || Request.Body.Length > 0;

    /// <summary>The body as text, decompressed; empty where there is none.</summary>
    public string BodyText => _bodyText ??= ReadBody();

    /// <summary>The body's fields, where it is a form (URL-encoded or multipart); empty where there is no body.</summary>
    public FieldList Form =>
        _form ??= MultipartForm.IsMultipart(BodyText) ? MultipartForm.Parse(BodyText) : FieldList.Parse(BodyText, BodyText.AsSpan().Trim());

    /// <summary>Whether the body is meant to be JSON.</summary>
    public bool IsJson => BoundedJson.LooksLikeJson(BodyText);

    /// <summary>The body's one JSON value.</summary>
    public JToken Json =>
        JsonLines is [var only]
            ? only
            : throw new UnreadableRequestException(
                HasBody
                    ? $"Its body should be one JSON value and holds {JsonLines.Count}."
                    : "It has no body, where one JSON value was expected."
            );

    /// <summary>The body's JSON values where it holds one, or one a line; empty where there is no body.</summary>
    public IReadOnlyList<JToken> JsonLines => _json ??= ReadJson();

    /// <summary>What was read only with a loss, in sentences; the traffic decoder puts it on every hit of the request.</summary>
    public IReadOnlyList<string> Remarks => _remarks ?? (IReadOnlyList<string>)[];

    /// <summary>A header's value by its name in any case; null = not sent.</summary>
    public string? Header(string name)
    {
        if (Request.Headers.TryGetValue(name, out var exact))
            return exact;
        foreach (var (key, value) in Request.Headers)
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return value;
        return null;
    }

    private static string HostIn(ReadOnlySpan<char> authority)
    {
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        var port = host.LastIndexOf(':');
        if (port >= 0 && !host[port..].Contains(']'))
            host = host[..port];
        return host.ToString().ToLowerInvariant();
    }

    private ReadOnlySpan<char> QueryText()
    {
        var rest = Request.Url.AsSpan(_pathEnd);
        if (rest is not ['?', ..])
            return [];
        var fragment = rest.IndexOf('#');
        return fragment < 0 ? rest[1..] : rest[1..fragment];
    }

    // What cannot be read is asked for by each decoder that might know it, and may be long.
    private string ReadBody() => _noText is { } known ? throw known : Remembered(ReadBodyText, ref _noText);

    private IReadOnlyList<JToken> ReadJson() =>
        _noJson is { } known ? throw known : Remembered(() => BoundedJson.ParseAll(BodyText), ref _noJson);

    private static T Remembered<T>(Func<T> read, ref UnreadableRequestException? problem)
    {
        try
        {
            return read();
        }
        catch (UnreadableRequestException found)
        {
            problem = found;
            throw;
        }
    }

    private string ReadBodyText()
    {
        if (Request.BodyState == BodyState.Unreadable)
            throw new UnreadableRequestException(
                $"Its body could not be captured{(Request.Remark is { } remark ? $": {remark.TrimEnd('.')}" : "")}."
            );
        if (Request.BodyState == BodyState.Cut)
            throw new UnreadableRequestException($"Its body was cut after {Request.Body.Length:N0} bytes by the recording's limit.");
        if (Request.Body.Length == 0)
            return "";
        var bytes = BodyBytes.Inflate(Request.Body, Header("content-encoding"));
        var text = Encoding.UTF8.GetString(bytes);
        if (text.Contains('\uFFFD'))
            (_remarks ??= []).Add("Its body holds bytes that are not UTF-8; each of them was read as \uFFFD.");
        return text is ['\uFEFF', ..] ? text[1..] : text;
    }
}
