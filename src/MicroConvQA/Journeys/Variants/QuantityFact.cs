using MicroConvQA.Journeys.Actions;

namespace MicroConvQA.Journeys.Variants;

/// <summary>How the shopper takes three instead of one.</summary>
/// <param name="Step">The id of the step that puts the product into the cart.</param>
/// <param name="Do">What sets the quantity to 3, before the step's last click.</param>
public sealed record QuantityFact(string Step, IReadOnlyList<StepAction> Do);
