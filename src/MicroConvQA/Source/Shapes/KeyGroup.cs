using Newtonsoft.Json.Linq;

namespace MicroConvQA.Source.Shapes;

/// <summary>Keys of which one must be there.</summary>
/// <param name="Keys">The keys.</param>
/// <param name="AllowsSeveral">Whether more than one may be there.</param>
internal sealed record KeyGroup(IReadOnlyList<Key> Keys, bool AllowsSeveral)
{
    public static KeyGroup AtLeastOne(params IReadOnlyList<Key> keys) => new(keys, AllowsSeveral: true);

    public static KeyGroup ExactlyOne(params IReadOnlyList<Key> keys) => new(keys, AllowsSeveral: false);

    public JProperty Schema() =>
        new(AllowsSeveral ? "anyOf" : "oneOf", new JArray(Keys.Select(key => new JObject { ["required"] = new JArray(key.Name) })));

    public void Check(Shape shape, SourceMapping mapping, ReadScope scope)
    {
        var found = mapping.Entries.Where(entry => Keys.Any(key => key.Name == entry.Key.Text)).ToList();
        if (found.Count == 0 && !mapping.IsCut)
            scope.Problems.Add(mapping.Place, $"{shape.Title} needs {(AllowsSeveral ? "at least" : "exactly")} one of {Names}.");
        else if (found.Count > 1 && !AllowsSeveral)
            scope.Problems.Add(
                found[1].Key.Place,
                $"{shape.Title} has exactly one of {Names}, but here stand '{found[0].Key.Text}' and '{found[1].Key.Text}'."
            );
    }

    private string Names => string.Join(", ", Keys.Select(key => $"'{key.Name}'"));
}
