using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Recording.Har;

/// <summary>One of <c>log.entries</c>, without its answer's content.</summary>
internal sealed class HarEntry
{
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>From the start to the end of the exchange; zero where silent.</summary>
    public TimeSpan Time { get; private set; }

    public string? PageRef { get; private set; }

    public JObject Request { get; private set; } = [];

    public string? ResourceType { get; private set; }

    public JObject? Initiator { get; private set; }

    /// <summary><c>_webSocketMessages</c> of Chrome and mitmproxy: <c>{type: send | receive, time, opcode, data}</c>.</summary>
    public IReadOnlyList<JObject> Messages { get; private set; } = [];

    /// <summary><c>_fromCache</c>: <c>memory</c> or <c>disk</c>.</summary>
    public string? FromCache { get; private set; }

    /// <summary><c>response.status</c>; null = no answer, which exporters write as 0.</summary>
    public int? Status { get; private set; }

    /// <summary><c>response._error</c>: <c>net::ERR_BLOCKED_BY_CLIENT</c>.</summary>
    public string? Error { get; private set; }

    /// <summary><c>response._fetchedViaServiceWorker</c>.</summary>
    public bool IsFromServiceWorker { get; private set; }

    /// <summary>Reads the entry at whose opening brace the reader stands.</summary>
    public static HarEntry Read(JsonTextReader json)
    {
        var entry = new HarEntry();
        while (json.NextName() is { } name)
            entry.Read(name, json);
        return entry;
    }

    private void Read(string name, JsonTextReader json)
    {
        switch (name)
        {
            case "startedDateTime":
                StartedAt = HarText.Time(json.Value());
                break;
            case "time":
                Time = TimeSpan.FromMilliseconds(Math.Clamp(HarText.Number(json.Value()) ?? 0, 0, int.MaxValue));
                break;
            case "pageref":
                PageRef = HarText.Of(json.Value());
                break;
            case "request":
                Request = json.Value() as JObject ?? [];
                break;
            case "response":
                ReadResponse(json);
                break;
            case "_resourceType":
                ResourceType = HarText.Of(json.Value());
                break;
            case "_initiator":
                Initiator = json.Value() as JObject;
                break;
            case "_webSocketMessages":
                Messages = [.. (json.Value() as JArray ?? []).OfType<JObject>()];
                break;
            case "_fromCache":
                FromCache = HarText.Of(json.Value());
                break;
            default:
                json.PassOver();
                break;
        }
    }

    private void ReadResponse(JsonTextReader json)
    {
        if (json.Next() != JsonToken.StartObject)
            return;
        while (json.NextName() is { } name)
        {
            switch (name)
            {
                case "status":
                    Status = HarText.Number(json.Value()) is { } status and >= 100 and < 1000 ? (int)status : null;
                    break;
                case "_error":
                    Error = HarText.Of(json.Value());
                    break;
                case "_fetchedViaServiceWorker":
                    IsFromServiceWorker = HarText.Of(json.Value()) is "True" or "true";
                    break;
                default:
                    json.PassOver();
                    break;
            }
        }
    }
}
