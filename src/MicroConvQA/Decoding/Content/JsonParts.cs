using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Content;

/// <summary>
/// Takes JSON apart. A value stands in one place only and is copied where it is put into a second one, so that JSON of which nothing else
/// is read is taken apart instead; a request's own is read by nobody after its decoder.
/// </summary>
internal static class JsonParts
{
    /// <summary>An object's fields, which can be put elsewhere; the object is empty then.</summary>
    public static List<JProperty> Of(JObject place)
    {
        List<JProperty> parts = [.. place.Properties()];
        place.RemoveAll();
        return parts;
    }

    /// <summary>A field's value, which can be put elsewhere; the field holds null then.</summary>
    public static T Taken<T>(T value)
        where T : JToken
    {
        if (value.Parent is JProperty field)
            field.Value = JValue.CreateNull();
        return value;
    }
}
