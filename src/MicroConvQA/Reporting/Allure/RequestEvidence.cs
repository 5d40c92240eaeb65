using System.Text;
using MicroConvQA.Recording;
using MicroConvQA.Source;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Reporting.Allure;

/// <summary>Attaches requests to a test: HTTP as an exchange, data-layer pushes as JSON.</summary>
internal sealed class RequestEvidence(AllureWalk context, AttachmentSheaf sheaf)
{
    public IEnumerable<AllureAttachment> Of(IEnumerable<int> numbers) =>
        from number in numbers.Distinct().Order()
        let request = context.Request(number)
        where request is not null
        select request.Transport == Transport.DataLayer ? Push(request) : Exchange(request);

    private AllureAttachment Exchange(CapturedRequest request) =>
        sheaf.Text(
            $"Request #{request.Number}: {request.Method} {HostOf(request.Url)}",
            HttpExchange.ContentType,
            "json",
            new HttpExchange(request, context.Mask).ToString()
        );

    private AllureAttachment Push(CapturedRequest request) =>
        sheaf.Text(
            $"Data layer push #{request.Number}",
            "application/json",
            "json",
            ShownText.Evidence(context.Mask.Of(Indented(Encoding.UTF8.GetString(request.Body))))
        );

    private static string Indented(string json)
    {
        try
        {
            return JToken.Parse(json).ToString(Formatting.Indented);
        }
        catch (JsonReaderException)
        {
            // What the page pushed is shown as it is.
            return json;
        }
    }

    private static string HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Authority + uri.AbsolutePath : url;
}
