using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Optimizely;

/// <summary>
/// Optimizely: the events of several visitors in nested lists. Source: @optimizely/optimizely-sdk 6.6.1, run;
/// docs.developers.optimizely.com, "Event API", in which Optimizely's Web snippet sends as well by its own documentation; the snippet
/// itself was not run.
/// </summary>
internal sealed class OptimizelyDecoder : IHitDecoder
{
    public VendorProfile Vendor { get; } =
        new()
        {
            Name = "optimizely",
            Title = "Optimizely",
            Account = "the project's id",
            EventId = "`uuid`",
            Endpoints =
            [
                new Endpoint("logx.optimizely.com", "/v1/events"),
                new Endpoint("*.logx.optimizely.com", "/v1/events"),
                new Endpoint(Endpoint.AnyHost, "*/v1/events"),
            ],
            PayloadKeys = ["visitors"],
            Payload = "JSON with `visitors`, the first of whom has `snapshots`, and an `account_id`",
            Aliases = AliasNames.CustomaryAt,
            StandardEvents = OptimizelyFields.StandardEvents,
            Evidence = Evidence.RealSdk,
        };

    public bool Recognises(RequestContent request) =>
        request.HasBody
        && request.IsJson
        && request.JsonLines is [JObject { } project]
        && project["account_id"] is not null
        && project["visitors"] is JArray { First: JObject { } visitor }
        && visitor["snapshots"] is JArray;

    public DecodedHits Decode(RequestContent request)
    {
        var project = request.Json as JObject ?? throw new UnreadableRequestException("It is no JSON object.");
        var hits = new List<Hit?>();
        foreach (var visitor in Objects(project["visitors"]))
        foreach (var snapshot in Objects(visitor["snapshots"]))
        foreach (var entry in snapshot["events"] as JArray ?? [])
            hits.Add(
                hits.Count < DecodingLimits.Events
                    ? OptimizelyHit.Read(request.Request, project, visitor, snapshot, entry)
                    : throw WireList.TooManyEvents()
            );
        if (hits.Count == 0)
            throw new UnreadableRequestException("It holds no events.");
        var unknown = hits.Count(hit => hit is null);
        return new DecodedHits(
            [.. hits.OfType<Hit>()],
            unknown == 0 ? null : $"{unknown} of the {hits.Count} entries sent to Optimizely name no event, so what they carry is unknown."
        );
    }

    public StubAnswer AnswerTo(RequestContent request) => StubAnswers.NoContent;

    private static IEnumerable<JObject> Objects(JToken? list) => (list as JArray ?? []).OfType<JObject>();
}
