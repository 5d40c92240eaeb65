using MicroConvQA.Source;

namespace MicroConvQA.Dictionary;

/// <summary>How a conversion is called at one destination, with the places of our names, which must be known ones.</summary>
internal sealed record DestinationNames(
    DestinationEvent Event,
    IReadOnlyList<SourceScalar> Parameters,
    IReadOnlyList<SourceScalar> ItemFields
);
