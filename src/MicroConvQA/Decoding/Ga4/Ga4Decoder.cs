using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;
using MicroConvQA.Recording;

namespace MicroConvQA.Decoding.Ga4;

/// <summary>
/// Google Analytics 4 as gtag.js sends it: one event in the query, or several as lines of the body that share the query's fields.
/// Source: real gtag.js runs. GA4 has no event id, so no hit has one: every hit counts in its reports.
/// </summary>
internal sealed class Ga4Decoder : IHitDecoder
{
    /// <summary>How measurement ids begin: of GA4, of Merchant Center, of a Google tag.</summary>
    private static readonly string[] IdPrefixes = ["G-", "MC-", "GT-"];

    public VendorProfile Vendor { get; } =
        new()
        {
            Name = "ga4",
            Title = "Google Analytics 4",
            Account = "the measurement id, `G-…`",
            Endpoints =
            [
                new Endpoint("*.google-analytics.com", "*/g/collect"),
                new Endpoint("analytics.google.com", "*/g/collect"),
                new Endpoint("*.analytics.google.com", "*/g/collect"),
                new Endpoint("stats.g.doubleclick.net", "/g/collect"),
                new Endpoint("www.merchant-center-analytics.goog", "/mc/collect"),
                .. IdPrefixes.Select(prefix => new Endpoint("www.google.*", "/ads/ga-audiences") { Query = $"tid={prefix}*" }),
                new Endpoint(Endpoint.AnyHost, "*/g/collect"),
                new Endpoint(Endpoint.AnyHost, "*/g/c"),
            ],
            PayloadKeys = ["tid"],
            Payload =
                "`v=2`, `tid=G-…` (or `MC-`, `GT-`) and `en`, on any host and path, such as a server container or the tag gateway's `/ag/g/c`",
            Aliases = Ga4Fields.Aliases,
            StandardEvents = StandardNames.OfGoogle,
            Limits = Ga4Limits.All,
            SendDelay = TimeSpan.FromSeconds(5),
            Evidence = Evidence.RecordedTraffic,
        };

    public bool Recognises(RequestContent request) =>
        request.Query["v"] == "2"
        && IsMeasurementId(request.Query["tid"])
        && (request.Query.Has("en") || IsBodyUnknown(request) || Ga4Batch.NamesAnEvent(request.BodyText));

    public DecodedHits Decode(RequestContent request) =>
        CompanionOf(request) is { } companion
            ? new DecodedHits([Ga4Hit.Read(request, request.Query, FieldList.Empty, companion, HitRole.Companion)])
            : Ga4Batch.Read(request);

    public StubAnswer AnswerTo(RequestContent request) =>
        request.Query.Has("richsstsse")
            // A server container answers with a stream of messages for the tag; an empty one asks for nothing.
            ? StubAnswers.Of("text/event-stream", [])
            : StubAnswers.NoContent;

    /// <summary>What joins Google's ads cookies to a hit that is sent beside it, and carries no event of its own.</summary>
    private static string? CompanionOf(RequestContent request) =>
        request.Host switch
        {
            "stats.g.doubleclick.net" => "doubleclick",
            _ when request.Path == "/ads/ga-audiences" => "ga-audiences",
            _ => null,
        };

    private static bool IsBodyUnknown(RequestContent request) => request.Request.BodyState is BodyState.Unreadable or BodyState.Cut;

    private static bool IsMeasurementId(string? id) =>
        id is not null && IdPrefixes.Any(prefix => id.StartsWith(prefix, StringComparison.Ordinal));
}
