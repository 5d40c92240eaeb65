using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Configuration.Destinations;

/// <summary>The values of <c>notCompared</c>: a reason for all comparisons, or one for each that is switched off.</summary>
internal static class NotComparedTable
{
    private static readonly Key<string> DataLayer = Key.Optional(
        "dataLayer",
        Kinds.Text,
        "Why its values may differ from those of the data layer.",
        "they must agree"
    );
    private static readonly Key<string> Vendors = Key.Optional(
        "vendors",
        Kinds.Text,
        "Why its values may differ from those of the other vendors.",
        "they must agree"
    );
    private static readonly Key<string> Page = Key.Optional(
        "page",
        Kinds.Text,
        "Why its values may differ from what the page shows ('shown' of the dictionary).",
        "they must agree"
    );
    private static readonly Key<string> EventIds = Key.Optional(
        "eventIds",
        Kinds.Text,
        "Why its event ids may be absent or the same for several events, where it is 'deduplicated'.",
        "each event has its own"
    );

    private static readonly Shape Shape = new()
    {
        Name = "notCompared",
        Title = "'notCompared'",
        KeyNoun = "key of 'notCompared'",
        Keys = [DataLayer, Vendors, Page, EventIds],
    };

    public static ValueKind<NotCompared> Kind { get; } =
        Kinds.Either(
            "a reason, or a mapping of dataLayer, vendors, page and eventIds to reasons",
            Kinds.Text.Select(NotCompared.Everywhere),
            Kinds.Object<NotCompared>(Shape, (found, _) => new NotCompared
                {
                    DataLayer = found.Get(DataLayer),
                    Vendors = found.Get(Vendors),
                    Page = found.Get(Page),
                    EventIds = found.Get(EventIds),
                })
        );
}
