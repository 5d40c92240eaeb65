using MicroConvQA.Configuration;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Recording;

namespace MicroConvQA.Judging.Again;

/// <summary>A recording with the texts that it is judged by, read.</summary>
/// <param name="Recording">The recording, laid beside the journey's steps.</param>
/// <param name="Journey">The journey that was walked.</param>
/// <param name="Dictionary">What its conversions are.</param>
/// <param name="Configuration">The destinations and all else that was configured.</param>
internal sealed record RecordedCase(
    JourneyRecording Recording,
    Journey Journey,
    ConversionDictionary Dictionary,
    RunConfiguration Configuration
);
