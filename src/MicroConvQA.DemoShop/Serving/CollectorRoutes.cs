using System.Text;

namespace MicroConvQA.DemoShop.Serving;

/// <summary>Collectors on the shop's own host, which some faults send to and which refuse some events.</summary>
internal static class CollectorRoutes
{
    /// <summary>A way to Plausible by the shop: its firewall takes one event for SQL.</summary>
    private const string Proxy = "/stats/api/event";

    /// <summary>Snowplow's collector, whose validation knows no lists.</summary>
    private const string Collector = "/com.snowplowanalytics.snowplow/tp2";

    public static void MapCollectors(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Proxy, http => AnswerAsync(http, "Select Item", StatusCodes.Status403Forbidden, StatusCodes.Status202Accepted));
        routes.MapPost(Collector, http => AnswerAsync(http, "list_view", StatusCodes.Status400BadRequest, StatusCodes.Status200OK));
    }

    private static async Task AnswerAsync(HttpContext http, string refused, int refusal, int thanks)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        http.Response.StatusCode = body.Contains(refused, StringComparison.Ordinal) ? refusal : thanks;
    }
}
