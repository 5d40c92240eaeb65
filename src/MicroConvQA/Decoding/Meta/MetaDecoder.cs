using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;

namespace MicroConvQA.Decoding.Meta;

/// <summary>
/// The Meta pixel: one event in the query, or in a form where the URL would be long. Source: the real fbevents.js 2.9.248, run, and Meta's
/// reference of the pixel (developers.facebook.com/docs/meta-pixel/reference). A first-party gateway's paths are not published; its
/// requests are known by their fields.
/// </summary>
internal sealed class MetaDecoder : IHitDecoder
{
    public VendorProfile Vendor { get; } =
        new()
        {
            Name = "meta",
            Title = "Meta Pixel",
            Account = "the pixel id, `id`",
            EventId = "`eid`, the call's `eventID`",
            Endpoints =
            [
                new Endpoint("www.facebook.com", "/tr"),
                new Endpoint("facebook.com", "/tr"),
                new Endpoint(MetaFields.Copies, "/tr"),
                new Endpoint("www.facebook.com", "/privacy_sandbox/*", EndpointCarries.NoHits),
            ],
            PayloadKeys = ["ev"],
            Payload = "a numeric `id`, `ev`, `dl`, `it` and `rqm`, such as a Conversions API gateway gets",
            Aliases = MetaFields.Aliases,
            StandardEvents = MetaFields.StandardEvents,
            Limits = MetaLimits.All,
            SendDelay = TimeSpan.Zero,
            Evidence = Evidence.RecordedTraffic,
        };

    public bool Recognises(RequestContent request)
    {
        var fields = Fields(request);
        return fields["id"] is { Length: >= 10 } id
            && id.All(char.IsAsciiDigit)
            && fields["ev"] is { Length: > 0 }
            && fields.Has("dl")
            && fields.Has("it")
            && fields.Has("rqm");
    }

    public DecodedHits Decode(RequestContent request) => new([MetaHit.Read(request, Fields(request))]);

    public StubAnswer AnswerTo(RequestContent request) => StubAnswers.Text("");

    private static FieldList Fields(RequestContent request) => request.Query.Has("ev") || !request.HasBody ? request.Query : request.Form;
}
