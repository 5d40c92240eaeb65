using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Judging.Consent;
using MicroConvQA.Matching;
using MicroConvQA.Recording;

namespace MicroConvQA.Judging;

/// <summary>Spreads a journey's expectations over the destinations and decides what each means there.</summary>
internal sealed class Claims(
    ConversionDictionary dictionary,
    RunConfiguration configuration,
    ConsentTimeline consent,
    JourneyRecording recording
)
{
    public IReadOnlyList<Claim> Of(Journey journey)
    {
        var conversions = dictionary.Conversions.ToDictionary(conversion => conversion.Name);
        var steps = recording.Steps.ToDictionary(step => step.Index);
        return
        [
            .. journey
                .Steps.SelectMany((step, index) => step.Expect.Select(expectation => (Step: index, Expectation: expectation)))
                .SelectMany(
                    (place, number) =>
                        AtDestinations(place.Expectation, conversions[place.Expectation.Conversion], place.Step, number, steps)
                ),
        ];
    }

    private IEnumerable<Claim> AtDestinations(
        Expectation expectation,
        Conversion conversion,
        int step,
        int number,
        Dictionary<int, RecordedStep> steps
    )
    {
        var recorded = steps.GetValueOrDefault(step);
        var inForce = consent.InStep(recorded);
        return configuration
            .Destinations.Where(destination => conversion.At.ContainsKey(destination.Name))
            .Select(destination => new Claim
            {
                ExpectationIndex = number,
                StepIndex = step,
                Expectation = expectation,
                Conversion = conversion,
                Destination = destination,
                Mode = ModeOf(expectation, destination, inForce, recorded),
                Consent = inForce,
            });
    }

    // What the journey itself forbids is the stronger word: it holds in every consent state.
    private static ClaimMode ModeOf(Expectation expectation, Destination destination, ConsentPreset inForce, RecordedStep? recorded)
    {
        if (recorded is null or { State: StepState.NotReached })
            return ClaimMode.NotReached;
        if (expectation.Only.Count > 0 && !expectation.Only.Contains(destination.Name))
            return ClaimMode.ForbiddenByOnly;
        return inForce.Allows(destination) ? ClaimMode.Required : ClaimMode.ForbiddenByConsent;
    }
}
