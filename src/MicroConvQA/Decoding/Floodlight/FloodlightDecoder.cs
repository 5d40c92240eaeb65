using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;

namespace MicroConvQA.Decoding.Floodlight;

/// <summary>
/// Floodlight activities of Campaign Manager 360, Display &amp; Video 360 and Search Ads 360, sent by gtag.js (<c>DC-…</c>) or by image and
/// frame tags: one activity in the path of a request, as <c>name=value</c> between semicolons. gtag.js sends each to two hosts with one
/// <c>dc_random</c>. Source: support.google.com/campaignmanager/answer/2824087, support.google.com/searchads/answer/6026116 (<c>prd</c>);
/// github.com/MisterPhilip/omnibug, test/providers/GoogleDoubleClick.js; requests of 2026 in public audits of shops.
/// </summary>
internal sealed class FloodlightDecoder : IHitDecoder
{
    private static readonly string[] Hosts = ["ad.doubleclick.net", "fls.doubleclick.net", "*.fls.doubleclick.net"];

    public VendorProfile Vendor { get; } =
        new()
        {
            Name = "floodlight",
            Title = "Floodlight",
            Account = "the advertiser or configuration id, `DC-…`",
            EventId = "`dc_random`, else a counter's random `ord` or `num`",
            Endpoints =
            [
                .. from host in Hosts from path in FloodlightFields.Paths select new Endpoint(host, $"{path}*"),
                // What the answer to an activity leads on to.
                new Endpoint("ad.doubleclick.net", "/ddm/fls/*", EndpointCarries.NoHits),
                new Endpoint("adservice.google.*", "/ddm/fls/*", EndpointCarries.NoHits),
            ],
            Aliases = FloodlightFields.Aliases,
            Evidence = Evidence.PublishedSource,
        };

    public bool Recognises(RequestContent request) => FloodlightFields.Read(request)["src"] is { Length: > 0 };

    public DecodedHits Decode(RequestContent request) => new([FloodlightHit.Read(request, FloodlightFields.Read(request))]);

    public StubAnswer AnswerTo(RequestContent request) => StubAnswers.Pixel;
}
