using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Variants;

namespace MicroConvQA.Planning;

/// <summary>One journey on one device, in one consent state, as one visitor, with one row of its matrix.</summary>
public sealed record Walk
{
    public required Journey Journey { get; init; }

    public required DeviceProject Device { get; init; }

    public required ConsentPreset Consent { get; init; }

    /// <summary>The row of the journey's matrix; null where it has none.</summary>
    public MatrixRow? Row { get; init; }

    /// <summary>Which variant of its journey it is; null = the journey as written.</summary>
    public ShopperVariant? Variant { get; init; }

    /// <summary>Which repetition of <c>--repeat</c> this is, from 1.</summary>
    public int Repetition { get; init; } = 1;

    /// <summary>
    /// Which attempt at this walk it is, from 1: a further one follows a broken or a failed one, in its own folder and as another shopper.
    /// </summary>
    public int Attempt { get; init; } = 1;

    /// <summary>What is put into its requests on purpose; null = nothing, as in every walk of the shop.</summary>
    public CanaryFaults? Canary { get; init; }

    /// <summary>Unique in the run and stable between runs: <c>guest-checkout.pixel-7.granted</c>; also a folder name.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The walk as reports and progress show it: <c>guest-checkout [pixel-7]</c>, with consent and row where the journey has several.
    /// </summary>
    public required string Title { get; init; }
}

/// <summary>
/// What is put into a canary's requests on purpose: the hits of one conversion at one destination are lost, those of another are sent
/// twice.
/// </summary>
/// <param name="Lost">The conversion that is lost.</param>
/// <param name="LostAt">The destination that it is lost on the way to.</param>
/// <param name="Doubled">The conversion that is sent twice.</param>
/// <param name="DoubledAt">The destination that it is sent to twice.</param>
public sealed record CanaryFaults(string Lost, string LostAt, string Doubled, string DoubledAt);
