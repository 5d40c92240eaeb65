using MicroConvQA.Browser.Capture;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;

namespace MicroConvQA.Benchmarks.Capture;

/// <summary>A vendor of whom only the address is known, so that the proxy is measured and not a decoder.</summary>
internal sealed class CollectorKnowledge : ITrafficKnowledge
{
    public bool IsAnalytics(string method, string url) => url.Contains("/collect", StringComparison.Ordinal);

    public DecodedRequest Decode(CapturedRequest request) => new() { Request = request, Vendor = IsAnalytics(request.Method, request.Url) ? "collector" : null };

    public LocalAnswer AnswerTo(CapturedRequest request) => new(204, new Dictionary<string, string>(), []);
}
