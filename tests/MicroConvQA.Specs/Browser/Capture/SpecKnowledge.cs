using System.Web;
using MicroConvQA.Browser.Capture;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Specs.Browser.Capture;

/// <summary>A made-up vendor: <c>/collect?n=name</c> on any host is its event of that name; beside it the data layer.</summary>
internal sealed class SpecKnowledge : ITrafficKnowledge
{
    /// <summary>The one by which specs share their browsers.</summary>
    public static SpecKnowledge Shared { get; } = new();

    public string? VendorOf(string method, string url) =>
        (method, new Uri(url).AbsolutePath) switch
        {
            ("OPTIONS", _) => null,
            (_, "/collect") => "spec",
            (_, "/other/collect") => "other",
            _ => null,
        };

    public DecodedRequest Decode(CapturedRequest request) =>
        request.Transport switch
        {
            Transport.DataLayer => Of(request, "datalayer", PushedEvent(request)),
            _ when VendorOf(request.Method, request.Url) is { } vendor => Of(
                request,
                vendor,
                HttpUtility.ParseQueryString(new Uri(request.Url).Query)["n"]!
            ),
            _ => new DecodedRequest { Request = request },
        };

    public LocalAnswer AnswerTo(CapturedRequest request) => new(204, new Dictionary<string, string>(), []);

    private static string PushedEvent(CapturedRequest request)
    {
        var entry = JObject.Parse(System.Text.Encoding.UTF8.GetString(request.Body))["entry"];
        return (string?)(entry is JArray command ? command.ElementAtOrDefault(1) : entry?["event"]) ?? "";
    }

    private static DecodedRequest Of(CapturedRequest request, string vendor, string name) =>
        new()
        {
            Request = request,
            Vendor = vendor,
            Hits =
            [
                new Hit
                {
                    Vendor = vendor,
                    Event = name,
                    Parameters = [],
                    Request = request,
                },
            ],
        };
}
