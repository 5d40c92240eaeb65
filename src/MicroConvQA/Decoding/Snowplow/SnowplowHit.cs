using MicroConvQA.Decoding.Content;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Snowplow;

/// <summary>Builds the hit of one event. Throws where not even its name can be read.</summary>
internal static class SnowplowHit
{
    public static Hit Read(CapturedRequest request, FieldList fields)
    {
        var type = fields["e"] ?? throw new UnreadableRequestException("It names no event type 'e'.");
        var unread = new List<string>();
        var described = Unwrap(SelfDescribing.Read(fields, "ue_pr", "ue_px"));
        var name = Name(type, fields, described);
        var parameters = Parameters(fields, described);
        var contexts = Contexts(fields, unread);
        contexts.AddTo(parameters);
        if (WireFields.Attach(parameters, Wire(fields)) is { } hidden)
            unread.Add(hidden);
        return new Hit
        {
            Vendor = "snowplow",
            Account = fields["aid"],
            Event = name,
            // The items of a legacy transaction are sent beside it, each in an event of its own.
            Role = type == "ti" ? HitRole.Companion : HitRole.Event,
            Parameters = parameters,
            Items = contexts.Items,
            EventId = fields["eid"],
            ClientId = fields["duid"],
            SessionId = fields["sid"],
            UserId = fields["uid"],
            PageUrl = fields["url"],
            PageLoadId = contexts.PageViewId,
            StatedTime = WireNumber.ReadTime(fields["ttm"] ?? fields["dtm"]),
            Request = request,
            Unread = unread,
        };
    }

    private static string Name(string type, FieldList fields, SelfDescribing? described) =>
        type switch
        {
            "se" when fields["se_ac"] is { Length: > 0 } action => action,
            "ue" when described is { } own => own.Schema.Name == SnowplowFields.EcommerceAction
            && JsonText.NotEmpty((own.Data as JObject)?["type"]) is { } action
                ? action
                : own.Schema.Name,
            "ue" => throw new UnreadableRequestException("It is a self-describing event without 'ue_pr' or 'ue_px'."),
            _ => SnowplowFields.EventTypes.GetValueOrDefault(type, type),
        };

    /// <summary>The event itself is wrapped in a self-describing envelope of the protocol's.</summary>
    private static SelfDescribing? Unwrap(SelfDescribing? envelope) =>
        envelope is not { } outer
            ? null
            : SelfDescribing.Read(outer.Data)
                ?? throw new UnreadableRequestException("Its self-describing event holds no event with a schema and data.");

    private static JObject Parameters(FieldList fields, SelfDescribing? described)
    {
        var parameters = described?.Data is JObject data ? JsonParts.Taken(data) : [];
        foreach (var (key, value) in fields)
            if (SnowplowFields.Parameters.TryGetValue(key, out var name) && !parameters.ContainsKey(name))
                parameters[name] = SnowplowFields.Numbers.Contains(key) ? WireNumber.ReadOrText(value) : new JValue(value);
        return parameters;
    }

    /// <summary>An event whose contexts cannot be read is still an event, partly read.</summary>
    private static SnowplowContexts Contexts(FieldList fields, List<string> unread)
    {
        var contexts = new SnowplowContexts();
        try
        {
            contexts.Read(fields);
        }
        catch (UnreadableRequestException problem)
        {
            unread.Add(problem.Message);
        }
        return contexts;
    }

    private static JObject Wire(FieldList fields)
    {
        var wire = new JObject();
        foreach (var (key, value) in fields)
            if (!SnowplowFields.Parameters.ContainsKey(key) && !SnowplowFields.Lifted.Contains(key))
                wire[key] = value;
        return wire;
    }
}
