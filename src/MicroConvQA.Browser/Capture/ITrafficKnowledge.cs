using MicroConvQA.Decoding;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture;

/// <summary>
/// What the capture asks of the decoders. An implementer must be safe for several threads at once, must answer quickly (a request is held
/// meanwhile) and must never throw, whatever a page sends.
/// </summary>
internal interface ITrafficKnowledge
{
    /// <summary>
    /// The vendor whose request it may be by its method and address; decides where there is no body: of a CORS preflight by the method that
    /// it asks for, and of WebSockets.
    /// </summary>
    string? VendorOf(string method, string url);

    /// <summary>What a request carries. One that names no vendor is not analytics and goes on to its server untouched.</summary>
    DecodedRequest Decode(CapturedRequest request);

    /// <summary>What the vendor would answer, so that its script neither retries nor stalls.</summary>
    LocalAnswer AnswerTo(CapturedRequest request);
}

/// <summary>What an analytics request is answered with on this machine, as its vendor would.</summary>
internal sealed record LocalAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body);
