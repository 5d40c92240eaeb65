using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;

namespace MicroConvQA.Decoding.AdobeAnalytics;

/// <summary>
/// Adobe Analytics as AppMeasurement sends it: a page view or a link in the query of an image, or in a body where it is long, and with it
/// any number of success events, each of which is a hit of its own here. Source: experienceleague.adobe.com, "Data collection query
/// parameters", "products" and "events"; request shapes of github.com/MisterPhilip/omnibug, test/providers/AdobeAnalytics.js.
/// </summary>
internal sealed class AdobeAnalyticsDecoder : IHitDecoder
{
    private const string PathMark = "/b/ss/";

    private static readonly string[] Hosts = ["*.omtrdc.net", "*.2o7.net", "*.data.adobedc.net"];

    public VendorProfile Vendor { get; } =
        new()
        {
            Name = "adobe-analytics",
            Title = "Adobe Analytics",
            Account = "the report suite; a request to several is hits at each",
            EventId = "an event's serial number, else a purchase's `purchaseID`",
            Endpoints = [.. Hosts.Select(host => new Endpoint(host, $"{PathMark}*"))],
            PayloadKeys = ["AQB"],
            Payload = "a path with `/b/ss/<report suite>/` and `AQB` in the query or body, on any host, such as a shop's own",
            Aliases = AdobeAnalyticsFields.Aliases,
            StandardEvents = AdobeAnalyticsFields.StandardEvents,
            Limits = AdobeAnalyticsLimits.All,
            Evidence = Evidence.Documentation,
        };

    public bool Recognises(RequestContent request) =>
        request.Path.Contains(PathMark, StringComparison.Ordinal)
        && (request.Query.Has("AQB") || (request.HasBody && request.Form.Has("AQB")));

    public DecodedHits Decode(RequestContent request)
    {
        var fields = request.HasBody ? new FieldList([.. request.Query, .. request.Form]) : request.Query;
        if (fields.Count == 0)
            throw new UnreadableRequestException("It carries no fields, neither in its query nor in a body.");
        var suites = WireList.Split(ReportSuites(request.Path), ',');
        return new DecodedHits(AdobeAnalyticsHits.Read(request, suites is [] ? new string?[] { null } : suites, fields));
    }

    public StubAnswer AnswerTo(RequestContent request) => StubAnswers.Pixel;

    private static string? ReportSuites(string path)
    {
        var start = path.IndexOf(PathMark, StringComparison.Ordinal);
        if (start < 0)
            return null;
        var rest = path.AsSpan(start + PathMark.Length);
        var end = rest.IndexOf('/');
        return Uri.UnescapeDataString(end < 0 ? rest : rest[..end]);
    }
}
