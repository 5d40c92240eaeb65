using MicroConvQA.Decoding.Content;

namespace MicroConvQA.Decoding.Answers;

/// <summary>The headers without which a browser keeps a cross-origin answer from the page.</summary>
internal static class CrossOrigin
{
    private static readonly StubAnswer Allowed = new() { Status = 204 };

    public static StubAnswer Preflight(RequestContent request)
    {
        var headers = new Dictionary<string, string>
        {
            ["access-control-allow-methods"] = "GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS",
            ["access-control-max-age"] = "600",
        };
        if (request.Header("access-control-request-headers") is { } requested)
            headers["access-control-allow-headers"] = requested;
        if (request.Header("access-control-request-private-network") is not null)
            headers["access-control-allow-private-network"] = "true";
        return Allow(Allowed with { Headers = headers }, request);
    }

    public static StubAnswer Allow(StubAnswer answer, RequestContent request)
    {
        var headers = new Dictionary<string, string>(answer.Headers)
        {
            ["access-control-allow-origin"] = request.Header("origin") ?? "*",
            ["cross-origin-resource-policy"] = "cross-origin",
            ["timing-allow-origin"] = "*",
            ["cache-control"] = "no-store",
        };
        // A browser refuses credentials together with the wildcard.
        if (request.Header("origin") is not null)
            headers["access-control-allow-credentials"] = "true";
        return answer with { Headers = headers };
    }
}
