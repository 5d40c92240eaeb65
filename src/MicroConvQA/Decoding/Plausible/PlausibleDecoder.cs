using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;
using MicroConvQA.Vendors;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Plausible;

/// <summary>Plausible Analytics: one JSON event a request. Source: its npm tracker 0.4.6 and the older plausible-tracker 0.3.9.</summary>
internal sealed class PlausibleDecoder : IHitDecoder
{
    public VendorProfile Vendor { get; } =
        new()
        {
            Name = "plausible",
            Title = "Plausible",
            Account = "the site's domain; a request for several sites is one hit each",
            Endpoints = [new Endpoint("plausible.io", "/api/event"), new Endpoint(Endpoint.AnyHost, "*/api/event")],
            PayloadKeys = ["n"],
            Payload = "JSON with the name `n`, the page's URL `u` and the domain `d`, on any host and path",
            Aliases = PlausibleFields.Aliases,
            StandardEvents = PlausibleFields.StandardEvents,
            Limits = PlausibleLimits.All,
            SendDelay = TimeSpan.Zero,
            BotFilter = new BotFilter
            {
                Source = "@plausible-analytics/tracker 0.4.6, plausible.js",
                Webdriver = true,
                Scripts = ["*plausible*.js", "*/js/script*.js", "*/js/pa-*.js"],
                Remedy = "set 'window.__plausible = true' before Plausible's script, on a test environment only",
            },
            Evidence = Evidence.RealSdk,
        };

    public bool Recognises(RequestContent request) =>
        request.IsJson
        && request.Json is JObject message
        && First(message, PlausibleFields.Event) is { Length: > 0 }
        && First(message, PlausibleFields.Domain) is { Length: > 0 }
        && First(message, PlausibleFields.Url)?.Contains(':') == true;

    public DecodedHits Decode(RequestContent request)
    {
        if (request.Json is not JObject message || First(message, PlausibleFields.Event) is not { Length: > 0 } name)
            throw new UnreadableRequestException("It is not a JSON object with an event name 'n'.");
        var domains = (First(message, PlausibleFields.Domain) ?? "").Split(
            ',',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        return new DecodedHits(
            domains is []
                ? [PlausibleHit.Read(request.Request, message, name, null)]
                : [.. domains.Select(domain => PlausibleHit.Read(request.Request, message, name, domain))]
        );
    }

    public StubAnswer AnswerTo(RequestContent request) => StubAnswers.Text("ok", status: 202);

    internal static string? First(JObject message, string[] names)
    {
        foreach (var name in names)
            if (JsonText.Of(message[name]) is { } text)
                return text;
        return null;
    }
}
