using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Actions;

namespace MicroConvQA.Planning.Variants;

/// <summary>A shopper who takes consent back midway: what needs it is expected until then, and forbidden from then on.</summary>
internal static class WithdrawnConsent
{
    public static Derivation Derive(Journey journey, ConversionDictionary dictionary)
    {
        if (journey.ForVariants.WithdrawnConsent is not { } fact)
            return Derivation.None(
                "how the shop asks for consent again is not said: add 'for variants: {withdrawn-consent: {do: [{click: Cookie settings}]}}'."
            );
        var after = fact.After is { } id ? StepEdits.PlaceOf(journey, id) : (journey.Steps.Count - 1) / 2;
        if (after < 0)
            return Derivation.NoSuchStep(journey, "withdrawn-consent", fact.After!);
        return journey.Steps.Count < 2
            ? Derivation.None("it has one step only, and nothing to do after consent is withdrawn.")
            : Derivation.To(StepEdits.With(journey, after, at => new Step
                {
                    Title = "Withdraw consent",
                    Id = "variant-withdrawn-consent",
                    Do = [.. fact.Do, new AnswerConsent(ConsentNames.Denied) { Place = at.Place, Text = "reject consent" }],
                    Place = at.Place,
                }));
    }
}
