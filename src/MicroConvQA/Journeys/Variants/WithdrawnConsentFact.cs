using MicroConvQA.Journeys.Actions;

namespace MicroConvQA.Journeys.Variants;

/// <summary>How the shop asks for consent again.</summary>
/// <param name="After">The id of the step behind which consent is taken back; null = in the middle of the journey.</param>
/// <param name="Do">What brings the question back; then the preset 'denied' answers it.</param>
public sealed record WithdrawnConsentFact(string? After, IReadOnlyList<StepAction> Do);
