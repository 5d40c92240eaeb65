using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;

namespace MicroConvQA.Matching;

/// <summary>One expectation at one destination: what is paired with hits.</summary>
internal sealed record Claim
{
    /// <summary>The expectation's place among all of the journey, from 0.</summary>
    public required int ExpectationIndex { get; init; }

    public required int StepIndex { get; init; }

    public required Expectation Expectation { get; init; }

    public required Conversion Conversion { get; init; }

    public required Destination Destination { get; init; }

    public required ClaimMode Mode { get; init; }

    /// <summary>The consent preset that is in force in its step.</summary>
    public required ConsentPreset Consent { get; init; }

    /// <summary>What tells it from every other claim of the walk.</summary>
    public (int Expectation, string Destination) Key => (ExpectationIndex, Destination.Name);

    /// <summary>How the conversion is called at the destination.</summary>
    public DestinationEvent At => Conversion.At[Destination.Name];
}
