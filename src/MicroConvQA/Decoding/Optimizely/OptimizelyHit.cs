using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Optimizely;

/// <summary>Builds the hit of one event of a visitor.</summary>
internal static class OptimizelyHit
{
    /// <summary>Null where the event has no key.</summary>
    public static Hit? Read(CapturedRequest request, JObject project, JObject visitor, JObject snapshot, JToken entry)
    {
        if (entry is not JObject message || JsonText.NotEmpty(message["key"]) is not { } key)
            return null;
        var parameters = message["tags"] is JObject tags ? (JObject)tags.DeepClone() : [];
        var wire = new JObject();
        foreach (var (name, value) in message)
            if (OptimizelyFields.Parameters.Contains(name))
                parameters[name] ??= value?.DeepClone();
            else if (!OptimizelyFields.Lifted.Contains(name))
                wire[name] = value?.DeepClone();
        Keep("attributes", visitor["attributes"], wire);
        Keep("decisions", snapshot["decisions"], wire);
        var hidden = WireFields.Attach(parameters, wire);
        return new Hit
        {
            Vendor = "optimizely",
            Account = JsonText.NotEmpty(project["project_id"]) ?? JsonText.NotEmpty(project["account_id"]),
            Event = key,
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
