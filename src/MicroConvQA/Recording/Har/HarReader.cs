using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Recording.Har;

/// <summary>
/// Reads HTTP Archives as browsers and proxies export them. It streams: of each entry only the request is kept, so that a file of any
/// length costs its requests and its longest text. Source: the HAR 1.2 specification, and the exports of Chrome, Firefox, Charles and
/// mitmproxy.
/// </summary>
internal static class HarReader
{
    // The asynchronous parts of a stack (_initiator) stand inside each other.
    internal const int Depth = 512;

    /// <summary>Reads a HAR.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">What messages call it.</param>
    /// <param name="cancellationToken">Ends the reading between two entries.</param>
    /// <exception cref="RecordingUnreadableException">It is no HAR, it is cut, or its version is not known; the message says where and what
    /// to do.</exception>
    public static HarLog Read(TextReader text, string file, CancellationToken cancellationToken) =>
        TrafficFile.Read(text, file, cancellationToken).Har
        ?? throw new RecordingUnreadableException(
            $"'{file}' is a recording of MicroConvQA and not a HAR. Name a file that a browser or a proxy exported as HAR."
        );

    /// <summary>Reads the value of <c>log</c>, before which the reader stands.</summary>
    internal static HarLog ReadLog(JsonTextReader json, string file, CancellationToken cancellationToken)
    {
        var draft = new HarDraft();
        var hasEntries = false;
        json.Enter(JsonToken.StartObject, "log");
        while (json.NextName() is { } name)
        {
            switch (name)
            {
                case "version":
                    draft.Version = VersionIn(json.Value(), file);
                    break;
                case "creator":
                    draft.Creator = json.Value() as JObject;
                    break;
                case "pages":
                    draft.Pages = [.. (json.Value() as JArray ?? []).OfType<JObject>()];
                    break;
                case "entries":
                    hasEntries = true;
                    ReadEntries(json, draft, cancellationToken);
                    break;
                default:
                    json.PassOver();
                    break;
            }
        }
        return hasEntries
            ? draft.Complete()
            : throw new RecordingUnreadableException(
                $"'{file}' has no 'log.entries', so there are no requests in it. Export the HAR again, with all requests."
            );
    }

    private static void ReadEntries(JsonTextReader json, HarDraft draft, CancellationToken cancellationToken)
    {
        json.Enter(JsonToken.StartArray, "log.entries");
        while (json.Next() != JsonToken.EndArray)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var line = json.LineNumber;
            if (json.TokenType == JsonToken.StartObject)
                draft.Add(HarEntry.Read(json), line);
            else
                draft.AddFlaw(line, "is not an object");
            draft.Entries++;
        }
    }

    /// <summary>A higher minor version only adds fields, says the specification; another major one may mean anything.</summary>
    private static string VersionIn(JToken value, string file)
    {
        var version = HarText.Of(value) is { Length: > 0 } said ? said : "1.1";
        return version == "1" || version.StartsWith("1.", StringComparison.Ordinal)
            ? version
            : throw new RecordingUnreadableException(
                $"'{file}' says that it is HAR {version}; this version reads HAR 1.1, 1.2 and what is compatible with them (1.x). Export it as HAR 1.2."
            );
    }
}
