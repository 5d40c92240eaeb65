using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Configuration.Network;
using MicroConvQA.Configuration.Settling;
using MicroConvQA.Configuration.Sites;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Configuration;

/// <summary>The keys of <c>microconv</c>: what Playwright's configuration has no word for.</summary>
internal sealed class MicroconvTable
{
    private readonly Key<DemoShopChoice> _demoShop = Key.Optional(
        "demoShop",
        DemoShopTable.Kind,
        "Whether the embedded demo shop is the site under test.",
        "false"
    );
    private readonly Key<IReadOnlyList<MapEntry<DestinationDraft>>> _destinations;
    private readonly Key<IReadOnlyList<ConsentPreset>> _consent;
    private readonly Key<string> _defaultConsent = Key.Optional(
        "defaultConsent",
        Kinds.Name,
        "The consent preset of journeys that name none.",
        "the first preset"
    );
    private readonly Key<NetworkRules> _network;
    private readonly Key<string> _proxyHost = Key.Optional(
        "proxyHost",
        ConfigurationKinds.Host,
        "The name or address by which browsers on other machines reach this one; while a walk lasts, its proxy is open to that network."
    );
    private readonly Key<SettleLimits> _settle = Key.Optional(
        "settle",
        SettleTable.Kind,
        "The limits within which a walk waits for its hits."
    );
    private readonly Key<ClockMode> _clock = Key.Optional(
        "clock",
        Kinds.Choice<ClockMode>(),
        "Whether dwell times pass on a virtual clock or take their real time.",
        "virtual"
    );
    private readonly Key<AutomationChoice> _automation = Key.Optional(
        "automation",
        AutomationTable.Kind,
        "Whether pages can tell that the browser is driven by a program.",
        "honest"
    );
    private readonly Key<bool> _canary = Key.Optional(
        "canary",
        Kinds.Boolean,
        "Whether each run proves itself: one more walk has faults put into it on purpose, and a run that does not find them is void (exit code 4).",
        "false"
    );
    private readonly Key<IReadOnlyList<string>> _secrets = Key.Optional(
        "secrets",
        Kinds.List(Kinds.Text, "names of environment variables"),
        "Environment variables whose values never reach an artifact."
    );

    /// <param name="vendors">The vendors that there are decoders for.</param>
    /// <param name="actions">The actions of the checklist language.</param>
    public MicroconvTable(IReadOnlyCollection<string> vendors, ValueKind<IReadOnlyList<StepAction>> actions)
    {
        _destinations = Key.Required(
            "destinations",
            Kinds.Map("destinations", KeyForm.Name, new DestinationTable(vendors).Kind),
            "The places that conversions are sent to, by name."
        );
        _consent = Key.Optional(
            "consent",
            new ConsentTable(actions).Kind,
            "The shop's consent platform, and how its question is answered, by name."
        );
        _network = Key.Optional(
            "network",
            NetworkTable.Kind(vendors),
            "Whether analytics requests are answered on this machine or go on to the vendors.",
            "sinkhole"
        );
        Kind = Kinds.Object<MicroconvOptions>(
            new Shape
            {
                Name = "microconv",
                Title = "'microconv'",
                KeyNoun = "key of 'microconv'",
                Keys =
                [
                    _demoShop,
                    _destinations,
                    _consent,
                    _defaultConsent,
                    _network,
                    _proxyHost,
                    _settle,
                    _clock,
                    _automation,
                    _canary,
                    _secrets,
                ],
            },
            Build
        );
    }

    public ValueKind<MicroconvOptions> Kind { get; }

    private MicroconvOptions Build(Found found, ReadScope scope)
    {
        var consent = PresetsOf(found);
        if (found.Has(_defaultConsent) && found.Get(_defaultConsent) is { } name && consent.All(preset => preset.Name != name))
            scope.Problems.Add(
                found.PlaceOf(_defaultConsent),
                $"unknown consent preset '{name}'.{Source.Suggestion.Sentence(name, [.. consent.Select(preset => preset.Name)])}"
            );

        return new MicroconvOptions
        {
            DemoShop = found.Get(_demoShop)?.Settings,
            Destinations = DestinationsOf(found, scope),
            Consent = consent,
            DefaultConsent = found.Get(_defaultConsent),
            Network = found.Or(_network, NetworkRules.Sinkhole),
            ProxyHost = found.Get(_proxyHost),
            Settle = found.Or(_settle, new SettleLimits()),
            Clock = found.Or(_clock, ClockMode.Virtual),
            Automation = found.Or(_automation, AutomationChoice.Default),
            Canary = found.Or(_canary, false),
            Secrets = found.Or(_secrets, []),
        };
    }

    private IReadOnlyList<Destination> DestinationsOf(Found found, ReadScope scope)
    {
        if (found.Get(_destinations) is { Count: 0 })
            scope.Problems.Add(
                found.PlaceOf(_destinations),
                "'destinations' is empty: name at least one place that conversions are sent to."
            );

        return [.. found.Or(_destinations, []).Select(entry => entry.Value.Named(entry.Key.Text))];
    }

    private IReadOnlyList<ConsentPreset> PresetsOf(Found found)
    {
        var written = found.Or(_consent, []);
        var none = new ConsentPreset { Name = ConsentNames.None };

        return written.Any(preset => preset.Name == ConsentNames.None) ? written : [.. written, none];
    }
}
