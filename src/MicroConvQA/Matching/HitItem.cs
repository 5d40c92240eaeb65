using MicroConvQA.Dictionary;
using MicroConvQA.Matching.Conditions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Matching;

/// <summary>One item of a hit under the dictionary's field names.</summary>
internal sealed class HitItem(JObject item, string list, DestinationEvent at, string? id) : IParameterScope
{
    public JToken? Find(string name)
    {
        if (at.ItemFieldNames.TryGetValue(name, out var own))
            return item[own];
        return item[name] ?? (name == "item_id" && id is not null ? new JValue(id) : null);
    }

    public IReadOnlyList<IParameterScope> ItemsOf(string name) => [];

    public bool IsSent(string name) => !at.NotSent.Contains($"{list}.{name}");

    public JToken? FindAt(string destination, string name) => null;
}
