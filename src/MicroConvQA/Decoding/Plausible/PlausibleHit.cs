using MicroConvQA.Decoding.Content;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Plausible;

/// <summary>Builds the hit of one event at one site: the shop's props, <c>revenue</c>, and the rest under <c>wire</c>.</summary>
internal static class PlausibleHit
{
    private static readonly string[] Lifted =
    [
        .. PlausibleFields.Event,
        .. PlausibleFields.Url,
        .. PlausibleFields.Domain,
        .. PlausibleFields.Props,
        .. PlausibleFields.Revenue,
    ];

    public static Hit Read(CapturedRequest request, JObject message, string name, string? domain)
    {
        var unread = new List<string>();
        var parameters = Props(message, unread);
        if (Object(message, PlausibleFields.Revenue, unread) is { } revenue)
            parameters["revenue"] = revenue;
        if (WireFields.Attach(parameters, Rest(message)) is { } hidden)
            unread.Add(hidden);
        return new Hit
        {
            Vendor = "plausible",
            Account = domain,
            Event = name,
            Role = name == PlausibleFields.Engagement ? HitRole.Companion : HitRole.Event,
            Parameters = parameters,
            PageUrl = PlausibleDecoder.First(message, PlausibleFields.Url),
            Request = request,
            Unread = unread,
        };
    }

    private static JObject Props(JObject message, List<string> unread) => Object(message, PlausibleFields.Props, unread) ?? [];

    /// <summary>An object, which the older tracker sends as a text of JSON.</summary>
    private static JObject? Object(JObject message, string[] names, List<string> unread)
    {
        foreach (var name in names)
            if (message[name] is { Type: not JTokenType.Null } value)
                return AsObject(name, value, unread);
        return null;
    }

    private static JObject? AsObject(string name, JToken value, List<string> unread)
    {
        try
        {
            if ((value is JValue { Type: JTokenType.String } ? BoundedJson.Parse(JsonText.Of(value)!) : value) is JObject found)
                return (JObject)found.DeepClone();
            unread.Add($"'{name}' should be a JSON object and is {value.Type}.");
        }
        catch (UnreadableRequestException problem)
        {
            unread.Add($"'{name}' should be a JSON object: {problem.Message}");
        }
        return null;
    }

    private static JObject Rest(JObject message)
    {
        var wire = new JObject();
        foreach (var (key, value) in message)
            if (Array.IndexOf(Lifted, key) < 0)
                wire[key] = value?.DeepClone();
        return wire;
    }
}
