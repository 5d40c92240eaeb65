using Newtonsoft.Json.Linq;

namespace MicroConvQA.Recording.Har;

/// <summary>Makes captured requests of an entry; their numbers and times are given by the draft that collects them.</summary>
internal static class HarRequest
{
    private const int MostFrames = 50;

    // A beacon that outlives its page is reported as aborted by the page that is gone.
    private const string Aborted = "net::ERR_ABORTED";

    /// <summary>Null where the entry has no URL.</summary>
    public static CapturedRequest? Of(HarEntry entry)
    {
        if (HarText.Of(entry.Request["url"]) is not { Length: > 0 } url)
            return null;
        var headers = Headers(entry.Request["headers"]);
        var body = HarBody.Of(entry.Request, headers);
        if (body.IsPlainText)
            headers.Remove("content-encoding");
        var loss = Loss(entry);
        return new CapturedRequest
        {
            Number = 0,
            At = TimeSpan.Zero,
            Transport = TransportOf(entry, headers),
            Method = HarText.Of(entry.Request["method"]) is { Length: > 0 } method ? method.ToUpperInvariant() : "GET",
            Url = url,
            Headers = headers,
            Body = body.Bytes,
            BodyState = body.State,
            StepIndex = 0,
            Initiator = Frames(entry.Initiator),
            Fate = loss is null ? RequestFate.Delivered : RequestFate.NotDelivered,
            SeenBy = Sightings.Wire,
            Status = entry.Status,
            Remark = body.Remark ?? loss,
        };
    }

    /// <summary>What the page sent through a WebSocket, as recordings of our own keep it.</summary>
    public static CapturedRequest OfMessage(CapturedRequest opening, JObject message)
    {
        var body = HarBody.OfMessage(message);
        return opening with
        {
            Transport = Transport.WebSocket,
            Method = "SEND",
            Headers = new Dictionary<string, string>(),
            Body = body.Bytes,
            BodyState = body.State,
            Remark = body.Remark,
        };
    }

    private static string? Loss(HarEntry entry) =>
        entry switch
        {
            { FromCache: { } cache } => $"It was answered from the browser's cache ({cache}).",
            { Status: null, Error: { Length: > 0 } error } when error != Aborted => $"It failed: {error}.",
            _ => null,
        };

    /// <summary>By their names in lower case; a list of name and value as the specification has it, or an object.</summary>
    private static Dictionary<string, string> Headers(JToken? value)
    {
        var headers = new Dictionary<string, string>();
        var pairs = value switch
        {
            JArray list => list.OfType<JObject>().Select(header => (Name: HarText.Of(header["name"]), Value: HarText.Of(header["value"]))),
            JObject map => map.Properties().Select(header => (Name: (string?)header.Name, Value: HarText.Of(header.Value))),
            _ => [],
        };
        foreach (var (name, text) in pairs.Where(pair => pair is { Name.Length: > 0, Value: not null }))
            headers[name!.ToLowerInvariant()] = text!;
        return headers;
    }

    /// <summary>Chrome says it; elsewhere the request's own <c>sec-fetch-dest</c> does.</summary>
    private static Transport TransportOf(HarEntry entry, Dictionary<string, string> headers) =>
        (entry.ResourceType ?? headers.GetValueOrDefault("sec-fetch-dest"))?.ToLowerInvariant() switch
        {
            "document" or "iframe" or "frame" => Transport.Document,
            "image" => Transport.Image,
            "script" => Transport.Script,
            "stylesheet" or "style" => Transport.Stylesheet,
            "fetch" or "empty" => Transport.Fetch,
            "xhr" => Transport.Xhr,
            "ping" => Transport.Ping,
            "websocket" => Transport.WebSocket,
            _ => Transport.Other,
        };

    /// <summary>Chrome's stack of the caller, whose lines and columns count from 0; where there is none the document's line.</summary>
    private static List<ScriptFrame> Frames(JObject? initiator)
    {
        var frames = new List<ScriptFrame>();
        for (var stack = initiator?["stack"] as JObject; stack is not null && frames.Count < MostFrames; stack = stack["parent"] as JObject)
            frames.AddRange(
                (stack["callFrames"] as JArray ?? []).OfType<JObject>().Select(Frame).OfType<ScriptFrame>().Take(MostFrames - frames.Count)
            );
        return frames;
    }

    private static ScriptFrame? Frame(JObject frame) =>
        HarText.Of(frame["url"]) is { Length: > 0 } url
            ? new ScriptFrame(url, From0(frame["lineNumber"]), From0(frame["columnNumber"]), HarText.Of(frame["functionName"]))
            : null;

    private static int From0(JToken? number) => (int)Math.Clamp(HarText.Number(number) ?? 0, 0, 1e9) + 1;
}
