using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Vendors;

/// <summary>The keys of a declared vendor.</summary>
internal static class DeclarationTable
{
    /// <summary>By which a file is known to declare a vendor.</summary>
    public const string NameKey = "vendor";

    private static readonly Key<string> s_vendor = Key.Required(NameKey, Kinds.Name, "The name that destinations use.");
    private static readonly Key<string> s_title = Key.Optional("title", Kinds.Text, "What reports call it.", "its name");
    private static readonly Key<RestsOn> s_restsOn = Key.Optional(
        "rests on",
        Kinds.Choice<RestsOn>(),
        "What the declaration rests on.",
        "documentation"
    );
    private static readonly Key<IReadOnlyList<EndpointDeclaration>> s_endpoints = Key.Optional(
        "endpoints",
        Kinds.OneOrMore(VendorKinds.Endpoint, "endpoints"),
        "Where its hits are sent; '*' stands for any host, '/**' for any path before the rest, '/*' for any path behind it."
    );
    private static readonly Key<IReadOnlyList<EndpointDeclaration>> s_noHits = Key.Optional(
        "no hits",
        Kinds.OneOrMore(VendorKinds.SilentEndpoint, "endpoints"),
        "Where it sends what is no hit (settings, replay): answered here and never decoded."
    );
    private static readonly Key<IReadOnlyList<PayloadDeclaration>> s_payload = Key.Optional(
        "payload",
        Kinds.OneOrMore(PayloadTable.Kind, "payloads", least: 1),
        "How a request on anybody's host is known to be its own; of several ways one is enough.",
        "it is not"
    );
    private static readonly Key<IReadOnlyList<Place>> s_each = Key.Optional(
        "each",
        Kinds.OneOrMore(PlaceKind.One, "places", least: 1),
        "Lists of the body of which each entry is one hit; 'body' is the list, or the lines of JSON, that the body as a whole is.",
        "the request is one hit"
    );
    private static readonly Key<IReadOnlyList<MapEntry<TextEncoding>>> s_encoded = Key.Optional(
        "encoded",
        VendorKinds.Encodings,
        "Fields of a query or form whose text is encoded and is no JSON, of which its content would tell.",
        "none"
    );
    private static readonly Key<HitDeclaration> s_hit = Key.Required("hit", HitTable.Kind, "Where what a hit says stands.");
    private static readonly Key<IReadOnlyList<CaseDeclaration>> s_cases = Key.Optional(
        "cases",
        Kinds.List(CaseTable.Kind, "cases"),
        "What is otherwise under conditions; the first whose conditions hold is laid over 'hit'."
    );
    private static readonly Key<IReadOnlyList<MapEntry<string>>> s_standardEvents = Key.Optional(
        "standard events",
        Kinds.Map("event names with GA4's", KeyForm.Any, Kinds.TextOf(KeyForm.Event)),
        "Event names that the vendor prescribes, each with GA4's name for it."
    );
    private static readonly Key<AliasDeclaration> s_aliases = Key.Optional(
        "aliases",
        AliasTable.Kind,
        "Under which names value, currency, transaction id and item ids stand.",
        "the names that shops customarily use, in any spelling"
    );
    private static readonly Key<IReadOnlyList<AnswerDeclaration>> s_answer = Key.Optional(
        "answer",
        Kinds.OneOrMore(AnswerTable.Kind, "answers"),
        "What its requests are answered with on this machine; the first whose conditions hold counts.",
        "an empty answer, 204"
    );

    private static readonly Key<BotFilter> s_botFilter = Key.Optional(
        "bot filter",
        BotFilterTable.Kind,
        "By what its script takes a browser for a robot's and sends nothing, so that it is reported as suppressed.",
        "it looks for nothing"
    );

    public static Shape Shape { get; } =
        new()
        {
            Name = "vendor",
            Title = "a vendor",
            KeyNoun = "vendor key",
            Keys =
            [
                s_vendor,
                s_title,
                s_restsOn,
                s_endpoints,
                s_noHits,
                s_payload,
                s_encoded,
                s_each,
                s_hit,
                s_cases,
                s_standardEvents,
                s_aliases,
                s_answer,
                s_botFilter,
            ],
        };

    /// <summary>Builds what was read; null where it has no name or no hit, which is a problem already.</summary>
    public static VendorDeclaration? Build(Found found, Source.SourceText source, ReadScope scope)
    {
        var format = Format(found);
        RefuseUnknowable(format, scope);
        return format is not null && found.Get(s_vendor) is { } name
            ? new VendorDeclaration(name, found.Or(s_title, name), format, found.PlaceOf(s_vendor), source)
            : null;
    }

    private static VendorFormat? Format(Found found) =>
        found.Get(s_hit) is not { } hit
            ? null
            : new VendorFormat
            {
                RestsOn = found.Or(s_restsOn, RestsOn.Documentation),
                Endpoints = [.. found.Or(s_endpoints, []), .. found.Or(s_noHits, [])],
                Payloads = found.Or(s_payload, []),
                Encodings = VendorKinds.EncodingsOf(found.Or(s_encoded, [])),
                Each = found.Or(s_each, []),
                Hit = hit,
                Cases = found.Or(s_cases, []),
                StandardEvents = found.Or(s_standardEvents, []).ToDictionary(entry => entry.Key.Text, entry => entry.Value),
                Aliases = found.Get(s_aliases),
                Answers = found.Or(s_answer, []),
                BotFilter = found.Get(s_botFilter),
            };

    private static void RefuseUnknowable(VendorFormat? format, ReadScope scope)
    {
        foreach (
            var endpoint in format?.Endpoints.Where(endpoint => endpoint.Host == EndpointDeclaration.AnyHost && format.Payloads.Count == 0)
                ?? []
        )
            scope.Problems.Add(
                endpoint.Position,
                $"'{endpoint}' is any host's: say under 'payload' how its requests are known, or name the host."
            );
    }
}
