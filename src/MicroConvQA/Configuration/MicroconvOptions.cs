using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Configuration.Network;
using MicroConvQA.Configuration.Settling;
using MicroConvQA.Configuration.Sites;
using MicroConvQA.Journeys;

namespace MicroConvQA.Configuration;

/// <summary>What the configuration's own key <c>microconv</c> says.</summary>
internal sealed record MicroconvOptions
{
    public DemoShopSettings? DemoShop { get; init; }

    public IReadOnlyList<Destination> Destinations { get; init; } = [];

    public IReadOnlyList<ConsentPreset> Consent { get; init; } = [];

    public string? DefaultConsent { get; init; }

    public AutomationChoice Automation { get; init; } = AutomationChoice.Default;

    public NetworkRules Network { get; init; } = NetworkRules.Sinkhole;

    public string? ProxyHost { get; init; }

    public SettleLimits Settle { get; init; } = new();

    public ClockMode Clock { get; init; } = ClockMode.Virtual;

    public bool Canary { get; init; }

    public IReadOnlyList<string> Secrets { get; init; } = [];
}
