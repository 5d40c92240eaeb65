using System.Globalization;
using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Vendors;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Declared;

/// <summary>Builds the hit of one entry as a declaration says; what it does not name is kept under <c>wire</c>.</summary>
internal sealed class DeclaredHit(VendorProfile vendor, HitDeclaration declaration, DeclaredContent content)
{
    private readonly TakenValues _taken = new();
    private readonly List<string> _unread = declaration.PartlyRead is { } sentence ? [sentence] : [];

    /// <summary>Null where the entry names no event.</summary>
    public Hit? Read(JToken? entry)
    {
        if (Text(HitPart.Event, entry) is not { } name)
            return null;
        var hit = new Hit
        {
            Vendor = vendor.Name,
            Account = Text(HitPart.Account, entry),
            Event = name,
            Role = RoleOf(declaration.Role),
            Parameters = [],
            EventId = Text(HitPart.EventId, entry),
            ClientId = Text(HitPart.ClientId, entry),
            SessionId = Text(HitPart.SessionId, entry),
            UserId = Text(HitPart.UserId, entry),
            PageUrl = Text(HitPart.Page, entry),
            PageLoadId = Text(HitPart.PageLoad, entry),
            StatedTime = Time(entry),
            ItemIds = ItemIds(entry),
            Request = content.Request.Request,
        };
        // What has a place of its own is taken before the parameters are copied, so that they do not repeat it.
        var items = Items(entry);
        var parameters = Parameters(entry);
        if (WireFields.Attach(parameters, Wire(entry)) is { } hidden)
            _unread.Add(hidden);
        return hit with { Parameters = parameters, Items = items ?? CustomaryItems(parameters), Unread = [.. _unread, .. content.Flaws] };
    }

    private IReadOnlyList<JObject> CustomaryItems(JObject parameters) => vendor.Aliases.FreeForm ? FreeFormItems.In(parameters) : [];

    private static HitRole RoleOf(DeclaredRole? role) =>
        role switch
        {
            null or DeclaredRole.Event => HitRole.Event,
            DeclaredRole.Companion => HitRole.Companion,
            DeclaredRole.State => HitRole.State,
            _ => throw new InvalidOperationException($"an entry of role {role} is no hit"),
        };

    private string? Text(HitPart part, JToken? entry)
    {
        foreach (var source in declaration.Parts.GetValueOrDefault(part) ?? [])
        {
            if (source.Always is { } always)
                return always;
            if (content.Find(source.Place!, entry) is { } found && JsonText.NotEmpty(found.Value) is { } text)
            {
                _taken.Add(found);
                return text;
            }
        }
        return null;
    }

    private LocatedValue? Value(HitPart part, JToken? entry)
    {
        foreach (var source in declaration.Parts.GetValueOrDefault(part) ?? [])
            if (source.Place is { } place && content.Find(place, entry) is { } found)
                return found;
        return null;
    }

    private DateTimeOffset? Time(JToken? entry)
    {
        if (Value(HitPart.Time, entry) is not { } found)
            return null;
        var time = WireNumber.ReadTime(found.Value)
            ?? (
                DateTimeOffset.TryParse(
                    JsonText.Of(found.Value),
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out var stated
                )
                    ? stated
                    : null
            );
        if (time is not null)
            _taken.Add(found);
        return time;
    }

    private string[] ItemIds(JToken? entry)
    {
        if (Value(HitPart.ItemIds, entry) is not { } found)
            return [];
        return content.Parsed(found.Value) is JArray list
            ? [.. list.Select(JsonText.NotEmpty).OfType<string>()]
            : WireList.Split(JsonText.Of(found.Value), ',');
    }

    /// <summary>Null where none are declared or sent; a list that cannot be read stays where it stands.</summary>
    private List<JObject>? Items(JToken? entry)
    {
        if (Value(HitPart.Items, entry) is not { } found)
            return null;
        if (content.Parsed(found.Value) is not JArray list || list.Any(item => item is not JObject))
        {
            _unread.Add($"The items should be a list of objects and are {found.Value.Type}.");
            return null;
        }
        var items = list.Select(item => content.Copy(item, _taken)).OfType<JObject>().ToList();
        _taken.Add(found);
        return items;
    }

    private JObject Parameters(JToken? entry)
    {
        var parameters = new JObject();
        foreach (var source in declaration.Parameters ?? [])
            if (source.Name is { } name)
                AddNamed(name, source.Place, entry, parameters);
            else if (source.Place.IsPattern)
                AddAll(source.Place, entry, parameters);
            else
                AddObject(source.Place, entry, parameters);
        foreach (var name in declaration.Numbers ?? [])
            if (parameters[name] is JValue { Value: string text })
                parameters[name] = WireNumber.ReadOrText(text);
        return parameters;
    }

    private void AddNamed(string name, Place place, JToken? entry, JObject parameters)
    {
        if (content.Find(place, entry) is not { } found)
            return;
        parameters[name] = content.Copy(content.Parsed(found.Value), new TakenValues());
        _taken.Add(found);
    }

    private void AddAll(Place pattern, JToken? entry, JObject parameters)
    {
        foreach (var (name, found) in content.FindAll(pattern, entry))
            if (!_taken.Has(found) && content.Copy(found.Value, _taken) is { } kept)
            {
                parameters[name] = kept;
                _taken.Add(found);
            }
    }

    private void AddObject(Place place, JToken? entry, JObject parameters)
    {
        if (content.Find(place, entry) is not { } found)
            return;
        if (content.Parsed(found.Value) is not JObject sent)
        {
            _unread.Add($"'{place}' should be a JSON object and is {found.Value.Type}.");
            return;
        }
        foreach (var (name, value) in Rest(sent))
            if (!parameters.TryAdd(name, value))
                parameters.Merge(new JObject { [name] = value });
        _taken.Add(found);
    }

    private JObject Wire(JToken? entry)
    {
        var wire = new JObject();
        AddFields(content.Request.Query, PlaceRoot.Query, wire);
        if (!content.Request.HasBody || !IsBodyRead)
            return wire;
        AddFields(content.Body.Form, PlaceRoot.Form, wire);
        AddRest(entry ?? content.Json, "entry", wire);
        if (entry is not null && content.List is { } list)
        {
            _taken.Add(new LocatedValue(list, PlaceRoot.Body));
            AddRest(content.Json, "body", wire);
        }
        return wire;
    }

    private bool IsBodyRead =>
        content.List is not null
        || (declaration.Parameters?.Any(source => source.Place.IsInBody) ?? false)
        || declaration.Parts.Values.SelectMany(sources => sources).Any(source => source.Place?.IsInBody == true);

    private void AddFields(FieldList fields, PlaceRoot root, JObject wire)
    {
        foreach (var (name, value) in fields)
            if (!_taken.HasField(root, name) && content.Copy(content.Opened(value), _taken) is { } rest)
                Keep(name, rest, root.ToString().ToLowerInvariant(), wire);
    }

    private void AddRest(JToken? value, string source, JObject wire)
    {
        if (value is JObject place)
            foreach (var (name, kept) in Rest(place))
                Keep(name, kept, source, wire);
        else if (value is not null && content.Copy(value, _taken) is { } rest)
            Keep(source, rest, source, wire);
    }

    /// <summary>
    /// What of an object's fields is not taken, copied once: JSON that stands somewhere already is copied again where it is put.
    /// </summary>
    private IEnumerable<(string Name, JToken Value)> Rest(JObject place)
    {
        if (!_taken.Has(place))
            foreach (var (name, value) in place)
                if (value is not null && content.Copy(value, _taken) is { } rest)
                    yield return (name, rest);
    }

    /// <summary>A name that stands in two parts of a request is kept of both.</summary>
    private static void Keep(string name, JToken value, string source, JObject wire) =>
        wire[wire.ContainsKey(name) && source != "query" ? $"{source}.{name}" : name] = value;
}
