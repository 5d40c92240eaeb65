using System.Globalization;
using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.TikTok;

/// <summary>
/// The TikTok pixel: one event of JSON a request, and a copy of some at Pangle, TikTok's ad network. Source: the real events.js 2.1.33,
/// run; the older batch (<c>/pixel/batch</c>) is known from recorded traffic that others published.
/// </summary>
internal sealed class TikTokDecoder : IHitDecoder
{
    private static readonly string[] Hosts = ["*.tiktok.com", "*.tiktokw.com", "*.tiktokw.us"];
    private static readonly string[] OtherPaths = ["performance", "performance_interaction", "monitor"];

    public VendorProfile Vendor { get; } =
        new()
        {
            Name = "tiktok",
            Title = "TikTok",
            Account = "the pixel's code",
            EventId = "`event_id`, else the SDK's `message_id`",
            Endpoints =
            [
                .. Hosts.Select(host => new Endpoint(host, "/api/v2/pixel")),
                .. Hosts.Select(host => new Endpoint(host, "/api/v2/pixel/*")),
                .. OtherPaths.Select(path => new Endpoint("*.tiktok.com", $"/api/v2/{path}", EndpointCarries.NoHits)),
                new Endpoint(TikTokFields.Pangle, "/api/v2/pangle_pixel"),
            ],
            Aliases = TikTokFields.Aliases,
            StandardEvents = TikTokFields.StandardEvents,
            SendDelay = TimeSpan.Zero,
            Evidence = Evidence.RecordedTraffic,
        };

    public bool Recognises(RequestContent request) =>
        request.IsJson
        && request.Json is JObject message
        && message["event"] is not null
        && message["context"] is JObject context
        && context["pixel"] is not null;

    public DecodedHits Decode(RequestContent request)
    {
        var messages = Messages(request);
        var hits = messages.Select(message => TikTokHit.Read(request, message)).OfType<Hit>().ToList();
        return (hits.Count, messages.Count - hits.Count) switch
        {
            (0, _) => throw new UnreadableRequestException("It names neither an 'event' nor an 'action'."),
            (_, 0) => new DecodedHits(hits),
            var (_, nameless) => new DecodedHits(
                hits,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{nameless} of the {messages.Count} messages to TikTok name no event, so what they carry is unknown."
                )
            ),
        };
    }

    public StubAnswer AnswerTo(RequestContent request) => StubAnswers.Text("");

    private static IReadOnlyList<JToken> Messages(RequestContent request) =>
        request.Json switch
        {
            JObject envelope when envelope["batch"] is JArray batch => [.. batch],
            JObject message => [message],
            _ => throw new UnreadableRequestException("Its body is not a JSON object."),
        };
}
