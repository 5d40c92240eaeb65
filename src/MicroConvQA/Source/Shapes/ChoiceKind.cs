using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Source.Shapes;

/// <summary>One word of a closed set.</summary>
internal sealed class ChoiceKind<T>(IReadOnlyDictionary<string, T> choices, string? description = null) : ValueKind<T>
{
    public override string Description =>
        description ?? (choices.Count == 1 ? $"'{choices.Keys.Single()}'" : $"one of {string.Join(", ", choices.Keys)}");

    public override bool Fits(SourceNode node) => node is SourceScalar { IsNull: false };

    public override JObject Schema(SchemaDefinitions definitions) => new() { ["enum"] = new JArray(choices.Keys) };

    public override bool TryRead(SourceNode node, string subject, ReadScope scope, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (node is not SourceScalar { IsText: true } word)
            return Refuse(node, subject, scope);
        if (choices.TryGetValue(word.Text, out value))
            return true;
        var nearest = Suggestion.Nearest(word.Text, choices.Keys) is { } near ? $" Did you mean '{near}'?" : "";
        scope.Problems.Add(node.Place, $"{subject} must be {Description}, but is '{word.Text}'.{nearest}");
        return false;
    }
}
