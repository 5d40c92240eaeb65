using System.Diagnostics.CodeAnalysis;
using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Vendors;

/// <summary>A place in a request.</summary>
/// <param name="isPattern">Whether it is one that stands for several fields, else one that stands for one.</param>
internal sealed class PlaceKind(bool isPattern) : ValueKind<Place>
{
    private static readonly string s_roots = string.Join(
        ", ",
        Place.Roots.Select(root =>
            root.Value switch
            {
                PlaceRoot.Host or PlaceRoot.Method => root.Key,
                PlaceRoot.Path => "path.last",
                _ => $"{root.Key}.…",
            }
        )
    );

    public static ValueKind<Place> One { get; } = new PlaceKind(isPattern: false);

    public static ValueKind<Place> Pattern { get; } = new PlaceKind(isPattern: true);

    public override string Description => isPattern ? "a place with one '*' such as query.m.*" : $"a place in the request ({s_roots})";

    public override bool Fits(SourceNode node) =>
        node is SourceScalar { IsNull: false } scalar && scalar.Text.Contains(Place.Wildcard) == isPattern;

    public override JObject Schema(SchemaDefinitions definitions) =>
        new() { ["type"] = "string", ["pattern"] = isPattern ? Place.PatternForm : Place.Form };

    public override bool TryRead(SourceNode node, string subject, ReadScope scope, [MaybeNullWhen(false)] out Place value)
    {
        value = null;
        if (node is not SourceScalar { IsText: true } text)
            return Refuse(node, subject, scope);
        if (Place.TryParse(text.Text, out value) && value.IsPattern == isPattern)
            return true;
        scope.Problems.Add(node.Place, $"{subject} must be {Description}, but is {node.Describe()}.{Meant(text.Text)}");
        return false;
    }

    private static string Meant(string text)
    {
        var root = text.Split('.')[0];
        return !Place.Roots.ContainsKey(root) && Suggestion.Nearest(root, Place.Roots.Keys) is { } near
            ? $" Did you mean '{near}{text[root.Length..]}'?"
            : "";
    }
}
