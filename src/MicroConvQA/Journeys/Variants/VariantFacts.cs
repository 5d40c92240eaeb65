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

/// <summary>How the shopper takes three instead of one.</summary>
/// <param name="Step">The id of the step that puts the product into the cart.</param>
/// <param name="Do">What sets the quantity to 3, before the step's last click.</param>
public sealed record QuantityFact(string Step, IReadOnlyList<StepAction> Do);

/// <summary>Where the shop has another currency.</summary>
/// <param name="Start">The first page that switches to it: <c>/?market=us</c>.</param>
/// <param name="Is">Its ISO 4217 code.</param>
/// <param name="Except">Parameters whose conditions hold in the journey's own market only, such as a tax rate.</param>
public sealed record CurrencyFact(string Start, string Is, IReadOnlyList<string> Except);

/// <summary>How the shop asks for consent again.</summary>
/// <param name="After">The id of the step behind which consent is taken back; null = in the middle of the journey.</param>
/// <param name="Do">What brings the question back; then the preset 'denied' answers it.</param>
public sealed record WithdrawnConsentFact(string? After, IReadOnlyList<StepAction> Do);
