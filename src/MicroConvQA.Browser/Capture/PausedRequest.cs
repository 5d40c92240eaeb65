using System.Text.Json;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture;

/// <summary>A request as the browser's Fetch domain holds it, before it is sent or (with a status or an error) when its answer has come.</summary>
internal sealed record PausedRequest
{
    /// <summary>A body longer than this is kept up to it.</summary>
    public const int MaximumBody = 10 * 1024 * 1024;

    public required string Id { get; init; }

    /// <summary>Also a target's id, where the sender is a page, a frame of another process or a worker; null = the browser's own.</summary>
    public required string? FrameId { get; init; }

    public required string ResourceType { get; init; }

    public required string Method { get; init; }

    public required string Url { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required byte[] Body { get; init; }

    public required BodyState BodyState { get; init; }

    public int? Status { get; init; }

    public string? Error { get; init; }

    public bool IsAnswered => Status is not null || Error is not null;

    public bool IsPreflight => Method == "OPTIONS" && Headers.ContainsKey("Access-Control-Request-Method");

    public Transport Transport => ResourceType switch
    {
        "Document" => Transport.Document,
        "Image" => Transport.Image,
        "Script" => Transport.Script,
        "Stylesheet" => Transport.Stylesheet,
        "Fetch" => Transport.Fetch,
        "XHR" => Transport.Xhr,
        "Ping" => Transport.Ping,
        "WebSocket" => Transport.WebSocket,
        _ => Transport.Other,
    };

    private string? Remark => BodyState switch
    {
        BodyState.Unreadable => "The body was streamed: the browser does not show its bytes before they are sent.",
        BodyState.Cut => $"The body was longer than {MaximumBody / 1024 / 1024} MB.",
        _ => null,
    };

    public static PausedRequest Read(JsonElement paused)
    {
        var request = paused.GetProperty("request");
        var (body, state) = ReadBody(request);
        return new PausedRequest
        {
            Id = paused.GetProperty("requestId").GetString()!,
            FrameId = Text(paused, "frameId"),
            ResourceType = Text(paused, "resourceType") ?? "Other",
            Method = request.GetProperty("method").GetString()!,
            Url = request.GetProperty("url").GetString()! + Text(request, "urlFragment"),
            Headers = ReadHeaders(request.GetProperty("headers")),
            Body = body,
            BodyState = state,
            Status = paused.TryGetProperty("responseStatusCode", out var status) ? status.GetInt32() : null,
            Error = Text(paused, "responseErrorReason"),
        };
    }

    public RequestSighting Sighting(RequestFate fate, int? tab) => new()
    {
        Transport = Transport,
        Method = Method,
        Url = Url,
        Headers = Headers,
        Body = Body,
        BodyState = BodyState,
        Tab = tab,
        Fate = fate,
        SeenBy = Sightings.Browser,
        Remark = Remark,
    };

    /// <summary>What the decoders are asked about before the ledger knows of it.</summary>
    public CapturedRequest Draft() => new()
    {
        Number = 0,
        At = TimeSpan.Zero,
        Transport = Transport,
        Method = Method,
        Url = Url,
        Headers = Headers,
        Body = Body,
        BodyState = BodyState,
        StepIndex = -1,
        Fate = RequestFate.LetThrough,
        SeenBy = Sightings.Browser,
    };

    private static (byte[] Body, BodyState State) ReadBody(JsonElement request)
    {
        if (!request.TryGetProperty("hasPostData", out var has) || !has.GetBoolean())
            return ([], BodyState.None);
        if (!request.TryGetProperty("postDataEntries", out var entries))
            return ([], BodyState.Unreadable);
        using var body = new MemoryStream();
        foreach (var entry in entries.EnumerateArray())
        {
            if (!entry.TryGetProperty("bytes", out var bytes))
                return ([], BodyState.Unreadable);
            body.Write(bytes.GetBytesFromBase64());
        }

        return body.Length <= MaximumBody
            ? (body.ToArray(), body.Length == 0 ? BodyState.Unreadable : BodyState.Complete)
            : (body.GetBuffer()[..MaximumBody], BodyState.Cut);
    }

    private static Dictionary<string, string> ReadHeaders(JsonElement headers)
    {
        var read = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in headers.EnumerateObject())
            read[header.Name] = header.Value.GetString() ?? "";
        return read;
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.GetString() : null;
}
