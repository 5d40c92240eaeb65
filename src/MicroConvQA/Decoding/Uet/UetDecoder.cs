using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;

namespace MicroConvQA.Decoding.Uet;

/// <summary>
/// Microsoft Advertising's Universal Event Tracking: one event in the query of each request. Source: the real bat.js, run, and Microsoft's
/// page on UET without a script (learn.microsoft.com/advertising, "UET using an IMG tag").
/// </summary>
internal sealed class UetDecoder : IHitDecoder
{
    public VendorProfile Vendor { get; } =
        new()
        {
            Name = "uet",
            Title = "Microsoft UET",
            Account = "the tag id, `ti`",
            Endpoints =
            [
                new Endpoint("bat.bing.com", "/action/*"),
                new Endpoint("bat.bing.com", "/actionp/*"),
                // Where consent is denied.
                new Endpoint("bat.bing.net", "/action/*"),
                new Endpoint("bat.bing.net", "/actionp/*"),
                new Endpoint("bat.bing.com", "/p/insights/*", EndpointCarries.NoHits),
            ],
            Aliases = UetFields.Aliases,
            StandardEvents = UetFields.StandardEvents,
            SendDelay = TimeSpan.Zero,
            Evidence = Evidence.RecordedTraffic,
        };

    public bool Recognises(RequestContent request) => request.Query.Has("ti") && request.Query.Has("evt");

    public DecodedHits Decode(RequestContent request) => new([UetHit.Read(request)]);

    public StubAnswer AnswerTo(RequestContent request) => StubAnswers.NoContent;
}
