using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Dictionary;

/// <summary>How authors define a conversion's parameters.</summary>
internal static class ParameterTable
{
    private static readonly Key<ParameterType> s_type = Key.Optional(
        "type",
        Kinds.Choice(ParameterTypes.Spellings),
        "The type of its value, as sent."
    );
    private static readonly Key<bool> s_required = Key.Optional(
        "required",
        Kinds.Boolean,
        "Whether it must be sent wherever the conversion is.",
        "true"
    );
    private static readonly Key<string> s_description = Key.Optional("description", Kinds.Text, "What it means.");

    /// <summary>A type's name, or a mapping.</summary>
    public static ValueKind<ParameterRule> Rule { get; } =
        Kinds.Named("parameter", "a type or a mapping", () =>
            Kinds.Either(
                "a type or a mapping",
                Kinds.Choice(ParameterTypes.Spellings).Select(type => new ParameterRule { Name = "", Type = type }),
                Kinds.Object(Shape!, Build)
            )
        );

    public static ValueKind<IReadOnlyList<ParameterRule>> Rules { get; } =
        Kinds
            .Map("parameters", KeyForm.Event, Rule)
            .Select(rules => (IReadOnlyList<ParameterRule>)[.. rules.Select(rule => rule.Value with { Name = rule.Key.Text })]);

    private static readonly Key<IReadOnlyList<ParameterRule>> s_items = Key.Optional("items", Rules, "For a list of items: their fields.");

    public static Shape Shape { get; } =
        new()
        {
            Name = "parameter mapping",
            Title = "a parameter",
            KeyNoun = "parameter key",
            Keys = [s_type, s_required, s_description, s_items, .. ConditionTable.OfDictionary.Keys.Where(key => key.Name != s_type.Name)],
        };

    private static ParameterRule Build(Found found, ReadScope scope)
    {
        var rule = new ParameterRule
        {
            Name = "",
            Type = found.GetValue(s_type) ?? (found.Has(s_items) ? ParameterType.Items : null),
            Required = found.Or(s_required, true),
            Description = found.Get(s_description),
            ItemFields = found.Or(s_items, []),
            Condition = ConditionTable.OfDictionary.Build(found, scope),
        };
        if (rule.Type is { } type && ImpossibleCondition.In(rule.Condition, type, _ => null) is { } impossible)
            scope.Problems.Add(found.Place, $"this parameter {impossible}{(impossible is [.., '?'] ? "" : ".")}");
        return rule;
    }
}
