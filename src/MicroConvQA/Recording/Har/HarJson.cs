using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Recording.Har;

/// <summary>Steps through JSON that may end anywhere: an end that comes too early is an error wherever it comes.</summary>
internal static class HarJson
{
    /// <summary>The next token.</summary>
    public static JsonToken Next(this JsonTextReader json)
    {
        do
        {
            if (!json.Read())
                throw new JsonReaderException("Unexpected end.", json.Path, json.LineNumber, json.LinePosition, null);
        } while (json.TokenType == JsonToken.Comment);
        return json.TokenType;
    }

    /// <summary>Goes into an object or a list.</summary>
    public static void Enter(this JsonTextReader json, JsonToken expected, string name)
    {
        if (json.Next() != expected)
            throw new JsonReaderException(
                $"'{name}' must be {(expected == JsonToken.StartObject ? "an object" : "a list")}.",
                json.Path,
                json.LineNumber,
                json.LinePosition,
                null
            );
    }

    /// <summary>The name of the object's next property; null = it ends here.</summary>
    public static string? NextName(this JsonTextReader json) => json.Next() == JsonToken.EndObject ? null : (string)json.Value!;

    /// <summary>The value of the property whose name was just read.</summary>
    public static JToken Value(this JsonTextReader json)
    {
        json.Next();
        return JToken.ReadFrom(json);
    }

    /// <summary>Goes behind the value of the property whose name was just read, without keeping it.</summary>
    public static void PassOver(this JsonTextReader json)
    {
        json.Next();
        json.Skip();
    }
}
