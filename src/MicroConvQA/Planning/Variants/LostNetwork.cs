using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Actions;

namespace MicroConvQA.Planning.Variants;

/// <summary>A shopper who loses the network between two steps and has it again: nothing is lost, and nothing comes twice.</summary>
/// <remarks>
/// gtag.js sends what it collected after five seconds and does not try again: what it held when the network went would be lost in every
/// shop, and nobody there could mend it. So the tags first get the time to send what they hold. Both spans are the shopper's own, as those
/// that an author writes, and stand in the derived journey; they bend no rule of the judge.
/// </remarks>
internal static class LostNetwork
{
    private static readonly TimeSpan Sending = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(3);

    public static Derivation Derive(Journey journey, ConversionDictionary dictionary)
    {
        var after = journey.Steps.ToList().FindIndex(step => step.Expect.Count > 0);
        return after < 0 || after == journey.Steps.Count - 1
            ? Derivation.None("it has no step behind one that expects something.")
            : Derivation.To(StepEdits.With(journey, after, at => new Step
                {
                    Title = "Lose the network for a moment",
                    Id = "variant-offline",
                    Do =
                    [
                        new Stay(Sending) { Place = at.Place, Text = "stay: 6s" },
                        new GoOffline { Place = at.Place, Text = "go offline" },
                        new Stay(Away) { Place = at.Place, Text = "stay: 3s" },
                        new GoOnline { Place = at.Place, Text = "go online" },
                    ],
                    Place = at.Place,
                }));
    }
}
