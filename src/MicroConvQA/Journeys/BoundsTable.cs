using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Source.Shapes;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Journeys;

/// <summary>How authors say how many: a number, or bounds.</summary>
internal static class BoundsTable
{
    private const int Most = 10_000;

    private static readonly Key<int> s_atLeast = Key.Optional("at least", Kinds.Integer(0, Most), "Not fewer than this.", "0");
    private static readonly Key<int> s_atMost = Key.Optional("at most", Kinds.Integer(0, Most), "Not more than this.", "no bound");

    public static Shape Shape { get; } =
        new()
        {
            Name = "bounds",
            Title = "a range",
            KeyNoun = "key of a range",
            Keys = [s_atLeast, s_atMost],
            Groups = [KeyGroup.AtLeastOne(s_atLeast, s_atMost)],
        };

    /// <summary>How often a conversion must fire.</summary>
    public static ValueKind<CountRule> Times { get; } =
        Kinds.Either(
            "a whole number from 1 or a mapping (at least, at most)",
            Kinds.Integer(1, Most).Select(CountRule.Exactly),
            Kinds.Object(Shape, BuildRule)
        );

    /// <summary>How many items there must be.</summary>
    public static ValueKind<Condition> Count { get; } =
        Kinds.Either(
            "a whole number or a mapping (at least, at most)",
            Kinds.Integer(0, Most).Select(number => (Condition)new EqualTo(new JValue(number))),
            Kinds.Object(Shape, BuildCondition)
        );

    private static CountRule BuildRule(Found found, ReadScope scope)
    {
        RefuseCrossed(found, scope);
        return new CountRule(found.Or(s_atLeast, 0), found.GetValue(s_atMost));
    }

    private static Condition BuildCondition(Found found, ReadScope scope)
    {
        RefuseCrossed(found, scope);
        List<Condition> bounds = [];
        if (found.GetValue(s_atLeast) is { } least)
            bounds.Add(new AtLeast(least));
        if (found.GetValue(s_atMost) is { } most)
            bounds.Add(new AtMost(most));
        return bounds.Count == 1 ? bounds[0] : new AllOf(bounds);
    }

    private static void RefuseCrossed(Found found, ReadScope scope)
    {
        if (found.GetValue(s_atMost) is { } most && found.Or(s_atLeast, 0) > most)
            scope.Problems.Add(found.Place, $"nothing can be at least {found.Or(s_atLeast, 0)} and at most {most}.");
    }
}
