using System.Globalization;
using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Heap;

/// <summary>Builds the hits of one request of the classic script: a page view, interactions, or who somebody is.</summary>
internal static class HeapHits
{
    private const string OwnEvent =
        "What Heap's script sends with an event of the shop's own is not public: its properties may stand under 'wire'.";

    public static IReadOnlyList<Hit> Read(RequestContent request)
    {
        var query = request.Query;
        if (HeapFields.StatePaths.FirstOrDefault(path => request.Path.StartsWith(path, StringComparison.Ordinal)) is { } state)
            return [Build(request, state[(state.LastIndexOf('/') + 1)..], HitRole.State, [], Rest(query, []), null, query["st"], [])];
        var interactions = Interactions(query);
        return interactions.Count > 0 ? [.. interactions.Values.Select(fields => Interaction(request, fields))] : [PageView(request)];
    }

    private static Hit PageView(RequestContent request)
    {
        var query = request.Query;
        if (!query.Has("h") && !query.Has("d"))
            throw new UnreadableRequestException(
                "It is no page view and names no interaction: there is neither 'd', 'h' nor 't0' in its query."
            );
        var (parameters, wire) = (new JObject(), new JObject());
        HeapFields.Page.Sort(query, parameters, wire, field => HeapFields.Lifted.Contains(field.Name));
        AddPairs(query, HeapFields.SessionProperties, wire);
        return Build(request, HeapFields.PageView, HitRole.Event, parameters, wire, null, query["ts"], []);
    }

    private static Hit Interaction(RequestContent request, JObject fields)
    {
        var type = (string?)fields["t"] ?? "";
        var (parameters, wire) = (new JObject(), Rest(request.Query, fields));
        foreach (var (name, value) in fields)
            if (HeapFields.Interaction.TryGetValue(name, out var documented))
                parameters[documented] = value;
            else if (name is not ("t" or "id" or "ts"))
                wire[name] = value;
        HeapFields.Page.Sort(Pairs(request.Query, HeapFields.PageProperties), parameters, []);
        return Build(
            request,
            type,
            HitRole.Event,
            parameters,
            wire,
            (string?)fields["id"],
            (string?)fields["ts"],
            HeapFields.Captured.Contains(type) ? [] : [OwnEvent]
        );
    }

    private static Hit Build(
        RequestContent request,
        string name,
        HitRole role,
        JObject parameters,
        JObject wire,
        string? id,
        string? time,
        IReadOnlyList<string> unread
    )
    {
        var query = request.Query;
        var hidden = WireFields.Attach(parameters, wire);
        return new Hit
        {
            Vendor = "heap",
            Account = query["a"],
            Event = name,
            Role = role,
            Parameters = parameters,
            EventId = id,
            ClientId = query["u"],
            SessionId = query["s"],
            UserId = query["i"],
            PageLoadId = query["v"],
            StatedTime = WireNumber.ReadTime(time),
            Request = request.Request,
            Unread = hidden is null ? unread : [.. unread, hidden],
        };
    }

    /// <summary>The fields of each interaction by its number: <c>id0</c>, <c>t0</c>, <c>n0</c>; only those that have a type.</summary>
    private static SortedDictionary<int, JObject> Interactions(FieldList query)
    {
        var interactions = new SortedDictionary<int, JObject>();
        foreach (var (name, value) in query)
            if (Numbered(name) is var (key, number))
            {
                if (!interactions.TryGetValue(number, out var fields))
                    interactions[number] = fields = interactions.Count < DecodingLimits.Events ? [] : throw WireList.TooManyEvents();
                fields[key] = value;
            }
        foreach (
            var number in interactions
                .Where(interaction => JsonText.NotEmpty(interaction.Value["t"]) is null)
                .Select(interaction => interaction.Key)
                .ToList()
        )
            interactions.Remove(number);
        return interactions;
    }

    private static (string Key, int Number)? Numbered(string name)
    {
        var digits = name.AsSpan().IndexOfAnyInRange('0', '9');
        return digits is > 0 and <= 2 && int.TryParse(name.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (name[..digits], number)
            : null;
    }

    /// <summary>What of the request belongs to no interaction.</summary>
    private static JObject Rest(FieldList query, JObject interaction)
    {
        var wire = new JObject();
        foreach (var (name, value) in query)
            if (!HeapFields.Lifted.Contains(name) && (interaction.Count == 0 || Numbered(name) is null))
                wire[name] = value;
        AddPairs(query, HeapFields.SessionProperties, wire);
        return wire;
    }

    private static void AddPairs(FieldList query, string name, JObject wire)
    {
        var properties = new JObject();
        foreach (var (key, value) in Pairs(query, name))
            properties[key] = value;
        if (properties.Count > 0)
            wire[name] = properties;
    }

    private static FieldList Pairs(FieldList query, string name) =>
        new([
            .. query
                .Where(field => field.Name == name)
                .Select(field => field.Value)
                .Chunk(2)
                .Where(pair => pair.Length == 2)
                .Select(pair => new Field(pair[0], pair[1])),
        ]);
}
