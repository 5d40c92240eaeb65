using MicroConvQA.Dictionary;
using MicroConvQA.Matching.Conditions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Matching;

/// <summary>One item of a hit under the dictionary's field names.</summary>
/// <param name="item">The item as sent.</param>
/// <param name="list">The parameter that holds the list.</param>
/// <param name="at">How the conversion is called at the hit's destination.</param>
/// <param name="id">The item's id, whatever the vendor calls it; null = it has none.</param>
/// <param name="isIdDocumented">Whether the vendor documents the id under the dictionary's name, so that no other stands for it.</param>
internal sealed class HitItem(JObject item, string list, DestinationEvent at, string? id, bool isIdDocumented) : IParameterScope
{
    internal const string Id = "item_id";

    public JToken? Find(string name)
    {
        if (at.ItemFieldNames.TryGetValue(name, out var own))
            return item[own];
        return item[name] ?? (isIdDocumented ? null : Alias(name));
    }

    public JToken? FindAlike(string name) => Find(name) ?? (at.ItemFieldNames.ContainsKey(name) ? null : Alias(name));

    public IReadOnlyList<IParameterScope> ItemsOf(string name) => [];

    public bool IsSent(string name) => !at.NotSent.Contains($"{list}.{name}");

    public JToken? FindAt(string destination, string name) => null;

    private JValue? Alias(string name) => name == Id && id is not null ? new JValue(id) : null;
}
