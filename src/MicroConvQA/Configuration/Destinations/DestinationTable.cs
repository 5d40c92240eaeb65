using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Configuration.Destinations;

/// <summary>The keys of a destination.</summary>
internal sealed class DestinationTable
{
    private readonly Key<string> _title = Key.Optional("title", Kinds.Text, "What reports call it: 'Google Analytics 4'.", "its name");
    private readonly Key<string> _vendor;
    private readonly Key<string> _account = Key.Optional(
        "account",
        Kinds.Written,
        "The account or property id that its hits must carry.",
        "any"
    );
    private readonly Key<Need> _needs = Key.Optional(
        "needs",
        Kinds.Choice<Need>(),
        "What consent it needs before anything may be sent to it.",
        "nothing"
    );
    private readonly Key<IReadOnlyList<string>> _endpoints = Key.Optional(
        "endpoints",
        Kinds.OneOrMore(ConfigurationKinds.UrlGlob, "URLs"),
        "URLs of the shop's own that this vendor's hits are sent to, beside the vendor's hosts."
    );

    private readonly Key<IReadOnlyList<string>> _stores = Key.Optional(
        "stores",
        Kinds.OneOrMore(Kinds.Text, "names", 1),
        "Cookies and storage keys of the shop's own that belong to it ('shop_uid*'), beside the vendor's documented ones."
    );

    private readonly Key<NotCompared> _notCompared = Key.Optional(
        "notCompared",
        NotComparedTable.Kind,
        "Why its values may differ from those of the data layer, of the other vendors and of the page, for all of them or for each; reports show it.",
        "they must agree"
    );

    private readonly Key<IReadOnlyList<PersonalDatum>> _mayCarry = Key.Optional(
        "mayCarry",
        Kinds.OneOrMore(Kinds.Choice(PersonalDatumNames.All), "personal data"),
        "What of a person its hits may carry where consent is given, such as 'hashed e-mail'.",
        "nothing"
    );

    private readonly Key<bool> _deduplicated = Key.Optional(
        "deduplicated",
        Kinds.Boolean,
        "Whether a server sends its events too, so each hit must carry an event id of its own.",
        "false"
    );

    /// <param name="vendors">The vendors that there are decoders for.</param>
    public DestinationTable(IReadOnlyCollection<string> vendors)
    {
        _vendor = Key.Required("vendor", new VendorNameKind(vendors), "The vendor whose hits it gets.");
        Kind = Kinds.Object<DestinationDraft>(
            new Shape
            {
                Name = "destination",
                Title = "a destination",
                KeyNoun = "destination key",
                Keys = [_title, _vendor, _account, _needs, _stores, _endpoints, _notCompared, _mayCarry, _deduplicated],
            },
            (found, _) => Build(found)
        );
    }

    public ValueKind<DestinationDraft> Kind { get; }

    private DestinationDraft? Build(Found found) =>
        found.Get(_vendor) is { } vendor
            ? new DestinationDraft(name => new Destination
            {
                Name = name,
                Title = found.Or(_title, name),
                Vendor = vendor,
                Account = found.Get(_account),
                Needs = found.Or(_needs, Need.Nothing),
                Stores = found.Or(_stores, []),
                Endpoints = found.Or(_endpoints, []),
                NotCompared = found.Or(_notCompared, NotCompared.Nothing),
                Deduplicated = found.Or(_deduplicated, false),
                MayCarry = found.Or(_mayCarry, []),
            })
            : null;
}

/// <summary>A destination that still lacks its name, the key under which it stands.</summary>
internal sealed record DestinationDraft(Func<string, Destination> Named);
