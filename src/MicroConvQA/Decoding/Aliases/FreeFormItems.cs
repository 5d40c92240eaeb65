using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Aliases;

/// <summary>The list of items in parameters whose names the shop chose itself.</summary>
internal static class FreeFormItems
{
    public static IReadOnlyList<JObject> In(JObject parameters)
    {
        foreach (var name in AliasNames.CustomaryItemLists)
        foreach (var property in parameters.Properties())
            if (FreeFormName.Same(property.Name, name) && property.Value is JArray { Count: > 0 } list && list.All(item => item is JObject))
                return [.. list.Cast<JObject>()];
        return [];
    }
}
