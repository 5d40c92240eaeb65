using MicroConvQA.Journeys;

namespace MicroConvQA.Planning.Variants;

/// <summary>A variant of a journey, or why it has none.</summary>
/// <param name="Journey">The journey as the variant's shopper walks it; null = it does not apply.</param>
/// <param name="WhyNot">Why it does not apply and what would make it, in a sentence; null = it does.</param>
public sealed record Derivation(Journey? Journey, string? WhyNot)
{
    internal static Derivation To(Journey journey) => new(journey, null);

    internal static Derivation None(string why) => new(null, why);
}
