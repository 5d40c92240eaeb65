using System.Globalization;
using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.TikTok;

/// <summary>Builds the hit of one message.</summary>
internal static class TikTokHit
{
    /// <summary>Null where the message names neither an event nor an action.</summary>
    public static Hit? Read(RequestContent request, JToken entry)
    {
        if (entry is not JObject message || (JsonText.NotEmpty(message["event"]) ?? JsonText.NotEmpty(message["action"])) is not { } name)
            return null;
        var unread = new List<string>();
        var parameters = message["properties"] is JObject properties ? JsonParts.Taken(properties) : [];
        var items = Items(parameters, unread);
        if (WireFields.Attach(parameters, Wire(message)) is { } hidden)
            unread.Add(hidden);
        var context = message["context"] as JObject ?? [];
        var user = context["user"] as JObject;
        var messageId = JsonText.NotEmpty(message["message_id"]);
        return new Hit
        {
            Vendor = "tiktok",
            Account = JsonText.NotEmpty((context["pixel"] as JObject)?["code"]) ?? CodeIn(messageId),
            Event = name,
            Role = RoleOf(request, message, name),
            Parameters = parameters,
            Items = items,
            EventId = JsonText.NotEmpty(message["event_id"]) ?? messageId,
            ClientId = JsonText.NotEmpty(user?["anonymous_id"]),
            SessionId = JsonText.NotEmpty(context["session_id"]),
            UserId = JsonText.NotEmpty(user?["external_id"]),
            PageUrl = JsonText.NotEmpty((context["page"] as JObject)?["url"]),
            PageLoadId = JsonText.NotEmpty(context["pageview_id"]),
            StatedTime = Time(JsonText.NotEmpty(message["timestamp"])),
            Request = request.Request,
            Unread = unread,
        };
    }

    private static HitRole RoleOf(RequestContent request, JObject message, string name) =>
        name switch
        {
            // The copy at Pangle has the same event and message id; an action is what the pixel gathers of a page or a click by itself.
            _ when request.Host == TikTokFields.Pangle || JsonText.NotEmpty(message["event"]) is null => HitRole.Companion,
            TikTokFields.Identify => HitRole.State,
            _ => HitRole.Event,
        };

    private static IReadOnlyList<JObject> Items(JObject parameters, List<string> unread)
    {
        if (parameters[TikTokFields.Items] is not { Type: not JTokenType.Null } sent)
            return [];
        if (sent is not JArray list || list.Any(item => item is not JObject))
        {
            unread.Add($"'{TikTokFields.Items}' should be a list of objects and is {sent.Type}.");
            return [];
        }
        parameters.Remove(TikTokFields.Items);
        return [.. list.Cast<JObject>()];
    }

    private static JObject Wire(JObject message)
    {
        var wire = new JObject();
        foreach (var (key, value) in message)
            if (!TikTokFields.Lifted.Contains(key))
                wire[key] = value?.DeepClone();
        return wire;
    }

    /// <summary>
    /// A message id ends with the pixel's code, and a copy says it nowhere else: <c>messageId-1795206944876-7360526813142-CODE</c>.
    /// </summary>
    private static string? CodeIn(string? messageId) => messageId?.Split('-') is ["messageId", _, _, { Length: > 0 } code] ? code : null;

    private static DateTimeOffset? Time(string? timestamp) =>
        DateTimeOffset.TryParse(timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
