using System.Globalization;
using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Matomo;

/// <summary>
/// Matomo (formerly Piwik): one tracking request in the query or a form, or several as a list of queries. Source: the real piwik.js of
/// Matomo 5 (github.com/matomo-org/matomo), run, and Matomo's Tracking HTTP API (developer.matomo.org/api-reference/tracking-api).
/// </summary>
internal sealed class MatomoDecoder : IHitDecoder
{
    private static readonly string[] Files = ["/matomo.php", "/piwik.php"];

    public VendorProfile Vendor { get; } =
        new()
        {
            Name = "matomo",
            Title = "Matomo",
            Account = "the site's id, `idsite`",
            EventId = "of a product view only: page view and product, because its fields are repeated",
            Endpoints =
            [
                .. Files.Select(file => new Endpoint("*.matomo.cloud", file)),
                .. Files.Select(file => new Endpoint(Endpoint.AnyHost, $"*{file}")),
            ],
            PayloadKeys = ["idsite", "requests"],
            Payload = "`idsite` and `rec=1` in a query, a form or a list of `requests`, on any host and path",
            Aliases = MatomoFields.Aliases,
            StandardEvents = MatomoFields.StandardEvents,
            Limits = MatomoLimits.All,
            // Its page views, events and orders leave at once; contents and what a page queues are collected.
            SendDelay = TimeSpan.FromSeconds(2.5),
            Evidence = Evidence.RecordedTraffic,
        };

    public bool Recognises(RequestContent request) =>
        IsTracking(request.Query)
        || (
            request.HasBody
            && (
                request.IsJson
                    ? request.Json is JObject envelope
                        && Bulk(envelope) is [var first, ..]
                        && Fields(first) is { } fields
                        && IsTracking(fields)
                    : IsTracking(request.Form)
            )
        );

    public DecodedHits Decode(RequestContent request)
    {
        if (!request.HasBody || (!request.IsJson && IsTracking(request.Query)))
            return new DecodedHits(MatomoHits.Read(request.Request, request.Query));
        if (!request.IsJson)
            return new DecodedHits(MatomoHits.Read(request.Request, new FieldList([.. request.Query, .. request.Form])));
        return request.Json is JObject envelope && Bulk(envelope) is { Count: > 0 } entries
            ? Read(request, entries)
            : throw new UnreadableRequestException("Its body is JSON without a list 'requests' that holds any.");
    }

    public StubAnswer AnswerTo(RequestContent request)
    {
        if (request.Query["send_image"] == "0")
            return StubAnswers.NoContent;
        return request.Request.Body is [(byte)'{', ..]
            ? StubAnswers.Json("""{"status":"success","tracked":1,"invalid":0}""")
            : StubAnswers.Pixel;
    }

    private static DecodedHits Read(RequestContent request, IReadOnlyList<JToken> entries)
    {
        var hits = new List<Hit>(entries.Count);
        var (unread, values) = (0, 0L);
        foreach (var entry in entries)
            if (Fields(entry) is { } fields)
            {
                WireList.DemandFew(values += fields.Count);
                hits.AddRange(MatomoHits.Read(request.Request, fields));
            }
            else
                unread++;
        return (hits.Count, unread) switch
        {
            (_, 0) => new DecodedHits(hits),
            (0, _) => throw new UnreadableRequestException("None of its 'requests' is a query."),
            _ => new DecodedHits(
                hits,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{unread} of the {entries.Count} requests in the list to Matomo are no query, so what they carry is unknown."
                )
            ),
        };
    }

    private static IReadOnlyList<JToken>? Bulk(JObject envelope) =>
        envelope["requests"] is not JArray list ? null
        : list.Count <= DecodingLimits.Events ? [.. list]
        : throw WireList.TooManyEvents();

    private static FieldList? Fields(JToken entry) =>
        entry switch
        {
            JValue { Type: JTokenType.String } text => FieldList.Parse(JsonText.Of(text)!.TrimStart('?')),
            JObject fields => new FieldList([
                .. fields.Properties().Select(field => new Field(field.Name, JsonText.Of(field.Value) ?? field.Value.ToString())),
            ]),
            _ => null,
        };

    private static bool IsTracking(FieldList fields) => fields["idsite"] is { Length: > 0 } && fields["rec"] == "1";
}
