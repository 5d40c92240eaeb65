using System.Globalization;
using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Criteo;

/// <summary>Builds the hits of one push; what it says of all its events stands on each of them.</summary>
internal static class CriteoHits
{
    /// <summary>Fields of the push that have a place of their own on the hit.</summary>
    private static readonly HashSet<string> s_lifted = ["a", "ceid", "fu"];

    public static IReadOnlyList<Hit> Read(RequestContent request)
    {
        var pushed = request
            .Query.Where(field => IsEvent(field.Name))
            .Select(field => FieldList.Parse(field.Value))
            .Where(fields => fields["e"] is { Length: > 0 })
            .ToList();
        if (pushed.Count == 0)
            throw new UnreadableRequestException("It names no event: no 'p0' in its query has an 'e'.");
        if (pushed.Count > DecodingLimits.Events)
            throw WireList.TooManyEvents();
        var events = pushed.Where(fields => !CriteoFields.Common.Contains(fields["e"]!)).ToList();
        var common = Common(request, pushed);
        // A push may say only what is of all events.
        return [.. (events.Count > 0 ? events : pushed[..1]).Select((fields, place) => Build(request, fields, place, common))];
    }

    private static Hit Build(RequestContent request, FieldList fields, int place, (JObject Wire, string? Currency) common)
    {
        var code = fields["e"]!;
        var (parameters, wire) = (new JObject(), new JObject());
        CriteoFields.Table.Sort(fields, parameters, wire);
        if (common.Currency is { } currency)
            parameters.TryAdd("currency", currency);
        wire.Merge(common.Wire);
        var hidden = WireFields.Attach(parameters, wire);
        return new Hit
        {
            Vendor = "criteo",
            Account = request.Query["a"],
            Event = CriteoFields.Events.GetValueOrDefault(code, code),
            Role = CriteoFields.States.Contains(code) || CriteoFields.Common.Contains(code) ? HitRole.State : HitRole.Event,
            Parameters = parameters,
            Items = CriteoItems.Read(fields[CriteoFields.Items]),
            EventId = request.Query["ceid"] is { Length: > 0 } id ? string.Create(CultureInfo.InvariantCulture, $"{id}/{place}") : null,
            PageUrl = request.Query["fu"] is { Length: > 0 } page ? Uri.UnescapeDataString(page) : null,
            Request = request.Request,
            Unread = hidden is null ? [] : [hidden],
        };
    }

    private static (JObject Wire, string? Currency) Common(RequestContent request, List<FieldList> pushed)
    {
        var wire = new JObject();
        string? currency = null;
        foreach (var (name, value) in request.Query)
            if (!IsEvent(name) && !s_lifted.Contains(name))
                wire[name] = value;
        foreach (var fields in pushed.Where(fields => CriteoFields.Common.Contains(fields["e"]!)))
        foreach (var (name, value) in fields)
            if (fields["e"] == "setcurrency" && name == "c")
                currency = value;
            else if (name != "e")
                wire[name] = value;
        return (wire, currency);
    }

    private static bool IsEvent(string name) => name is ['p', _, ..] && name.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
