using MicroConvQA.Decoding;
using MicroConvQA.Dictionary;
using MicroConvQA.Matching;
using MicroConvQA.Matching.Conditions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Faults;

/// <summary>
/// What the dictionary sees of a hit, value by value, by the names that messages use: <c>value</c>, <c>items[0].price</c>.
/// </summary>
internal sealed class HitView
{
    private readonly Dictionary<string, JToken> values = [];

    public HitView(Hit hit, Conversion conversion, DestinationEvent at)
    {
        var parameters = new HitParameters(hit, at, (_, _) => null);
        foreach (var rule in conversion.Parameters.Where(rule => parameters.IsSent(rule.Name)))
        {
            if (rule.ItemFields.Count > 0)
                PutItems(rule, parameters);
            else
                Put(rule.Name, rule.Name, parameters);
        }
    }

    /// <summary>The labels of what is there, in the dictionary's order.</summary>
    public IEnumerable<string> Labels => values.Keys;

    public int Items { get; private set; }

    public JToken? Find(string label) => values.GetValueOrDefault(label);

    /// <summary>Whether nothing but some labels differs.</summary>
    public bool DiffersOnlyIn(HitView other, Func<string, bool> isMeant) =>
        values.Keys.Concat(other.values.Keys).Distinct().All(label => isMeant(label) || Text(Find(label)) == Text(other.Find(label)));

    public static string? Text(JToken? value) => value?.ToString(Formatting.None);

    private void PutItems(ParameterRule list, HitParameters parameters)
    {
        foreach (var (item, index) in parameters.ItemsOf(list.Name).Select((item, index) => (item, index)))
        {
            Items = index + 1;
            foreach (var field in list.ItemFields.Where(field => item.IsSent(field.Name)))
                Put($"{list.Name}[{index}].{field.Name}", field.Name, item);
        }
    }

    private void Put(string label, string name, IParameterScope scope)
    {
        if (scope.Find(name) is { } value && ValueTypes.IsPresent(value))
            values[label] = value;
    }
}
