using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;

namespace MicroConvQA.Decoding.Yandex;

/// <summary>
/// Yandex Metrica: a page view, goal, link or set of parameters in the query or form of a request; ecommerce data are parameters of its
/// own. Source: github.com/yandex/metrica-tag (src/api, src/providers: the tag's published source), github.com/hcodes/lyam (tests), and a
/// run of its script tag.js v970.
/// </summary>
internal sealed class YandexDecoder : IHitDecoder
{
    private static readonly string[] Hosts = ["mc.yandex.*", "mc.webvisor.*"];

    private static readonly string[] Silent =
    [
        "/clmap/*",
        "/webvisor/*",
        "/metrika/advert.gif",
        "/sync_cookie_image_check",
        "/sync_cookie_image_decide",
    ];

    public VendorProfile Vendor { get; } =
        new()
        {
            Name = "yandex-metrica",
            Title = "Yandex Metrica",
            Account = "the counter's number, in the path",
            EventId = "`hid` with `rqn`: the page load and the request's number in it",
            Endpoints =
            [
                .. Hosts.Select(host => new Endpoint(host, "/watch/*")),
                .. from host in Hosts from path in Silent select new Endpoint(host, path, EndpointCarries.NoHits),
            ],
            Aliases = YandexFields.Aliases,
            StandardEvents = YandexFields.StandardEvents,
            Evidence = Evidence.PublishedSource,
        };

    public bool Recognises(RequestContent request) => request.Query.Has(YandexFields.BrowserInfo);

    public DecodedHits Decode(RequestContent request)
    {
        var fields = request.HasBody ? new FieldList([.. request.Query, .. request.Form]) : request.Query;
        return new DecodedHits(new YandexRequest(request, fields).Hits());
    }

    /// <summary>The tag asks for its settings with the first request; without them it waits for none.</summary>
    public StubAnswer AnswerTo(RequestContent request) =>
        request.Query.Has("wmode") ? StubAnswers.Json("""{"settings":{}}""") : StubAnswers.Pixel;
}
