using MicroConvQA.Browser.Capture;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;

namespace MicroConvQA.Benchmarks.Capture;

/// <summary>A vendor of whom only the address is known, so that the proxy is measured and not a decoder.</summary>
internal sealed class CollectorKnowledge : ITrafficKnowledge
{
    public string? VendorOf(string method, string url) => url.Contains("/collect", StringComparison.Ordinal) ? "collector" : null;

    public DecodedRequest Decode(CapturedRequest request) => new() { Request = request, Vendor = VendorOf(request.Method, request.Url) };

    public LocalAnswer AnswerTo(CapturedRequest request) => new(204, new Dictionary<string, string>(), []);
}
