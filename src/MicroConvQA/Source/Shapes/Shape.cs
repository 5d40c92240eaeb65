using Newtonsoft.Json.Linq;

namespace MicroConvQA.Source.Shapes;

/// <summary>The table of a mapping's keys: readers, JSON Schemas and reference pages are all made from it.</summary>
internal sealed class Shape
{
    /// <summary>Its name in schemas: <c>journey</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How messages name it: <c>a journey</c>.</summary>
    public required string Title { get; init; }

    /// <summary>How messages name an unknown key: <c>journey key</c>, <c>condition</c>.</summary>
    public required string KeyNoun { get; init; }

    /// <summary>In the order in which they are read, which is the order of the walk: what defines a variable before what uses it.</summary>
    public required IReadOnlyList<Key> Keys { get; init; }

    public IReadOnlyList<KeyGroup> Groups { get; init; } = [];

    /// <summary>How all other keys are read, for mappings that also hold names of the author's own; null = they are unknown keys.</summary>
    public OtherKeys? Others { get; init; }

    /// <summary>Reads a mapping's keys; null where it is none.</summary>
    public Found? Read(SourceNode node, string subject, ReadScope scope)
    {
        if (node is not SourceMapping mapping)
        {
            if (node is not SourceUnreadable)
                scope.Problems.Add(node.Place, $"{subject} must be a mapping, but is {node.Describe()}.");
            return null;
        }
        RefuseUnknown(mapping, scope);
        RefuseMissing(mapping, scope);
        foreach (var group in Groups)
            group.Check(this, mapping, scope);
        return new Found(mapping, ReadKeys(mapping, scope), ReadOthers(mapping, scope));
    }

    public JObject Schema(SchemaDefinitions definitions)
    {
        var schema = new JObject
        {
            ["type"] = "object",
            ["properties"] = new JObject(Keys.Select(key => new JProperty(key.Name, key.Schema(definitions)))),
            ["additionalProperties"] = Others is null ? false : Others.Kind.Schema(definitions),
        };
        if (Keys.Any(key => key.IsRequired))
            schema["required"] = new JArray(Keys.Where(key => key.IsRequired).Select(key => key.Name));
        if (Groups.Count > 0)
            schema["allOf"] = new JArray(Groups.Select(group => new JObject(group.Schema())));
        return schema;
    }

    private Dictionary<Key, object?> ReadKeys(SourceMapping mapping, ReadScope scope)
    {
        var values = new Dictionary<Key, object?>();
        foreach (var key in Keys)
        {
            if (mapping.Find(key.Name) is { } entry)
                values[key] = key.Read(entry.Value, scope);
        }
        return values;
    }

    private List<SourceEntry> OtherEntries(SourceMapping mapping) =>
        [.. mapping.Entries.Where(entry => Keys.All(key => key.Name != entry.Key.Text))];

    private IReadOnlyList<MapEntry<object>> ReadOthers(SourceMapping mapping, ReadScope scope) =>
        Others is null ? [] : [.. OtherEntries(mapping).SelectMany(entry => Others.Read(entry, scope))];

    private void RefuseUnknown(SourceMapping mapping, ReadScope scope)
    {
        if (Others is not null)
            return;
        foreach (var entry in OtherEntries(mapping))
        {
            var known = Suggestion.Sentence(entry.Key.Text, [.. Keys.Select(key => key.Name)]);
            scope.Problems.Add(entry.Key.Place, $"unknown {KeyNoun} '{entry.Key.Text}'.{known}");
        }
    }

    private void RefuseMissing(SourceMapping mapping, ReadScope scope)
    {
        if (mapping.IsCut)
            return;
        foreach (var key in Keys.Where(key => key.IsRequired && mapping.Find(key.Name) is null))
            scope.Problems.Add(mapping.Place, $"{Title} needs '{key.Name}': {char.ToLowerInvariant(key.Doc[0])}{key.Doc[1..]}");
    }
}
