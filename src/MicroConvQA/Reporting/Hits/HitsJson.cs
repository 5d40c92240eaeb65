using System.Globalization;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Reporting.Hits;

/// <summary>
/// Writes decoded traffic as a list for programs: one entry a hit, and one for each request that could not be read. The format is described
/// in docs/hits-json.md.
/// </summary>
internal static class HitsJson
{
    /// <summary>Writes the list as it is made, so that its length costs no memory.</summary>
    /// <param name="traffic">The hits.</param>
    /// <param name="startedAt">When the recording started.</param>
    /// <param name="output">Where it goes; it is left open.</param>
    public static void Write(DecodedTraffic traffic, DateTimeOffset startedAt, TextWriter output)
    {
        var repetitions = traffic.Repetitions();
        using (var json = new JsonTextWriter(output) { Formatting = Formatting.Indented, CloseOutput = false })
        {
            json.WriteStartArray();
            foreach (var request in traffic.Requests)
            foreach (var entry in Entries(request, startedAt, repetitions))
                entry.WriteTo(json);
            json.WriteEndArray();
        }
        output.Write('\n');
    }

    private static IEnumerable<JObject> Entries(DecodedRequest request, DateTimeOffset startedAt, IReadOnlyDictionary<Hit, Hit> repetitions)
    {
        foreach (var hit in request.Hits)
            yield return Entry(request, hit, startedAt, repetitions.GetValueOrDefault(hit));
        if (request.Problem is not null && request.Hits.Count == 0)
            yield return Entry(request, null, startedAt, null);
    }

    private static JObject Entry(DecodedRequest request, Hit? hit, DateTimeOffset startedAt, Hit? original) =>
        new()
        {
            ["vendor"] = request.Vendor,
            ["event"] = hit?.Event,
            ["params"] = hit?.Parameters.DeepClone() ?? new JObject(),
            ["items"] = new JArray(hit?.Items.Select(item => item.DeepClone()) ?? []),
            ["aux"] = hit is { Role: HitRole.Companion } || original is not null,
            ["copyOf"] = original?.Request.Number,
            ["role"] = hit is null ? null : RoleOf(hit.Role),
            ["account"] = hit?.Account,
            ["standardEvent"] = hit?.StandardEvent,
            ["value"] = hit?.Value?.DeepClone(),
            ["currency"] = hit?.Currency,
            ["transactionId"] = hit?.TransactionId,
            ["itemIds"] = new JArray(hit?.ItemIds ?? []),
            ["eventId"] = hit?.EventId,
            ["clientId"] = hit?.ClientId,
            ["sessionId"] = hit?.SessionId,
            ["userId"] = hit?.UserId,
            ["consent"] = Consent(hit?.Consent),
            ["page"] = hit?.PageUrl,
            ["statedAt"] = Time(hit?.StatedTime),
            ["sentAt"] = Time(startedAt + request.Request.At),
            ["request"] = request.Request.Number,
            ["line"] = hit?.Line,
            ["method"] = request.Request.Method,
            ["url"] = request.Request.Url,
            ["status"] = request.Request.Status,
            ["delivered"] = request.Request.Fate != RequestFate.NotDelivered,
            ["remark"] = request.Request.Remark,
            ["unread"] = new JArray(hit?.Unread ?? []),
            ["problem"] = request.Problem,
        };

    private static JObject? Consent(ConsentSignal? consent) =>
        consent is null
            ? null
            : new JObject
            {
                ["adStorage"] = consent.AdStorage,
                ["analyticsStorage"] = consent.AnalyticsStorage,
                ["adUserData"] = consent.AdUserData,
                ["adPersonalization"] = consent.AdPersonalization,
                ["update"] = consent.IsUpdate,
                ["raw"] = consent.Raw,
            };

    private static string RoleOf(HitRole role) =>
        role switch
        {
            HitRole.Event => "event",
            HitRole.Companion => "companion",
            HitRole.State => "state",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        };

    private static string? Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
