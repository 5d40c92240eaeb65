using System.Globalization;
using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.PostHog;

/// <summary>Builds the hit of one event.</summary>
internal static class PostHogHit
{
    /// <summary>Null where the entry names no event.</summary>
    public static Hit? Read(CapturedRequest request, JToken entry, string? apiKey)
    {
        if (entry is not JObject message || JsonText.NotEmpty(message["event"]) is not { } name)
            return null;
        var properties = message["properties"] as JObject ?? [];
        var parameters = new JObject();
        var wire = new JObject();
        foreach (var property in JsonParts.Of(properties))
            (PostHogFields.IsReserved(property.Name) ? wire : parameters).Add(property);
        var hidden = WireFields.Attach(parameters, wire);
        return new Hit
        {
            Vendor = "posthog",
            Account = JsonText.NotEmpty(wire["token"]) ?? JsonText.NotEmpty(message["api_key"]) ?? apiKey,
            Event = name,
            Role = PostHogFields.StateEvents.Contains(name) ? HitRole.State : HitRole.Event,
            Parameters = parameters,
            Items = FreeFormItems.In(parameters),
            EventId = JsonText.NotEmpty(message["uuid"]) ?? JsonText.NotEmpty(wire["$insert_id"]),
            ClientId = JsonText.NotEmpty(wire["$device_id"])
                ?? JsonText.NotEmpty(wire["distinct_id"])
                ?? JsonText.NotEmpty(message["distinct_id"]),
            SessionId = JsonText.NotEmpty(wire["$session_id"]),
            UserId = JsonText.NotEmpty(wire["$user_id"]),
            PageUrl = JsonText.NotEmpty(wire["$current_url"]),
            PageLoadId = JsonText.NotEmpty(wire["$pageview_id"]),
            StatedTime = Time(message["timestamp"]) ?? WireNumber.ReadTime(wire["$time"]),
            Request = request,
            Unread = hidden is null ? [] : [hidden],
        };
    }

    private static DateTimeOffset? Time(JToken? stated) =>
        DateTimeOffset.TryParse(JsonText.NotEmpty(stated), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
}
