using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;

namespace MicroConvQA.Decoding.GoogleAds;

/// <summary>
/// Google Ads as gtag.js sends it: a conversion or a remarketing event in the query of a request of its own, with copies and companions at
/// several of Google's hosts. Source: real gtag.js runs; the copies and the items of a conversion from recorded traffic that others
/// published (Fortnight-Digital/pixel-and-tag-tracer).
/// </summary>
internal sealed class GoogleAdsDecoder : IHitDecoder
{
    private static readonly string[] GoogleCopies =
    [
        "/ccm/collect",
        "/pagead/1p-conversion/*",
        "/pagead/1p-user-list/*",
        "/rmkt/collect/*",
        "/ccm/form-data/*",
        "/pagead/form-data/*",
    ];

    public VendorProfile Vendor { get; } =
        new()
        {
            Name = "google-ads",
            Title = "Google Ads",
            Account = "the account's tag id, `AW-…`",
            Endpoints =
            [
                new Endpoint("www.googleadservices.com", "/pagead/conversion/*"),
                // Where ad storage is denied.
                new Endpoint("pagead2.googlesyndication.com", "/pagead/conversion/*"),
                new Endpoint("googleads.g.doubleclick.net", "/pagead/viewthroughconversion/*"),
                new Endpoint("www.googleadservices.com", "/ccm/conversion/*"),
                new Endpoint("www.googleadservices.com", "/pagead/set_partitioned_cookie"),
                new Endpoint("pagead2.googlesyndication.com", "/ccm/collect"),
                .. GoogleCopies.Select(path => new Endpoint("www.google.*", path)),
                .. GoogleCopies.Select(path => new Endpoint("google.com", path)),
                new Endpoint("td.doubleclick.net", "/td/rul/*", EndpointCarries.NoHits),
                new Endpoint("ad.doubleclick.net", "/ccm/s/collect", EndpointCarries.NoHits),
                new Endpoint("www.googletagmanager.com", "/static/service_worker/*", EndpointCarries.NoHits),
                new Endpoint(Endpoint.AnyHost, "*/ccm/collect"),
            ],
            PayloadKeys = ["label"],
            Payload =
                "`…/ccm/conversion/<id>` or `…/pagead/conversion/<id>` with a `label`, and `tid=AW-…` on `/ccm/collect`, such as the tag gateway gets",
            Aliases = GoogleAdsFields.Aliases,
            StandardEvents = StandardNames.OfGoogle,
            SendDelay = TimeSpan.Zero,
            Evidence = Evidence.RecordedTraffic,
        };

    public bool Recognises(RequestContent request)
    {
        var place = GoogleAdsPlace.Of(request);
        return place.Kind switch
        {
            GoogleAdsKind.Conversion or GoogleAdsKind.Copy => place.Id is not null && request.Query.Has("label"),
            GoogleAdsKind.Companion => request.Query["tid"]?.StartsWith("AW-", StringComparison.Ordinal) == true,
            _ => false,
        };
    }

    public DecodedHits Decode(RequestContent request) => new([GoogleAdsHit.Read(request, GoogleAdsPlace.Of(request))]);

    public StubAnswer AnswerTo(RequestContent request) => StubAnswers.NoContent;
}
