using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;

namespace MicroConvQA.Decoding.Pinterest;

/// <summary>
/// The Pinterest tag: every event goes to <c>/v3/</c> and, as a copy, to <c>/user/</c>. Source: the real core.js, run, and Pinterest's
/// pages on its tag (help.pinterest.com, developers.pinterest.com/docs/api-features/pinterest-tag).
/// </summary>
internal sealed class PinterestDecoder : IHitDecoder
{
    public VendorProfile Vendor { get; } =
        new()
        {
            Name = "pinterest",
            Title = "Pinterest",
            Account = "the tag id, `tid`",
            EventId = "`event_id`",
            Endpoints =
            [
                new Endpoint("ct.pinterest.com", "/v3"),
                new Endpoint("ct.pinterest.com", PinterestFields.Copies),
                new Endpoint("ct.pinterest.com", "/md", EndpointCarries.NoHits),
                new Endpoint("ct.pinterest.com", "/stats", EndpointCarries.NoHits),
            ],
            Aliases = PinterestFields.Aliases,
            StandardEvents = PinterestFields.StandardEvents,
            SendDelay = TimeSpan.Zero,
            Evidence = Evidence.RecordedTraffic,
        };

    public bool Recognises(RequestContent request) => request.Query.Has("tid") && request.Query.Has("event");

    public DecodedHits Decode(RequestContent request) => new([PinterestHit.Read(request)]);

    /// <summary>The tag reads the answer to its copy as JSON.</summary>
    public StubAnswer AnswerTo(RequestContent request) =>
        request.Path.StartsWith(PinterestFields.Copies, StringComparison.Ordinal) ? StubAnswers.Json("{}") : StubAnswers.Pixel;
}
