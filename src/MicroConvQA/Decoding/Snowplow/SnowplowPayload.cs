using MicroConvQA.Decoding.Content;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Snowplow;

/// <summary>The events of a request as the protocol's flat fields, whether they came as JSON or in the query.</summary>
internal static class SnowplowPayload
{
    /// <summary>One list of fields for each event; null in place of one that has none.</summary>
    public static IReadOnlyList<FieldList?> Read(RequestContent request)
    {
        if (!request.HasBody)
            return [request.Query];
        return request.IsJson && request.Json is JObject envelope && envelope["data"] is JArray events
            ? [.. events.Select(Fields)]
            : throw new UnreadableRequestException("Its body is not Snowplow's payload_data with a list 'data'.");
    }

    public static bool IsPayload(RequestContent request) =>
        request.IsJson
        && request.Json is JObject envelope
        && JsonText.Of(envelope["schema"])?.StartsWith(SnowplowFields.PayloadSchema, StringComparison.Ordinal) == true;

    /// <summary>A GET names the event type, the tracker's version and the platform.</summary>
    public static bool IsQuery(FieldList query) =>
        query["e"] is { } type && SnowplowFields.EventTypes.ContainsKey(type) && query.Has("tv") && query.Has("p");

    private static FieldList? Fields(JToken entry) =>
        entry is JObject fields
            ? new FieldList([
                .. fields
                    .Properties()
                    .Where(field => field.Value.Type != JTokenType.Null)
                    .Select(field => new Field(field.Name, Text(field.Value))),
            ])
            : null;

    private static string Text(JToken value) => JsonText.Of(value) ?? value.ToString(Formatting.None);
}
