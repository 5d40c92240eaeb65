using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Journeys.Actions;

namespace MicroConvQA.Configuration.Consent;

/// <summary>How the shop's consent question is answered, and what that grants.</summary>
public sealed record ConsentPreset
{
    /// <summary>The name that journeys use: <c>granted</c>, <c>denied</c>, <c>none</c> …</summary>
    public required string Name { get; init; }

    /// <summary>What the shopper does on the first page; empty = the question stays unanswered.</summary>
    public IReadOnlyList<StepAction> Do { get; init; } = [];

    /// <summary>
    /// Whether the browser says Global Privacy Control (https://www.w3.org/TR/gpc/) on all pages and in all requests; what that grants is
    /// said by <see cref="Grants"/>.
    /// </summary>
    public bool GlobalPrivacyControl { get; init; }

    /// <summary>What is then granted.</summary>
    public IReadOnlySet<Need> Grants { get; init; } = new HashSet<Need>();

    /// <summary>Whether a destination may be sent hits in this state.</summary>
    public bool Allows(Destination destination) =>
        destination.Needs switch
        {
            Need.Nothing or Need.ConsentMode => true,
            Need.Analytics or Need.Ads => Grants.Contains(destination.Needs),
            _ => throw new InvalidOperationException($"unknown need {destination.Needs}"),
        };
}
