using MicroConvQA.Journeys.Actions;
using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Journeys;

/// <summary>How authors write a step.</summary>
internal static class StepTable
{
    private static readonly Key<string> s_step = Key.Required("step", Kinds.Text, "What the shopper does, in words.");

    private static readonly Key<SourceScalar> s_id = Key.Optional(
        "id",
        Kinds.Name.Select((_, node, _) => (SourceScalar)node),
        "Keeps the step's history when its words change.",
        "made from the words"
    );

    private static readonly Key<IReadOnlyList<StepAction>> s_do = Key.Optional(
        "do",
        ActionTable.List,
        "The shopper's actions, in their order."
    );

    private static readonly Key<IReadOnlyList<ExpectationDraft>> s_expect = Key.Optional(
        "expect",
        Kinds.OneOrMore(new ExpectationTable(), "conversions"),
        "The conversions that the actions must fire, each exactly once at every destination unless it says otherwise."
    );

    private static readonly Key<IReadOnlyList<SourceScalar>> s_never = Key.Optional(
        "never",
        Kinds.OneOrMore(JourneyKinds.Conversion.Select((_, node, _) => (SourceScalar)node), "conversions"),
        "Conversions forbidden from here until a later step expects them."
    );

    private static readonly Key<IReadOnlyList<string>> s_may = Key.Optional(
        "may",
        Kinds.OneOrMore(JourneyKinds.Conversion, "conversions"),
        "Conversions that may fire in this step, as often as they like, without being expected. One that the step expects too fires as often as that says."
    );

    public static Shape Shape { get; } =
        new()
        {
            Name = "step",
            Title = "a step",
            KeyNoun = "step key",
            Keys = [s_step, s_id, s_do, s_expect, s_may, s_never],
            Groups = [KeyGroup.AtLeastOne(s_do, s_expect)],
        };

    public static ValueKind<StepDraft> Kind { get; } = Kinds.Object(Shape, Build);

    public const string DoKey = "do";

    private static bool IsEmpty(Found found, Key key) =>
        found.Mapping.Find(key.Name)?.Value is SourceSequence { Items.Count: 0, IsCut: false };

    private static StepDraft Build(Found found, ReadScope scope)
    {
        var draft = new StepDraft(
            found.Place,
            found.Or(s_step, "?"),
            found.Get(s_id),
            found.Or(s_do, []),
            found.Or(s_expect, []),
            found.Or(s_never, []),
            found.Or(s_may, [])
        );
        foreach (var forbidden in draft.Never.Where(name => draft.Expect.Any(expected => expected.Conversion.Text == name.Text)))
            scope.Problems.Add(forbidden.Place, $"'{forbidden.Text}' is both expected and forbidden in this step. Keep one.");
        if (found.Has(s_do) && found.Has(s_expect) && IsEmpty(found, s_do) && IsEmpty(found, s_expect))
            scope.Problems.Add(found.Place, "a step does or expects something, but 'do' and 'expect' are both empty.");
        return draft;
    }
}
