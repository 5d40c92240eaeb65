using System.Text.Json;
using MicroConvQA.Attribution;
using MicroConvQA.Browser.Capture.Wire;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture.DevTools;

/// <summary>Reads what Chromium tells of requests (source: the DevTools protocol's Network domain).</summary>
internal static class DevToolsReading
{
    /// <summary>How the network is listened to: no answer is ever asked for, so none need be kept.</summary>
    public static Dictionary<string, object> NothingKept => new() { ["maxTotalBufferSize"] = 0, ["maxResourceBufferSize"] = 0 };

    /// <summary>How one looks for a target's children: they wait with their first request until they are listened to.</summary>
    /// <param name="isFlat">Whether each child's messages stand for themselves, or within messages of the one that holds it.</param>
    public static Dictionary<string, object> AutoAttach(bool isFlat) =>
        new()
        {
            ["autoAttach"] = true,
            ["waitForDebuggerOnStart"] = true,
            ["flatten"] = isFlat,
        };

    /// <summary>How one looks for the targets of one type alone.</summary>
    public static Dictionary<string, object> AutoAttachTo(string type) =>
        new(AutoAttach(isFlat: true))
        {
            ["filter"] = new[]
            {
                new Dictionary<string, object> { ["type"] = type },
                new Dictionary<string, object> { ["exclude"] = true },
            },
        };

    public static RequestLooks LooksOf(JsonElement request)
    {
        var method = request.GetProperty("method").GetString()!;
        return new RequestLooks(method, request.GetProperty("url").GetString()!, method is "GET" or "HEAD" ? [] : BodyOf(request));
    }

    /// <param name="sent">Of <c>Network.requestWillBeSent</c>.</param>
    /// <param name="times">The browser's clock.</param>
    /// <param name="now">When it is told.</param>
    public static Dispatch DispatchOf(JsonElement sent, ForeignTime times, TimeSpan now) =>
        new(
            times.Told(sent.GetProperty("timestamp").GetDouble() * 1000, now),
            sent.GetProperty("documentURL").GetString(),
            InitiatorOf(sent.GetProperty("initiator"))
        );

    public static IReadOnlyDictionary<string, string> HeadersOf(JsonElement request) =>
        request
            .GetProperty("headers")
            .EnumerateObject()
            .DistinctBy(header => header.Name)
            .ToDictionary(header => header.Name, header => header.Value.GetString() ?? "");

    /// <returns>What the browser takes a request for; null = it does not say.</returns>
    public static string? TypeOf(JsonElement sent) => sent.TryGetProperty("type", out var type) ? type.GetString() : null;

    public static Transport TransportOf(JsonElement sent) =>
        TypeOf(sent) switch
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

    /// <returns>Null where Chromium does not tell all of it, as of a stream, of which it says that there is none.</returns>
    private static byte[]? BodyOf(JsonElement request)
    {
        if (!request.TryGetProperty("postDataEntries", out var entries))
        {
            return null;
        }

        var parts = entries
            .EnumerateArray()
            .Select(entry => entry.TryGetProperty("bytes", out var bytes) ? bytes.GetBytesFromBase64() : null)
            .ToList();
        return parts.Contains(null) ? null : [.. parts.SelectMany(part => part!)];
    }

    /// <summary>
    /// The call stack of the script that sent it; a single line of the markup where the parser did. Chromium counts lines from zero.
    /// </summary>
    private static IReadOnlyList<ScriptFrame> InitiatorOf(JsonElement initiator)
    {
        if (initiator.TryGetProperty("stack", out var stack))
        {
            return FramesOf(stack);
        }

        return initiator.TryGetProperty("url", out var url) && initiator.TryGetProperty("lineNumber", out var line)
            ? [new ScriptFrame(url.GetString()!, line.GetInt32() + 1, 1, null)]
            : [];
    }

    private static IReadOnlyList<ScriptFrame> FramesOf(JsonElement stack)
    {
        var frames = stack
            .GetProperty("callFrames")
            .EnumerateArray()
            .Select(FrameOf)
            .Where(frame => frame.Url.Length > 0 && !ScriptStack.IsProbe(frame.Url));
        var caller = stack.TryGetProperty("parent", out var parent) ? FramesOf(parent) : [];
        return [.. frames, .. caller];
    }

    private static ScriptFrame FrameOf(JsonElement frame) =>
        new(
            frame.GetProperty("url").GetString()!,
            frame.GetProperty("lineNumber").GetInt32() + 1,
            frame.GetProperty("columnNumber").GetInt32() + 1,
            frame.GetProperty("functionName").GetString() is { Length: > 0 } name ? name : null
        );
}
