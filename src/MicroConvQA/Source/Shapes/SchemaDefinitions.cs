using Newtonsoft.Json.Linq;

namespace MicroConvQA.Source.Shapes;

/// <summary>The named parts (<c>$defs</c>) of a JSON Schema while it is written.</summary>
internal sealed class SchemaDefinitions
{
    private readonly SortedDictionary<string, JObject> _byName = new(StringComparer.Ordinal);

    /// <summary>A reference to a named part, which is written when it is first referred to.</summary>
    public JObject Refer(string name, Func<JObject> write)
    {
        // The empty entry stands while the part is written, so that a part may refer to itself.
        if (_byName.TryAdd(name, []))
            _byName[name] = write();
        return new JObject { ["$ref"] = $"#/$defs/{name.Replace(' ', '-')}" };
    }

    public JObject ToJson() => new(_byName.Select(pair => new JProperty(pair.Key.Replace(' ', '-'), pair.Value)));
}
