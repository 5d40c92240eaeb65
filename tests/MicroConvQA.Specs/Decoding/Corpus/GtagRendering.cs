using Newtonsoft.Json.Linq;

namespace MicroConvQA.Specs.Decoding.Corpus;

/// <summary>
/// What gtag.js makes of a call before it sends it, as the captures' notes say: only numbers keep their type, lists are joined, objects are
/// lost, legacy item keys become new ones.
/// </summary>
internal static class GtagRendering
{
    private static readonly Dictionary<string, string> LegacyKeys = new()
    {
        ["id"] = "item_id",
        ["name"] = "item_name",
        ["list_position"] = "index",
    };
    private static readonly HashSet<string> NumericItemFields = ["price", "quantity", "index", "discount"];

    public static JObject Parameters(JObject called)
    {
        var sent = new JObject();
        foreach (var (name, value) in called)
            sent[name] = name == "user_properties" ? value!.DeepClone() : Parameter(value!);
        return sent;
    }

    public static JObject Item(JObject called)
    {
        var sent = new JObject();
        foreach (var (name, value) in called)
            if (name == "category")
                AddCategories(sent, (string)value!);
            else
                sent[LegacyKeys.GetValueOrDefault(name, name)] = NumericItemFields.Contains(LegacyKeys.GetValueOrDefault(name, name))
                    ? value!.DeepClone()
                    : Text(value!);
        return sent;
    }

    private static JToken Parameter(JToken value) => value.Type is JTokenType.Integer or JTokenType.Float ? value.DeepClone() : Text(value);

    private static string Text(JToken value) =>
        value switch
        {
            JArray list => string.Join(',', list.Select(Text)),
            JObject => "[object Object]",
            _ when value.Type == JTokenType.Boolean => (bool)value ? "true" : "false",
            _ => value.ToString(),
        };

    private static void AddCategories(JObject sent, string path)
    {
        var parts = path.Split('/');
        for (var depth = 0; depth < parts.Length; depth++)
            sent[depth == 0 ? "item_category" : $"item_category{depth + 1}"] = parts[depth];
    }
}
