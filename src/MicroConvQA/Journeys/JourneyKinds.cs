using System.Text.RegularExpressions;
using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Journeys;

/// <summary>The kinds of values that the journeys' tables share: texts with variables, and names that must be known.</summary>
internal static class JourneyKinds
{
    /// <summary>A text that may hold variables.</summary>
    public static ValueKind<string> Template { get; } = Kinds.Written.Also((text, node, scope) => NoteVariables(text, node.Place, scope));

    /// <summary>A single value that may hold variables.</summary>
    public static ValueKind<JToken> Literal { get; } =
        Kinds.Literal.Also(
            (value, node, scope) =>
            {
                if (value.Type == JTokenType.String)
                    NoteVariables((string)value!, node.Place, scope);
            }
        );

    /// <summary>Any value that may hold variables.</summary>
    public static ValueKind<JToken> AnyValue { get; } = new AnyValueKind(Literal);

    public static ValueKind<string> Conversion { get; } =
        Referring(Kinds.TextOf(KeyForm.Event with { Description = "a conversion's name" }), ReferenceKind.Conversion);

    public static ValueKind<string> Destination { get; } = Referring(Kinds.Text, ReferenceKind.Destination);

    public static ValueKind<string> Device { get; } = Referring(Kinds.Text, ReferenceKind.Device);

    public static ValueKind<string> ConsentPreset { get; } = Referring(Kinds.Text, ReferenceKind.ConsentPreset);

    /// <summary>A .NET regular expression that may hold variables.</summary>
    public static ValueKind<string> Pattern { get; } = Template.Also(RefuseBadPattern);

    public static void NoteVariables(string text, SourcePlace place, ReadScope scope)
    {
        foreach (var name in VariableText.NamesIn(text))
            scope.Note(ReferenceKind.Variable, name, place);
    }

    private static ValueKind<string> Referring(ValueKind<string> name, ReferenceKind kind) =>
        name.Also((text, node, scope) => scope.Note(kind, text, node.Place));

    private static void RefuseBadPattern(string pattern, SourceNode node, ReadScope scope)
    {
        try
        {
            _ = new Regex(VariableText.ExpandToText(pattern, _ => new JValue("x")));
        }
        catch (ArgumentException fault)
        {
            scope.Problems.Add(node.Place, $"'{pattern}' is not a regular expression: {fault.Message}");
        }
    }
}
