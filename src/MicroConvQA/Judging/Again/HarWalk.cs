using MicroConvQA.Configuration.Consent;
using MicroConvQA.Journeys;

namespace MicroConvQA.Judging.Again;

/// <summary>What the shopper of a HAR did by the word of whoever made it, since a HAR does not say it.</summary>
/// <param name="Journey">The journey that was gone through.</param>
/// <param name="Consent">The consent state in which it was.</param>
/// <param name="Row">The row of the journey's matrix; null where it has none.</param>
internal sealed record HarWalk(Journey Journey, ConsentPreset Consent, MatrixRow? Row)
{
    /// <summary>
    /// What a walk would have read from the page or made up, by the names of its variables: <c>price</c>, <c>person.email</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();
}
