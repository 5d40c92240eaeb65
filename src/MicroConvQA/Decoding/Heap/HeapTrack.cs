using System.Globalization;
using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Heap;

/// <summary>Builds the hit of the documented JSON: <c>{"app_id":"1","identity":"a","event":"Buy","properties":{}}</c>.</summary>
internal static class HeapTrack
{
    public static Hit Read(RequestContent request)
    {
        if (request.Json is not JObject message || JsonText.NotEmpty(message["event"]) is not { } name)
            throw new UnreadableRequestException("It names no event: its body is no JSON object with an 'event'.");
        var unread = new List<string>();
        if (message["properties"] is not (null or JObject or JValue { Value: null }))
            unread.Add($"'properties' should be a JSON object and is {message["properties"]!.Type}.");
        var parameters = (JObject?)(message["properties"] as JObject)?.DeepClone() ?? [];
        return new Hit
        {
            Vendor = "heap",
            Account = JsonText.Of(message["app_id"]),
            Event = name,
            Parameters = parameters,
            Items = FreeFormItems.In(parameters),
            EventId = JsonText.NotEmpty(message["idempotency_key"]),
            UserId = JsonText.NotEmpty(message["identity"]) ?? JsonText.NotEmpty(message["user_id"]),
            StatedTime = Time(message["timestamp"]),
            Request = request.Request,
            Unread = unread,
        };
    }

    private static DateTimeOffset? Time(JToken? stated) =>
        WireNumber.ReadTime(stated)
        ?? (
            DateTimeOffset.TryParse(JsonText.Of(stated), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? time
                : null
        );
}
