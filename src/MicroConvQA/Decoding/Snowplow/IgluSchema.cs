namespace MicroConvQA.Decoding.Snowplow;

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
