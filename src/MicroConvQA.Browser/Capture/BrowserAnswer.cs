using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture;

/// <summary>
/// Fits a vendor's answer to what the browser asked for: readable across origins, a picture where it wants a picture, a document where it
/// wants a document. An image element that is answered without a picture fires <c>error</c>, an iframe without a document never loads.
/// </summary>
internal static class BrowserAnswer
{
    private static readonly byte[] Pixel = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private static readonly byte[] Page = "<!doctype html><title></title>"u8.ToArray();

    public static LocalAnswer Fit(Transport transport, IReadOnlyDictionary<string, string> asked, LocalAnswer answer)
    {
        var fitted = transport switch
        {
            Transport.Image => Of("image/", "image/gif", Pixel, answer),
            Transport.Document => Of("text/html", "text/html", Page, answer),
            Transport.Script => Of("text/javascript", "text/javascript", [], answer),
            Transport.Stylesheet => Of("text/css", "text/css", [], answer),
            _ => answer,
        };
        return fitted with { Headers = WithAccess(asked, fitted.Headers) };
    }

    public static LocalAnswer ToPreflight(IReadOnlyDictionary<string, string> asked)
    {
        var headers = new Dictionary<string, string>
        {
            ["Access-Control-Allow-Methods"] = asked["Access-Control-Request-Method"],
            ["Access-Control-Max-Age"] = "600",
        };
        if (asked.TryGetValue("Access-Control-Request-Headers", out var names))
            headers["Access-Control-Allow-Headers"] = names;
        return new LocalAnswer(204, WithAccess(asked, headers), []);
    }

    public static LocalAnswer Blank() => new(200, new Dictionary<string, string> { ["Content-Type"] = "text/html" }, Page);

    private static LocalAnswer Of(string wanted, string type, byte[] body, LocalAnswer answer)
    {
        var sent = answer.Headers.FirstOrDefault(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value;
        if (answer.Status == 200 && sent?.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) == true)
            return answer;
        var headers = new Dictionary<string, string>(answer.Headers, StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = type };
        return new LocalAnswer(200, headers, body);
    }

    private static Dictionary<string, string> WithAccess(
        IReadOnlyDictionary<string, string> asked,
        IReadOnlyDictionary<string, string> answer
    )
    {
        var headers = new Dictionary<string, string>(answer, StringComparer.OrdinalIgnoreCase)
        {
            ["Access-Control-Allow-Origin"] = asked.GetValueOrDefault("Origin", "*"),
            ["Cross-Origin-Resource-Policy"] = "cross-origin",
        };
        if (asked.ContainsKey("Origin"))
            headers["Access-Control-Allow-Credentials"] = "true";
        headers.TryAdd("Cache-Control", "no-store");
        return headers;
    }
}
