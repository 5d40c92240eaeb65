using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;

namespace MicroConvQA.Decoding.Criteo;

/// <summary>
/// Criteo's OneTag: one request for each push of the page, in whose query every event is a query of its own, <c>p0=e%3Dvp%26p%3DSKU</c>.
/// Source: github.com/MisterPhilip/omnibug, test/providers/CriteoOneTag.js; developers.criteo.com and guides.criteotilt.com, "OneTag"
/// (names of events and fields); a run of its script 5.31.1 (<c>ceid</c>, <c>fu</c>).
/// </summary>
internal sealed class CriteoDecoder : IHitDecoder
{
    private const string SessionPath = "/sid/json";

    public VendorProfile Vendor { get; } =
        new()
        {
            Name = "criteo",
            Title = "Criteo",
            Account = "the account, `a`",
            EventId = "the push's `ceid` with the event's place in it",
            Endpoints =
            [
                new Endpoint("*.criteo.com", "/event"),
                new Endpoint("gum.criteo.com", "/syncframe", EndpointCarries.NoHits),
                new Endpoint("gum.criteo.com", SessionPath, EndpointCarries.NoHits),
            ],
            Aliases = CriteoFields.Aliases,
            StandardEvents = CriteoFields.StandardEvents,
            Evidence = Evidence.PublishedSource,
        };

    public bool Recognises(RequestContent request) => request.Query.Has("a") && request.Query.Has("p0");

    public DecodedHits Decode(RequestContent request) => new(CriteoHits.Read(request));

    public StubAnswer AnswerTo(RequestContent request) => request.Path == SessionPath ? StubAnswers.Json("{}") : StubAnswers.EmptyScript;
}
