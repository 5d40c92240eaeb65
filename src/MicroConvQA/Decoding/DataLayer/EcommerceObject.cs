using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.DataLayer;

/// <summary>
/// The <c>ecommerce</c> object of GA4's or Universal Analytics' shape. What it holds is put beside the message's own keys, so that
/// <c>value</c> and <c>ecommerce.value</c> both lead there; a key of the message itself stays as it is.
/// </summary>
internal static class EcommerceObject
{
    /// <summary>Flattens the parameters' <c>ecommerce</c> and returns the items.</summary>
    public static IReadOnlyList<JObject> Flatten(JObject parameters)
    {
        if (parameters["ecommerce"] is not JObject ecommerce)
            return ItemsOf(parameters);
        foreach (var (key, value) in ecommerce)
            if (!IsAction(key))
                AddMissing(parameters, key, value);
        foreach (var action in DataLayerFields.Actions)
            if (ecommerce[action] is JObject universal)
                return FlattenAction(parameters, universal) is { Count: > 0 } items ? items : ItemsOf(ecommerce);
        return ItemsOf(ecommerce) is { Count: > 0 } listed ? listed : ItemsOf(parameters);
    }

    /// <summary>Whether a message has Universal Analytics' shape, whose products have an <c>id</c>.</summary>
    public static bool IsUniversal(JObject parameters) =>
        parameters["ecommerce"] is JObject ecommerce
        && (
            Array.Exists(DataLayerFields.Actions, action => ecommerce[action] is JObject)
            || ItemsOf(ecommerce).Count > 0 && ecommerce["items"] is null
        );

    private static IReadOnlyList<JObject> FlattenAction(JObject parameters, JObject action)
    {
        if (action["actionField"] is JObject facts)
            foreach (var (key, value) in facts)
                AddMissing(parameters, key, value);
        return Objects(action["products"]) is { Count: > 0 } products ? products : Objects(action["promotions"]);
    }

    private static IReadOnlyList<JObject> ItemsOf(JObject place)
    {
        foreach (var list in DataLayerFields.ItemLists)
            if (Objects(place[list]) is { Count: > 0 } items)
                return items;
        return [];
    }

    private static IReadOnlyList<JObject> Objects(JToken? list) => list is JArray array ? [.. array.OfType<JObject>().Select(Copy)] : [];

    private static bool IsAction(string key) => Array.IndexOf(DataLayerFields.Actions, key) >= 0;

    private static void AddMissing(JObject parameters, string key, JToken? value)
    {
        if (!parameters.ContainsKey(key))
            parameters[key] = value?.DeepClone();
    }

    private static JObject Copy(JObject item) => (JObject)item.DeepClone();
}
