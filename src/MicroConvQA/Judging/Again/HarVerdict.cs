using MicroConvQA.Decoding;
using MicroConvQA.Recording;

namespace MicroConvQA.Judging.Again;

/// <summary>The outcome of a HAR that was held against a journey.</summary>
/// <param name="Recording">The HAR as a recording of one step.</param>
/// <param name="Traffic">What was decoded.</param>
/// <param name="Verdict">The verdict; its expectations stand in the journey's own steps.</param>
/// <param name="NotJudged">What the journey asks for and a HAR cannot tell, one sentence each.</param>
internal sealed record HarVerdict(
    JourneyRecording Recording,
    DecodedTraffic Traffic,
    JourneyVerdict Verdict,
    IReadOnlyList<string> NotJudged
);
