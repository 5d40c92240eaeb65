using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Meta;

/// <summary>
/// Builds the hit of one request: the event's data are the parameters, groups such as <c>ud[em]</c> stand nested under <c>wire</c>.
/// </summary>
internal static class MetaHit
{
    public static Hit Read(RequestContent request, FieldList fields)
    {
        var name = fields["ev"] is { Length: > 0 } stated
            ? stated
            : throw new UnreadableRequestException("It names no event: there is no 'ev' in its query or form.");
        var unread = new List<string>();
        var (parameters, wire) = (new JObject(), new JObject());
        MetaFields.Table.Sort(fields, parameters, wire, field => PutGrouped(field, parameters, wire));
        var items = Items(parameters, unread);
        if (WireFields.Attach(parameters, wire) is { } hidden)
            unread.Add(hidden);
        return new Hit
        {
            Vendor = "meta",
            Account = fields["id"],
            Event = name,
            Role = request.Host == MetaFields.Copies || MetaFields.Automatic.Contains(name) ? HitRole.Companion : HitRole.Event,
            Parameters = parameters,
            Items = items,
            ItemIds = items.Count == 0 && parameters[MetaFields.ItemIds] is JArray ids ? [.. ids.Select(JsonText.Of).OfType<string>()] : [],
            EventId = fields["eid"] is { Length: > 0 } id ? id : null,
            ClientId = fields["fbp"],
            UserId = fields["ud[external_id]"],
            PageUrl = fields["dl"],
            PageLoadId = fields["it"],
            StatedTime = WireNumber.ReadTime(fields["ts"]),
            Request = request.Request,
            Unread = unread,
        };
    }

    /// <summary>Reads <c>group[key]</c>: of the event's data as parameters, of any other group as part of the wire.</summary>
    private static bool PutGrouped(Field field, JObject parameters, JObject wire)
    {
        var (name, value) = field;
        var open = name.IndexOf('[', StringComparison.Ordinal);
        if (open <= 0 || name[^1] != ']')
            return false;
        var (group, key) = (name[..open], name[(open + 1)..^1]);
        if (group == MetaFields.Data)
            parameters[key] = MetaFields.Numbers.Contains(key) ? WireNumber.ReadOrText(value) : JsonField.ValueOrText(value);
        else if (wire[group] is null or JObject)
            ((JObject)(wire[group] ??= new JObject()))[key] = value;
        else
            return false;
        return true;
    }

    private static IReadOnlyList<JObject> Items(JObject parameters, List<string> unread)
    {
        if (parameters[MetaFields.Items] is not { } sent)
            return [];
        if (sent is not JArray list || list.Any(item => item is not JObject))
        {
            unread.Add($"'{MetaFields.Items}' should be a list of objects and is {sent.Type}.");
            return [];
        }
        parameters.Remove(MetaFields.Items);
        return [.. list.Cast<JObject>()];
    }
}
