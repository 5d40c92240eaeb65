using System.Globalization;
using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;
using MicroConvQA.Recording;

namespace MicroConvQA.Decoding.Snowplow;

/// <summary>
/// Snowplow's tracker protocol: groups of events by POST, or one by GET, to a collector on anybody's host.
/// Source: browser-tracker 4.10.1 and its ecommerce plugin.
/// </summary>
internal sealed class SnowplowDecoder : IHitDecoder
{
    public VendorProfile Vendor { get; } =
        new()
        {
            Name = "snowplow",
            Title = "Snowplow",
            Account = "the app id, `aid`",
            EventId = "`eid`",
            Endpoints =
            [
                new Endpoint("*.snplow.net", "*/tp2"),
                new Endpoint("*.snplow.net", "/i"),
                new Endpoint(Endpoint.AnyHost, "*/com.snowplowanalytics.snowplow/tp2"),
                new Endpoint(Endpoint.AnyHost, "*/i"),
            ],
            PayloadKeys = ["schema"],
            Payload = "JSON with Snowplow's `payload_data` schema on any host and path; a query with `e`, `tv` and `p` on `/i`",
            Aliases = SnowplowFields.Aliases,
            StandardEvents = SnowplowFields.StandardEvents,
            Evidence = Evidence.RealSdk,
        };

    public bool Recognises(RequestContent request) =>
        SnowplowPayload.IsQuery(request.Query) || (IsPost(request) && SnowplowPayload.IsPayload(request));

    public DecodedHits Decode(RequestContent request)
    {
        var events = SnowplowPayload.Read(request);
        var hits = new List<Hit>(events.Count);
        var problems = new List<string>();
        for (var index = 0; index < events.Count; index++)
            Read(request.Request, events[index], index, hits, problems);
        return (hits, problems) switch
        {
            ([], []) => throw new UnreadableRequestException("It holds no events."),
            (_, []) => new DecodedHits(hits),
            ([], [var only, ..]) => throw new UnreadableRequestException(only),
            _ => new DecodedHits(hits, $"A part of the request to Snowplow could not be decoded. {string.Join(" ", problems)}"),
        };
    }

    public StubAnswer AnswerTo(RequestContent request) => IsPost(request) ? StubAnswers.Text("ok") : StubAnswers.Pixel;

    private static void Read(CapturedRequest request, FieldList? fields, int index, List<Hit> hits, List<string> problems)
    {
        try
        {
            hits.Add(SnowplowHit.Read(request, fields ?? throw new UnreadableRequestException("It is not a JSON object.")));
        }
        catch (UnreadableRequestException problem)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"Event {index + 1}: {problem.Message}"));
        }
    }

    private static bool IsPost(RequestContent request) => request.Request.Method.Equals("POST", StringComparison.OrdinalIgnoreCase);
}
