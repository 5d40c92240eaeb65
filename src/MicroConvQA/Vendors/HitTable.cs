using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Vendors;

/// <summary>The keys that say where what a hit says stands.</summary>
internal static class HitTable
{
    private static readonly ValueKind<IReadOnlyList<ParameterSource>> s_place = Kinds
        .Either("a place in the request", PlaceKind.Pattern, PlaceKind.One)
        .Select(place => (IReadOnlyList<ParameterSource>)[new ParameterSource(null, place)]);

    private static readonly ValueKind<IReadOnlyList<ParameterSource>> s_named = Kinds
        .Map("parameter names with places", KeyForm.Any, PlaceKind.One)
        .Select(entries => (IReadOnlyList<ParameterSource>)[.. entries.Select(entry => new ParameterSource(entry.Key.Text, entry.Value))]);

    private static readonly Key<IReadOnlyList<ValueSource>> s_event = Key.Required(
        "event",
        VendorKinds.Sources,
        "The event's name as sent."
    );

    private static readonly Key<IReadOnlyList<ValueSource>> s_eventOfCase = Key.Optional(
        "event",
        VendorKinds.Sources,
        "The event's name as sent."
    );

    private static readonly IReadOnlyList<(HitPart Part, Key<IReadOnlyList<ValueSource>> Key)> s_parts =
    [
        (HitPart.Account, Part("account", "The account, property or site.")),
        (HitPart.EventId, Part("event id", "The id by which the vendor knows the same event sent twice.")),
        (HitPart.ClientId, Part("client id", "The id of the browser.")),
        (HitPart.SessionId, Part("session id", "The id of the visit.")),
        (HitPart.UserId, Part("user id", "The id of a known visitor.")),
        (HitPart.Page, Part("page", "The URL of the page on which the event was created.")),
        (HitPart.PageLoad, Part("page load", "The id of the page load.")),
        (HitPart.Time, Part("time", "When the event was created: seconds or milliseconds since 1970, or a date and time as in ISO 8601.")),
        (HitPart.Items, Part("items", "The list of items, as JSON or as a text of JSON.")),
        (HitPart.ItemIds, Part("item ids", "The items' ids where there are no items: a list, or a text with commas.")),
    ];

    private static readonly Key<IReadOnlyList<IReadOnlyList<ParameterSource>>> s_parameters = Key.Optional(
        "parameters",
        Kinds.OneOrMore(
            Kinds.Either("a place in the request, or a mapping of parameter names with places", s_place, s_named),
            "places and mappings"
        ),
        "Where its parameters stand: the place of an object, a place with '*' for all fields of such names, or names with a place each."
    );

    private static readonly Key<IReadOnlyList<string>> s_numbers = Key.Optional(
        "numbers",
        Kinds.OneOrMore(Kinds.Text, "parameter names"),
        "Parameters that are numbers, though a query or form sends only texts."
    );

    private static readonly Key<DeclaredRole> s_role = Key.Optional(
        "role",
        Kinds.Choice<DeclaredRole>(),
        "Whether it is an event, a designed copy or companion of one, a state (who somebody is, what is allowed), no hit at all, or unreadable: then it is reported as what could not be decoded, for the reason that 'partly read' gives.",
        "event"
    );

    private static readonly Key<string> s_partlyRead = Key.Optional(
        "partly read",
        Kinds.Text,
        "What is not known of the format, in a sentence that reports show with each hit."
    );

    private static readonly IReadOnlyList<Key> s_rest =
    [
        .. s_parts.Select(part => part.Key),
        s_parameters,
        s_numbers,
        s_role,
        s_partlyRead,
    ];

    /// <summary>The hit of every request.</summary>
    public static Shape Hit { get; } =
        new()
        {
            Name = "hit",
            Title = "'hit'",
            KeyNoun = "key of a hit",
            Keys = [s_event, .. s_rest],
        };

    /// <summary>What a case may say otherwise.</summary>
    public static IReadOnlyList<Key> OfCase { get; } = [s_eventOfCase, .. s_rest];

    public static ValueKind<HitDeclaration> Kind { get; } = Kinds.Object<HitDeclaration>(Hit, (found, _) => Build(found));

    public static HitDeclaration Build(Found found)
    {
        var parts = new Dictionary<HitPart, IReadOnlyList<ValueSource>>();
        foreach (var (part, key) in s_parts.Prepend((HitPart.Event, found.Has(s_event) ? s_event : s_eventOfCase)))
            if (found.Get(key) is { } sources)
                parts[part] = sources;
        return new HitDeclaration
        {
            Parts = parts,
            Parameters = found.Get(s_parameters)?.SelectMany(sources => sources).ToList(),
            Numbers = found.Get(s_numbers),
            Role = found.GetValue(s_role),
            PartlyRead = found.Get(s_partlyRead),
        };
    }

    private static Key<IReadOnlyList<ValueSource>> Part(string name, string doc) => Key.Optional(name, VendorKinds.Sources, doc);
}
