using MicroConvQA.Journeys;

namespace MicroConvQA.Planning.Variants;

/// <summary>A variant of a journey, or why it has none.</summary>
/// <param name="Journey">The journey as the variant's shopper walks it; null = it does not apply.</param>
/// <param name="WhyNot">Why it does not apply and what would make it, in a sentence; null = it does.</param>
internal sealed record Derivation(Journey? Journey, string? WhyNot)
{
    internal static Derivation To(Journey journey) => new(journey, null);

    internal static Derivation None(string why) => new(null, why);

    /// <param name="journey">The journey.</param>
    /// <param name="fact">The fact under <c>for variants</c> that names a step.</param>
    /// <param name="step">The id that no step has.</param>
    internal static Derivation NoSuchStep(Journey journey, string fact, string step) =>
        None(
            $"'{fact}' names the step '{step}', which it does not have. It has {string.Join(", ", journey.Steps.Select(own => $"'{own.Id}'"))}."
        );
}
