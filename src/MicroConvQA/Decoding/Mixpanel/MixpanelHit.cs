using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Mixpanel;

/// <summary>Builds the hit of one event or one profile update.</summary>
internal static class MixpanelHit
{
    /// <summary>Null where the entry is neither.</summary>
    public static Hit? Read(CapturedRequest request, JToken entry) =>
        entry switch
        {
            JObject message when JsonText.NotEmpty(message["event"]) is { } name => Event(
                request,
                name,
                message["properties"] as JObject ?? []
            ),
            JObject update when update["$token"] is not null => Profile(request, update),
            _ => null,
        };

    private static Hit Event(CapturedRequest request, string name, JObject properties)
    {
        var parameters = new JObject();
        var wire = new JObject();
        foreach (var property in JsonParts.Of(properties))
            (MixpanelFields.IsReserved(property.Name) ? wire : parameters).Add(property);
        var hidden = WireFields.Attach(parameters, wire);
        return new Hit
        {
            Vendor = "mixpanel",
            Account = JsonText.Of(wire["token"]),
            Event = name,
            Role = MixpanelFields.StateEvents.Contains(name) ? HitRole.State : HitRole.Event,
            Parameters = parameters,
            Items = FreeFormItems.In(parameters),
            EventId = JsonText.NotEmpty(wire["$insert_id"]),
            ClientId = JsonText.Of(wire["$device_id"]) ?? JsonText.Of(wire["distinct_id"]),
            UserId = JsonText.NotEmpty(wire["$user_id"]),
            PageUrl = JsonText.Of(wire["$current_url"]) ?? JsonText.Of(parameters["current_url"]),
            StatedTime = WireNumber.ReadTime(wire["time"]),
            Request = request,
            Unread = hidden is null ? [] : [hidden],
        };
    }

    private static Hit Profile(CapturedRequest request, JObject update) =>
        new()
        {
            Vendor = "mixpanel",
            Account = JsonText.Of(update["$token"]),
            Event = update.Properties().Select(property => property.Name).FirstOrDefault(name => !MixpanelFields.ProfileKeys.Contains(name))
                ?? "profile",
            Role = HitRole.State,
            Parameters = update,
            ClientId = JsonText.Of(update["$device_id"]) ?? JsonText.Of(update["$distinct_id"]),
            UserId = JsonText.NotEmpty(update["$user_id"]),
            Request = request,
        };
}
