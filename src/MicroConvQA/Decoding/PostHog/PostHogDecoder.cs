using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;

namespace MicroConvQA.Decoding.PostHog;

/// <summary>PostHog: events one by one or in batches, most often as gzip that nothing announces. Source: posthog-js 1.449.2.</summary>
internal sealed class PostHogDecoder : IHitDecoder
{
    private static readonly string[] HitPaths = ["/e", "/i/v0/e", "/batch", "/capture"];

    // On anybody's host these are Mixpanel's.
    private static readonly string[] OlderPaths = ["/track", "/engage"];

    // Its scripts and settings come from /static and /array of the same hosts, and must not be answered here.
    private static readonly string[] OtherPaths = ["/s", "/flags", "/decide", "/i/v1/logs", "/i/v1/metrics"];

    public VendorProfile Vendor { get; } =
        new()
        {
            Name = "posthog",
            Title = "PostHog",
            Account = "the project's key, `phc_…`",
            EventId = "`uuid`",
            Endpoints =
            [
                .. HitPaths.Concat(OlderPaths).Select(path => new Endpoint("*.posthog.com", path)),
                .. OtherPaths.Select(path => new Endpoint("*.posthog.com", path, EndpointCarries.NoHits)),
                .. HitPaths.Select(path => new Endpoint(Endpoint.AnyHost, $"*{path}")),
            ],
            Payload =
                "on these paths of any host: JSON, compressed or not, or a field `data` of JSON or base64, with an `event` whose `properties` name the `$lib`, and with the project's `token` or `api_key`",
            Aliases = AliasNames.CustomaryAt,
            StandardEvents = PostHogFields.StandardEvents,
            BotFilter = PostHogBotFilter.Of,
            Evidence = Evidence.RealSdk,
        };

    public bool Recognises(RequestContent request)
    {
        try
        {
            return PostHogEntries.Find(request)?.ArePostHogs == true;
        }
        catch (UnreadableRequestException) when (request.BodyText.Length > 0 || !request.HasBody)
        {
            // The body is there and is something else: on a shop's own host these paths are anybody's.
            return false;
        }
    }

    public DecodedHits Decode(RequestContent request)
    {
        var found = PostHogEntries.Find(request)
            ?? throw new UnreadableRequestException("It carries no events, neither as JSON nor in a field 'data'.");
        if (found.Entries.Count == 0)
            throw new UnreadableRequestException("It holds no events.");
        if (found.Entries.Count > DecodingLimits.Events)
            throw WireList.TooManyEvents();
        var hits = found.Entries.Select(entry => PostHogHit.Read(request.Request, entry, found.ApiKey)).OfType<Hit>().ToList();
        var unknown = found.Entries.Count - hits.Count;
        return new DecodedHits(
            hits,
            unknown == 0
                ? null
                : $"{unknown} of the {found.Entries.Count} entries sent to PostHog name no event, so what they carry is unknown."
        );
    }

    public StubAnswer AnswerTo(RequestContent request) =>
        request.Path.TrimEnd('/') switch
        {
            "/flags" or "/decide" => StubAnswers.Json(
                """{"featureFlags":{},"featureFlagPayloads":{},"flags":{},"errorsWhileComputingFlags":false,"sessionRecording":false,"supportedCompression":["gzip-js"]}"""
            ),
            _ => StubAnswers.Json("""{"status":1}"""),
        };
}
