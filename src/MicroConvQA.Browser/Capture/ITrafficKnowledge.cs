using MicroConvQA.Decoding;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture;

/// <summary>
/// What the capture asks of the decoders. An implementer must be safe for several threads at once, must answer quickly (a request is held
/// meanwhile) and must never throw, whatever a page sends.
/// </summary>
public interface ITrafficKnowledge
{
    /// <summary>The vendor, if the address alone says that a request is one's; decides on CORS preflights and WebSockets, which have no body.</summary>
    string? VendorOf(string method, string url);

    /// <summary>What a request carries. One that names no vendor is not analytics and goes on to its server untouched.</summary>
    DecodedRequest Decode(CapturedRequest request);

    /// <summary>What the vendor would answer, so that its script neither retries nor stalls.</summary>
    LocalAnswer AnswerTo(CapturedRequest request);
}
