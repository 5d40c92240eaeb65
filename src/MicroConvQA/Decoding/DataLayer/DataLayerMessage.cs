using MicroConvQA.Decoding.Content;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.DataLayer;

/// <summary>Objects pushed to the data layer.</summary>
internal static class DataLayerMessage
{
    /// <summary>What configurations and dictionaries call the data layer.</summary>
    public const string Vendor = "datalayer";

    /// <summary>What a message without an event is called.</summary>
    public const string Unnamed = "message";

    public static Hit Read(CapturedRequest request, JObject message)
    {
        var (name, role) = JsonText.NotEmpty(message["event"]) switch
        {
            null => (Unnamed, HitRole.State),
            var builtIn when builtIn.StartsWith("gtm.", StringComparison.Ordinal) => (builtIn, HitRole.State),
            var own => (own, HitRole.Event),
        };
        return Hit(request, name, role, message);
    }

    public static Hit ReadScalar(CapturedRequest request, JToken entry) =>
        Hit(request, Unnamed, HitRole.State, new JObject { ["pushed"] = entry.DeepClone() }) with
        {
            Unread = ["A single value was pushed where the data layer expects an object; Tag Manager ignores it."],
        };

    public static Hit Hit(CapturedRequest request, string name, HitRole role, JObject message)
    {
        var parameters = new JObject();
        var wire = new JObject();
        foreach (var (key, value) in message)
            if (key != "event")
                (DataLayerFields.IsSteering(key) ? wire : parameters)[key] = value?.DeepClone();
        var items = EcommerceObject.Flatten(parameters);
        var hidden = WireFields.Attach(parameters, wire);
        return new Hit
        {
            Vendor = Vendor,
            Event = name,
            Role = role,
            Parameters = parameters,
            Items = items,
            UserId = JsonText.NotEmpty(parameters["user_id"]),
            PageUrl = request.Url,
            Request = request,
            Unread = hidden is null ? [] : [hidden],
        };
    }
}
