using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Shopify;

/// <summary>
/// Shopify's own analytics: entries of many schemas in one request, on Shopify's hosts or the shop's. Source: @shopify/hydrogen-react
/// 2026.4.4; what a theme and its web pixels send, from traffic that others published.
/// </summary>
internal sealed class ShopifyDecoder : IHitDecoder
{
    private static readonly string[] Paths = ["/unstable/produce_batch", "/v1/produce", "/v1/produce_batch"];

    public VendorProfile Vendor { get; } =
        new()
        {
            Name = "shopify",
            Title = "Shopify",
            Account = "the shop's id",
            EventId = "`event_id`",
            Endpoints =
            [
                .. Paths.SelectMany(path =>
                    new[]
                    {
                        new Endpoint("*.shopifysvc.com", path),
                        new Endpoint("*.shopifycloud.com", path),
                        new Endpoint(Endpoint.AnyHost, $"*/monorail{path}"),
                    }
                ),
            ],
            Payload = "on `/.well-known/shopify/monorail` of any host: JSON with `schema_id` and `payload`, or a list `events` of such",
            Aliases = ShopifyFields.Aliases,
            StandardEvents = ShopifyFields.StandardEvents,
            Evidence = Evidence.RealSdk,
        };

    public bool Recognises(RequestContent request) =>
        request.HasBody && request.IsJson && Entries(request) is [JObject first, ..] && first["schema_id"] is not null;

    public DecodedHits Decode(RequestContent request)
    {
        var entries = Entries(request);
        if (entries.Count == 0)
            throw new UnreadableRequestException("It holds no events.");
        if (entries.Count > DecodingLimits.Events)
            throw WireList.TooManyEvents();
        var hits = new List<Hit>();
        var unknown = 0;
        foreach (var entry in entries)
            if (entry is not JObject message || JsonText.NotEmpty(message["schema_id"]) is not { } id)
                unknown++;
            else if (ShopifyHit.Read(request.Request, id.Split('/')[0], message) is { } hit)
                hits.Add(hit);
        return new DecodedHits(
            hits,
            unknown == 0 ? null : $"{unknown} of the {entries.Count} entries sent to Shopify name no schema, so what they carry is unknown."
        );
    }

    /// <summary>One verdict for each entry: the sender reads them.</summary>
    public StubAnswer AnswerTo(RequestContent request) => StubAnswers.Json("""{"result":[{"status":200,"message":"ok"}]}""");

    private static IReadOnlyList<JToken> Entries(RequestContent request) =>
        request.Json is JObject { } message && message["events"] is JArray events ? [.. events] : [request.Json];
}
