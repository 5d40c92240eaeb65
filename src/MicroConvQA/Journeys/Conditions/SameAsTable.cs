using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Journeys.Conditions;

/// <summary>How authors name the value that another one must equal.</summary>
internal static class SameAsTable
{
    private static readonly Key<string> s_parameter = Key.Optional(
        "parameter",
        Kinds.TextOf(KeyForm.Event),
        "The other parameter, by the dictionary's name.",
        "the same parameter"
    );

    private static readonly Key<string> s_destination = Key.Optional(
        "destination",
        JourneyKinds.Destination,
        "The other destination.",
        "the same hit"
    );

    public static Shape Shape { get; } =
        new()
        {
            Name = "same as",
            Title = "'same as'",
            KeyNoun = "key of 'same as'",
            Keys = [s_parameter, s_destination],
            Groups = [KeyGroup.AtLeastOne(s_parameter, s_destination)],
        };

    public static ValueKind<SameAs> Kind { get; } =
        Kinds.Either(
            "the name of a parameter or a mapping (parameter, destination)",
            Kinds.TextOf(KeyForm.Event).Select(name => new SameAs(name, null)),
            Kinds.Object(Shape, (found, _) => new SameAs(found.Get(s_parameter), found.Get(s_destination)))
        );
}
