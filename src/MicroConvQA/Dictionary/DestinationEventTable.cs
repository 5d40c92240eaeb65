using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Dictionary;

/// <summary>How authors say what a conversion is called at a destination.</summary>
internal static class DestinationEventTable
{
    public const string NotSent = "not sent";

    private const string ItemsPrefix = "items.";

    private static readonly ValueKind<IReadOnlyList<MapEntry<string>>> s_names = Kinds.Map(
        "our names with theirs",
        KeyForm.Event,
        Kinds.Text
    );
    private static readonly Key<string> s_event = Key.Required("event", Kinds.Text, "The event's name as sent.");
    private static readonly Key<IReadOnlyList<MapEntry<string>>> s_parameters = Key.Optional(
        "parameters",
        s_names,
        "Where our parameters stand in its hits, by dotted path, or 'not sent'.",
        "by our names"
    );
    private static readonly Key<IReadOnlyList<MapEntry<string>>> s_items = Key.Optional(
        "items",
        s_names,
        "What our item fields are called there, or 'not sent'.",
        "our names"
    );

    private static readonly Key<IReadOnlyList<MapEntry<Newtonsoft.Json.Linq.JToken>>> s_where = Key.Optional(
        "where",
        Kinds.Map("paths with values", KeyForm.Any, Kinds.Literal),
        "Values that a hit must hold, by dotted path, to be this conversion: for several that share one event name.",
        "the name says all"
    );

    public static Shape Shape { get; } =
        new()
        {
            Name = "destination event",
            Title = "a conversion at a destination",
            KeyNoun = "key of a conversion at a destination",
            Keys = [s_event, s_where, s_parameters, s_items],
        };

    private static readonly ValueKind<DestinationNames> s_kind = Kinds.Either(
        "an event's name or a mapping (event, where, parameters, items)",
        Kinds.Text.Select(name => new DestinationNames(new DestinationEvent { Event = name }, [], [])),
        Kinds.Object(Shape, (found, _) => Build(found))
    );

    /// <summary>All destinations of a conversion.</summary>
    public static ValueKind<IReadOnlyList<MapEntry<DestinationNames>>> At { get; } =
        Kinds.Map("destinations with event names", KeyForm.Any, s_kind).Also(NoteDestinations);

    private static DestinationNames Build(Found found)
    {
        var parameters = found.Or(s_parameters, []);
        var items = found.Or(s_items, []);
        var names = new DestinationEvent
        {
            Event = found.Or(s_event, "?"),
            Where = found.Or(s_where, []).ToDictionary(entry => entry.Key.Text, entry => entry.Value),
            ParameterPaths = parameters.Where(IsSent).ToDictionary(entry => entry.Key.Text, entry => entry.Value),
            ItemFieldNames = items.Where(IsSent).ToDictionary(entry => entry.Key.Text, entry => entry.Value),
            NotSent = parameters
                .Where(entry => !IsSent(entry))
                .Select(entry => entry.Key.Text)
                .Concat(items.Where(entry => !IsSent(entry)).Select(entry => ItemsPrefix + entry.Key.Text))
                .ToHashSet(),
        };
        return new DestinationNames(names, [.. parameters.Select(entry => entry.Key)], [.. items.Select(entry => entry.Key)]);
    }

    private static bool IsSent(MapEntry<string> entry) => entry.Value != NotSent;

    private static void NoteDestinations(IReadOnlyList<MapEntry<DestinationNames>> entries, SourceNode node, ReadScope scope)
    {
        foreach (var entry in entries)
            scope.Note(ReferenceKind.Destination, entry.Key.Text, entry.Key.Place);
        if (node is SourceMapping { Entries.Count: 0, IsCut: false })
            scope.Problems.Add(node.Place, "a conversion is sent to at least one destination: {destination: its event's name}.");
    }
}

/// <summary>How a conversion is called at one destination, with the places of our names, which must be known ones.</summary>
internal sealed record DestinationNames(
    DestinationEvent Event,
    IReadOnlyList<SourceScalar> Parameters,
    IReadOnlyList<SourceScalar> ItemFields
);
