using MicroConvQA.Decoding;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture;

/// <summary>The decoders as the capture asks them.</summary>
internal sealed class DecoderKnowledge(TrafficDecoder decoder) : ITrafficKnowledge
{
    public string? VendorOf(string method, string url) => decoder.VendorOf(method, url);

    public DecodedRequest Decode(CapturedRequest request) => decoder.Decode(request);

    public LocalAnswer AnswerTo(CapturedRequest request)
    {
        var answer = decoder.AnswerTo(request);
        return new LocalAnswer(answer.Status, answer.Headers, answer.Body);
    }
}
