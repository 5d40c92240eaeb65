using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Source.Shapes;

/// <summary>A mapping whose keys are the author's own, with values of one kind.</summary>
internal sealed class MapKind<T>(string keysName, KeyForm keys, ValueKind<T> item) : ValueKind<IReadOnlyList<MapEntry<T>>>
{
    public override string Description => $"a mapping of {keysName}";

    public override bool Fits(SourceNode node) => node is SourceMapping;

    public override JObject Schema(SchemaDefinitions definitions) =>
        new()
        {
            ["type"] = "object",
            ["propertyNames"] = new JObject { ["pattern"] = keys.Pattern },
            ["additionalProperties"] = item.Schema(definitions),
        };

    public override bool TryRead(
        SourceNode node,
        string subject,
        ReadScope scope,
        [MaybeNullWhen(false)] out IReadOnlyList<MapEntry<T>> value
    )
    {
        var entries = new List<MapEntry<T>>();
        value = entries;
        if (node is not SourceMapping mapping)
            return Refuse(node, subject, scope);
        foreach (var entry in mapping.Entries)
            ReadEntry(entry, subject, scope, entries);
        return true;
    }

    private void ReadEntry(SourceEntry entry, string subject, ReadScope scope, List<MapEntry<T>> entries)
    {
        if (!Regex.IsMatch(entry.Key.Text, keys.Pattern, RegexOptions.None, TimeSpan.FromSeconds(1)))
            scope.Problems.Add(entry.Key.Place, $"'{entry.Key.Text}' in {subject} must be {keys.Description}.");
        else if (item.TryRead(entry.Value, $"'{entry.Key.Text}'", scope, out var value))
            entries.Add(new MapEntry<T>(entry.Key, value));
    }
}
