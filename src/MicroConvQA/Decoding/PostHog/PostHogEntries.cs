using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.PostHog;

/// <summary>
/// The events of a request: a <c>batch</c> beside the project's key, a list, or one; as JSON, or in a field <c>data</c> as JSON, base64 of
/// it or of gzip. What is compressed does not say so.
/// </summary>
/// <param name="Entries">The events.</param>
/// <param name="ApiKey">The project's key where it stands beside them.</param>
internal sealed record PostHogEntries(IReadOnlyList<JToken> Entries, string? ApiKey)
{
    /// <summary>Null where the request has no such data; throws where it has some that cannot be read.</summary>
    public static PostHogEntries? Find(RequestContent request)
    {
        if (request.HasBody && request.IsJson)
            return Of(request.Json);
        var data = request.Query["data"] ?? (request.HasBody ? request.Form["data"] : null);
        return data is null ? null : Of(BoundedJson.Parse(TextOf(data)));
    }

    /// <summary>Whether they are PostHog's: an event that names its library and whose project is known.</summary>
    public bool ArePostHogs =>
        Entries is [JObject { } first, ..]
        && first["event"] is not null
        && first["properties"] is JObject properties
        && properties["$lib"] is not null
        && (ApiKey is not null || properties["token"] is not null || first["api_key"] is not null);

    private static PostHogEntries Of(JToken data) =>
        data switch
        {
            JArray list => new([.. list], null),
            JObject { } envelope when envelope["batch"] is JArray batch => new([.. batch], JsonText.NotEmpty(envelope["api_key"])),
            _ => new([data], JsonText.NotEmpty((data as JObject)?["api_key"])),
        };

    private static string TextOf(string data)
    {
        if (BoundedJson.LooksLikeJson(data))
            return data;
        return Base64Text.TryInflate(data, out var text) && BoundedJson.LooksLikeJson(text)
            ? text
            : throw new UnreadableRequestException("Its field 'data' is neither JSON nor base64 of JSON.");
    }
}
