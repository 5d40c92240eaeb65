using MicroConvQA.Browser.Capture;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;

namespace MicroConvQA.Cli;

/// <summary>Tells the capture what the decoders know.</summary>
internal sealed class TrafficKnowledge(TrafficDecoder decoder) : ITrafficKnowledge
{
    public bool IsAnalytics(string method, string url) => decoder.IsAnalytics(method, url);

    public DecodedRequest Decode(CapturedRequest request) => decoder.Decode(request);

    public LocalAnswer AnswerTo(CapturedRequest request)
    {
        var answer = decoder.AnswerTo(request);

        return new LocalAnswer(answer.Status, answer.Headers, answer.Body);
    }
}
