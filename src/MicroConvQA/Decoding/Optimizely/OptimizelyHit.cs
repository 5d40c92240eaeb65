using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Optimizely;

/// <summary>Builds the hit of one event of a visitor.</summary>
internal static class OptimizelyHit
{
    /// <summary>Null where nothing names the event.</summary>
    public static Hit? Read(CapturedRequest request, JObject project, JObject visitor, JObject snapshot, JToken entry)
    {
        if (entry is not JObject message || NameOf(message) is not { } name)
            return null;
        var parameters = message["tags"] is JObject tags ? (JObject)tags.DeepClone() : [];
        var wire = new JObject();
        foreach (var (key, value) in message)
            if (OptimizelyFields.Parameters.Contains(key))
                parameters[key] ??= value?.DeepClone();
            else if (!OptimizelyFields.Lifted.Contains(key))
                wire[key] = value?.DeepClone();
        Keep("attributes", visitor["attributes"], wire);
        Keep("decisions", snapshot["decisions"], wire);
        var hidden = WireFields.Attach(parameters, wire);
        return new Hit
        {
            Vendor = "optimizely",
            Account = JsonText.NotEmpty(project["project_id"]) ?? JsonText.NotEmpty(project["account_id"]),
            Event = name,
            Parameters = parameters,
            Items = FreeFormItems.In(parameters),
            Value = Value(parameters),
            EventId = JsonText.NotEmpty(message["uuid"]),
            ClientId = JsonText.NotEmpty(visitor["visitor_id"]),
            SessionId = JsonText.NotEmpty(visitor["session_id"]),
            StatedTime = WireNumber.ReadTime(message["timestamp"]),
            Request = request,
            Unread = hidden is null ? [] : [hidden],
        };
    }

    /// <summary>
    /// The Event API demands only the id of what an event is of; a visitor's coming into an experiment has a type and no key.
    /// </summary>
    private static string? NameOf(JObject message) =>
        JsonText.NotEmpty(message["key"]) ?? JsonText.NotEmpty(message["type"]) ?? JsonText.NotEmpty(message["entity_id"]);

    /// <summary>Revenue is in hundredths, so that it is the value only after it is made whole; null = the aliases decide.</summary>
    private static JValue? Value(JObject parameters) =>
        parameters["value"] is not null || parameters["revenue"] is not JValue { Value: long hundredths } ? null
        : hundredths % 100 == 0 ? new JValue(hundredths / 100)
        : new JValue(hundredths / 100m);

    private static void Keep(string name, JToken? value, JObject wire)
    {
        if (value is JArray { Count: > 0 })
            wire[name] = value.DeepClone();
    }
}
