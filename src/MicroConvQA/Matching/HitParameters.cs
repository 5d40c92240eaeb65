using MicroConvQA.Decoding;
using MicroConvQA.Dictionary;
using MicroConvQA.Matching.Conditions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Matching;

/// <summary>A hit's parameters under the dictionary's names: mapped paths first, then the name itself, then the alias layer
/// where the vendor does not document the name.</summary>
/// <param name="hit">The hit as decoded.</param>
/// <param name="at">How the conversion is called at the hit's destination.</param>
/// <param name="elsewhere">Looks up the same conversion's parameter at another destination.</param>
internal sealed class HitParameters(Hit hit, DestinationEvent at, Func<string, string, JToken?> elsewhere) : IParameterScope
{
    private const string Items = "items";

    private readonly Lazy<JArray?> decodedItems = new(() => hit.Items.Count > 0 ? [.. hit.Items] : null);
    private IReadOnlyList<IParameterScope>? items;

    public JToken? Find(string name)
    {
        if (name == Items && decodedItems.Value is { } decoded)
            return decoded;
        if (at.ParameterPaths.TryGetValue(name, out var path))
            return At(hit.Parameters, path);
        return At(hit.Parameters, name) ?? (DocumentedNames.Has(hit, name) ? null : Alias(name));
    }

    public JToken? FindAlike(string name) => Find(name) ?? (at.ParameterPaths.ContainsKey(name) ? null : Alias(name));

    public IReadOnlyList<IParameterScope> ItemsOf(string name) => name == Items ? items ??= ItemScopes(name) : ItemScopes(name);

    public bool IsSent(string name) => !at.NotSent.Contains(name);

    public JToken? FindAt(string destination, string name) => elsewhere(destination, name);

    /// <summary>A null text would become a token that is there and holds nothing.</summary>
    private static JValue? Text(string? value) => value is null ? null : new JValue(value);

    private List<IParameterScope> ItemScopes(string name)
    {
        var list = Find(name) is JArray array ? array.OfType<JObject>().ToList() : [];
        return
        [
            .. list.Select(
                (item, index) => new HitItem(item, name, at, IdOf(name, index, list.Count), DocumentedNames.Has(hit, HitItem.Id))
            ),
        ];
    }

    private JToken? Alias(string name) =>
        name switch
        {
            "value" => hit.Value,
            "currency" => Text(hit.Currency),
            "transaction_id" => Text(hit.TransactionId),
            "event_id" => Text(EventIds.Of(hit)),
            "item_id" => Text(hit.ItemIds.Count == 1 ? hit.ItemIds[0] : null),
            _ => null,
        };

    private string? IdOf(string list, int index, int count) => list == Items && hit.ItemIds.Count == count ? hit.ItemIds[index] : null;

    /// <summary>Follows a dotted path; a name that holds dots itself is found first, a number is a place in a list.</summary>
    internal static JToken? At(JObject root, string path)
    {
        if (root.TryGetValue(path, StringComparison.Ordinal, out var whole))
            return whole;
        JToken? place = root;
        foreach (var name in path.Split('.'))
        {
            place = place switch
            {
                JObject inner => inner[name],
                JArray list when int.TryParse(name, out var index) && index >= 0 && index < list.Count => list[index],
                _ => null,
            };
        }
        return place == root ? null : place;
    }
}
