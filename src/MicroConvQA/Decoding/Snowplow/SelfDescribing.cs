using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Snowplow;

/// <summary>Self-describing JSON: data together with the address of its schema.</summary>
internal readonly record struct SelfDescribing(IgluSchema Schema, JToken Data)
{
    public static SelfDescribing? Read(JToken? token) =>
        token is JObject described && IgluSchema.Read(JsonText.Of(described["schema"])) is { } schema && described["data"] is { } data
            ? new SelfDescribing(schema, data)
            : null;

    /// <summary>Out of a field that carries it as JSON, or of one that carries it as base64url; null = neither is sent.</summary>
    public static SelfDescribing? Read(FieldList fields, string asJson, string asBase64)
    {
        if (fields[asJson] is { Length: > 0 } json)
            return Read(BoundedJson.Parse(json)) ?? throw NotDescribed(asJson);
        if (fields[asBase64] is not { Length: > 0 } encoded)
            return null;
        return Base64Text.TryDecode(encoded, out var text)
            ? Read(BoundedJson.Parse(text)) ?? throw NotDescribed(asBase64)
            : throw new UnreadableRequestException($"Its field '{asBase64}' is not base64url of a text.");
    }

    private static UnreadableRequestException NotDescribed(string field) =>
        new($"Its field '{field}' is not self-describing JSON with a schema and data.");
}

/// <summary>The address of an Iglu schema: <c>iglu:com.acme/event_name/jsonschema/1-0-0</c>.</summary>
internal readonly record struct IgluSchema(string Vendor, string Name)
{
    /// <summary>Null where the text is no such address.</summary>
    public static IgluSchema? Read(string? text)
    {
        const string scheme = "iglu:";
        if (text is null || !text.StartsWith(scheme, StringComparison.Ordinal))
            return null;
        var parts = text[scheme.Length..].Split('/');
        return parts is [{ Length: > 0 } vendor, { Length: > 0 } name, ..] ? new IgluSchema(vendor, name) : null;
    }
}
