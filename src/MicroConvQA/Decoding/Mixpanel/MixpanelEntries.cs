using System.Diagnostics.CodeAnalysis;
using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Mixpanel;

/// <summary>What Mixpanel's <c>data</c> carries: one event or profile update, or a list of them, as JSON or base64 of JSON.</summary>
internal static class MixpanelEntries
{
    /// <summary>Null where the request has no such data; throws where it has some that cannot be read.</summary>
    public static IReadOnlyList<JToken>? Find(RequestContent request)
    {
        if (request.Query["data"] is { } inQuery)
            return Split(Parse(inQuery));
        if (!request.HasBody)
            return null;
        if (request.IsJson)
            return [.. request.JsonLines.SelectMany(Split)];
        return request.Form["data"] is { } inBody ? Split(Parse(inBody)) : null;
    }

    /// <summary>Whether the data is Mixpanel's: an event with its project's token, or a profile update.</summary>
    public static bool AreMixpanels(RequestContent request)
    {
        return TryFind(request, out var entries)
            && entries is [JObject first, ..]
            && (
                first["event"] is not null
                    ? first["properties"] is JObject properties && properties["token"] is not null
                    : first["$token"] is not null
            );
    }

    private static bool TryFind(RequestContent request, [NotNullWhen(true)] out IReadOnlyList<JToken>? entries)
    {
        entries = null;
        if (request.Query["data"] is null && request.HasBody && !request.IsJson && request.Form["data"] is null)
            return false;
        try
        {
            entries = Find(request);
        }
        catch (UnreadableRequestException) when (request.BodyText.Length > 0 || !request.HasBody)
        {
            // The body is there and is something else: on a shop's own host 'data' is anybody's word.
            return false;
        }
        return entries is not null;
    }

    private static JToken Parse(string data)
    {
        if (BoundedJson.LooksLikeJson(data))
            return BoundedJson.Parse(data);
        return Base64Text.TryDecode(data, out var text) && BoundedJson.LooksLikeJson(text)
            ? BoundedJson.Parse(text)
            : throw new UnreadableRequestException("Its field 'data' is neither JSON nor base64 of JSON.");
    }

    private static IReadOnlyList<JToken> Split(JToken data) => data is JArray list ? [.. list] : [data];
}
