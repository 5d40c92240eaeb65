using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Content;

/// <summary>A field whose value is JSON as a text; one that cannot be read leaves its hit partly read.</summary>
internal static class JsonField
{
    /// <summary>The object; null = the field is not there, is no object, or cannot be read, of which the last two are noted.</summary>
    public static JObject? Object(FieldList fields, string name, List<string> unread) => Read(fields, name, "object", unread) as JObject;

    /// <inheritdoc cref="Object"/>
    public static JArray? List(FieldList fields, string name, List<string> unread) => Read(fields, name, "list", unread) as JArray;

    /// <summary>The object or list that a text is meant to be, else the text itself.</summary>
    public static JToken ValueOrText(string text)
    {
        if (!BoundedJson.LooksLikeJson(text))
            return new JValue(text);
        try
        {
            return BoundedJson.Parse(text);
        }
        catch (UnreadableRequestException)
        {
            // A text may begin with a bracket and be no JSON: [sale] lamp.
            return new JValue(text);
        }
    }

    private static JToken? Read(FieldList fields, string name, string kind, List<string> unread)
    {
        if (fields[name] is not { Length: > 0 } text)
            return null;
        try
        {
            var value = BoundedJson.Parse(text);
            if (value.Type == (kind == "list" ? JTokenType.Array : JTokenType.Object))
                return value;
            unread.Add($"'{name}' should be a JSON {kind} and is {value.Type}.");
        }
        catch (UnreadableRequestException problem)
        {
            unread.Add($"'{name}' should be a JSON {kind}: {problem.Message}");
        }
        return null;
    }
}
