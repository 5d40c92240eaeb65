using MicroConvQA.Journeys.Actions;

namespace MicroConvQA.Journeys.Variants;

/// <summary>What a journey says of its shop for the variants that cannot be derived from its steps alone.</summary>
public sealed record VariantFacts
{
    public static VariantFacts None { get; } = new();

    /// <summary>How the shopper takes three; null = not said.</summary>
    public QuantityFact? Quantity { get; init; }

    /// <summary>Where the shop has another currency; null = not said.</summary>
    public CurrencyFact? Currency { get; init; }

    /// <summary>How a payment is begun and cancelled, in place of the actions of the step that orders; empty = not said.</summary>
    public IReadOnlyList<StepAction> CancelledPayment { get; init; } = [];

    /// <summary>How the shop asks for consent again; null = not said.</summary>
    public WithdrawnConsentFact? WithdrawnConsent { get; init; }
}
