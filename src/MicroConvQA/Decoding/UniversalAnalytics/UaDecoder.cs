using System.Globalization;
using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;

namespace MicroConvQA.Decoding.UniversalAnalytics;

/// <summary>
/// Universal Analytics: one hit in the query or, where it is long, in the body; several as lines of a batch. Source: the real analytics.js
/// j99, run; ecommerce and batches as the Measurement Protocol documents them
/// (developers.google.com/analytics/devguides/collection/protocol/v1/parameters).
/// </summary>
internal sealed class UaDecoder : IHitDecoder
{
    /// <summary>What joins the ads cookie to a hit that is sent beside it.</summary>
    private const string Join = "stats.g.doubleclick.net";

    /// <summary>The same for the cookies of Google's ads, in the country of the visitor.</summary>
    private const string Audiences = "/ads/ga-audiences";

    private static readonly string[] Paths = ["/collect", "/r/collect", "/j/collect", "/batch"];

    public VendorProfile Vendor { get; } =
        new()
        {
            Name = "ua",
            Title = "Universal Analytics",
            Account = "the property id, `UA-…`",
            Endpoints =
            [
                .. Paths.Select(path => new Endpoint("*.google-analytics.com", path)),
                new Endpoint(Join, "/r/collect"),
                new Endpoint(Join, "/j/collect"),
                new Endpoint("www.google.*", Audiences) { Query = "tid=UA-*" },
            ],
            // No path: a shop may well have a /collect of its own.
            PayloadKeys = ["tid"],
            Payload = "`v=1`, `tid=UA-…` and the hit type `t` in a query or a body, on any host and path",
            Aliases = UaFields.Aliases,
            StandardEvents = UaFields.StandardEvents,
            Limits = UaLimits.All,
            SendDelay = TimeSpan.Zero,
            Evidence = Evidence.RecordedTraffic,
        };

    public bool Recognises(RequestContent request) =>
        IsHit(request.Query) || (request.HasBody && FieldList.ParseLines(request.BodyText).Exists(IsHit));

    public DecodedHits Decode(RequestContent request)
    {
        if (request.Path == Audiences)
            return new DecodedHits([UaHit.Read(request, request.Query, "ga-audiences", isJoin: true)]);
        if (!request.HasBody || request.Query.Has("t"))
            return new DecodedHits([Read(request, request.Query)]);
        var lines = FieldList.ParseLines(request.BodyText);
        var hits = lines.Where(line => line["t"] is { Length: > 0 }).Select(line => Read(request, line)).ToList();
        return (hits.Count, lines.Count - hits.Count) switch
        {
            (0, _) => throw Typeless(),
            (_, 0) => new DecodedHits(hits),
            var (_, typeless) => new DecodedHits(
                hits,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{typeless} of the {lines.Count} lines of the batch to Universal Analytics name no hit type (no 't'), so what they carry is unknown."
                )
            ),
        };
    }

    /// <summary>To an asynchronous request the real answer says which cookies to join; <c>1</c> asks for none.</summary>
    public StubAnswer AnswerTo(RequestContent request) =>
        request.Path.EndsWith("/j/collect", StringComparison.Ordinal) ? StubAnswers.Text("1") : StubAnswers.Pixel;

    private static Hit Read(RequestContent request, FieldList fields) =>
        UaHit.Read(request, fields, fields["t"] is { Length: > 0 } type ? type : throw Typeless(), request.Host == Join);

    private static bool IsHit(FieldList fields) =>
        fields["v"] == "1" && fields.Has("t") && fields["tid"]?.StartsWith("UA-", StringComparison.Ordinal) == true;

    private static UnreadableRequestException Typeless() => new("It names no hit type: there is no 't' in its query or body.");
}
