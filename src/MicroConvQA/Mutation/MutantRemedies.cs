using MicroConvQA.Judging.Again;
using MicroConvQA.Matching.Conditions;
using MicroConvQA.Source;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Mutation;

/// <summary>Says by which line a checklist would find a fault that it misses.</summary>
internal static class MutantRemedies
{
    public static MutantRemedy Of(MutationOperator kind, PlantedFault fault, MutationTarget target, RecordedCase recorded) =>
        kind.Name switch
        {
            "drop parameter" or "empty parameter" or "rename parameter" when fault.Parameter is { } parameter => InDictionary(
                target,
                parameter
            ),
            "wrong account" => InConfiguration(target, recorded, $"\"account\": \"{target.Hit.Account}\""),
            "before consent" or "consent signal" => InConfiguration(
                target,
                recorded,
                $"\"needs\": \"{(kind.Name == "before consent" ? "analytics" : "consent mode")}\""
            ),
            "delay" => InJourney(target, "within: 5s"),
            "hurry" => new(recorded.Journey.Place, "order: true", "add to the journey"),
            "stray" => new(recorded.Journey.Place, "strict: true", "add to the journey"),
            _ when fault.Parameter is { } parameter => InJourney(target, Condition(target, parameter)),
            _ => InJourney(target, "times: 1"),
        };

    private static MutantRemedy InJourney(MutationTarget target, string condition) =>
        new(
            target.Expectation.Expectation.Place,
            $"- {target.Conversion.Name}: {{{condition}}}",
            $"add to what is expected of '{target.Conversion.Name}'"
        );

    private static MutantRemedy InDictionary(MutationTarget target, string parameter)
    {
        var (list, field) = Parts(parameter);
        var line = field is null ? $"{list}: {{required: true}}" : $"{list}: {{items: {{{field}: {{required: true}}}}}}";
        return new(target.Conversion.Place, line, $"add to 'parameters' of '{target.Conversion.Name}'");
    }

    private static MutantRemedy InConfiguration(MutationTarget target, RecordedCase recorded, string line) =>
        new(SourcePlace.Whole(recorded.Configuration.Source.File), line, $"add to the destination '{target.Destination.Name}'");

    private static string Condition(MutationTarget target, string parameter)
    {
        var (list, field) = Parts(parameter);
        if (field is not null)
            return $"{list}: {{{(target.View.Items == 1 ? "each" : "any")}: {{{field}: {Written(target.View.Find(parameter))}}}}}";
        return target.View.Find(parameter) is { } value ? $"{list}: {Written(value)}" : $"{list}: {{count: {target.View.Items}}}";
    }

    private static (string List, string? Field) Parts(string parameter) =>
        parameter.Split("[", 2) is [var list, var rest]
            ? (list, rest[(rest.IndexOf("].", StringComparison.Ordinal) + 2)..])
            : (parameter, null);

    /// <summary>A value as YAML has it: a text in quotes where it would be read as something else.</summary>
    private static string Written(JToken? value)
    {
        if (value is null)
            return "…";
        var text = ValueTypes.TextOf(value);
        return
            value.Type == JTokenType.String
            && !(
                text.Length > 0
                && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or ' ')
                && char.IsAsciiLetter(text[0])
            )
            ? $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : text;
    }
}
