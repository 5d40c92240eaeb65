using System.Globalization;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Vendors;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Declared;

/// <summary>A request as a declaration's places look at it.</summary>
/// <param name="request">The request.</param>
/// <param name="encodings">Fields whose text is encoded, where its content does not tell.</param>
internal sealed class DeclaredContent(RequestContent request, IReadOnlyDictionary<Place, TextEncoding> encodings)
{
    private readonly Dictionary<string, JToken?> _parsed = [];
    private DeclaredBody? _body;
    private readonly List<string> _flaws = [];
    private int _copied;

    public RequestContent Request => request;

    public DeclaredBody Body => _body ??= DeclaredBody.Read(request);

    /// <summary>The body's one JSON value; null where it is none.</summary>
    public JToken? Json =>
        Body.Values switch
        {
            [] => null,
            [var only] => only,
            var several => throw new UnreadableRequestException($"Its body should be one JSON value and holds {several.Count}."),
        };

    /// <summary>The list out of which the entries are; null where the request is one entry.</summary>
    public JToken? List { get; private set; }

    /// <summary>What of the fields could not be decoded, in sentences.</summary>
    public IReadOnlyList<string> Flaws => _flaws;

    /// <summary>
    /// What is one hit each: the entries of the first of the lists that is there, else one null, which stands for the request as a whole.
    /// </summary>
    public IReadOnlyList<JToken?> Entries(IReadOnlyList<Place> lists)
    {
        foreach (var place in lists)
        {
            if (place is { Root: PlaceRoot.Body or PlaceRoot.Entry, Name: "" } && request.HasBody && Body.Values.Count > 0)
                return Bounded([.. Body.Values.SelectMany(value => value is JArray list ? [.. list] : (IEnumerable<JToken>)[value])]);
            if (place.Name.Length > 0 && Find(place, entry: null) is { } found && Parsed(found.Value) is JArray entries)
            {
                List = found.Value;
                return Bounded([.. entries]);
            }
        }
        return [null];
    }

    /// <summary>Whether all conditions hold.</summary>
    public bool Holds(IReadOnlyList<PlaceCondition> conditions, JToken? entry)
    {
        foreach (var condition in conditions)
            if (!Holds(condition, entry))
                return false;
        return true;
    }

    /// <summary>The value at a place that stands for one; null where there is none.</summary>
    public LocatedValue? Find(Place place, JToken? entry) =>
        encodings.TryGetValue(place, out var encoding) && FindAsSent(place, entry) is { } found
            ? found with
            {
                Value = Decoded(found.Value, encoding, place),
            }
            : FindAsSent(place, entry);

    private LocatedValue? FindAsSent(Place place, JToken? entry) =>
        place.Root switch
        {
            PlaceRoot.Query => InFields(request.Query, PlaceRoot.Query, place.Name),
            PlaceRoot.Form => InFields(Body.Form, PlaceRoot.Form, place.Name),
            PlaceRoot.Field => InFields(request.Query, PlaceRoot.Query, place.Name) ?? InFields(Body.Form, PlaceRoot.Form, place.Name),
            PlaceRoot.Body => InJson(Json, place.Name),
            // Where there is no list, the body is the entry.
            PlaceRoot.Entry => InJson(entry ?? Json, place.Name),
            PlaceRoot.Header => Text(
                request.Header(place.Name) ?? (place.Name == Place.BasicUser ? UserOfBasic() : null),
                PlaceRoot.Header
            ),
            PlaceRoot.Path => Text(PathPart(place.Name), PlaceRoot.Path),
            PlaceRoot.Host => Text(request.Host, PlaceRoot.Host),
            PlaceRoot.Method => Text(request.Request.Method, PlaceRoot.Method),
            _ => throw new InvalidOperationException($"unknown part of a request {place.Root}"),
        };

    /// <summary>The values at a place with a wildcard, each with what the wildcard stands for.</summary>
    public IEnumerable<(string Name, LocatedValue Found)> FindAll(Place pattern, JToken? entry)
    {
        if (pattern.Root is PlaceRoot.Query or PlaceRoot.Field)
            foreach (var (name, value) in request.Query)
                if (Fitting(pattern.Name, name) is { } part)
                    yield return (part, new LocatedValue(new JValue(value), PlaceRoot.Query, name));
        if (pattern.Root is PlaceRoot.Form or PlaceRoot.Field)
            foreach (var (name, value) in Body.Form)
                if (Fitting(pattern.Name, name) is { } part)
                    yield return (part, new LocatedValue(new JValue(value), PlaceRoot.Form, name));
        if (pattern.Root is PlaceRoot.Body or PlaceRoot.Entry && ObjectOf(pattern, entry) is { } place)
            foreach (var property in place.Properties())
                if (Fitting(LastSegment(pattern.Name), property.Name) is { } part)
                    yield return (part, new LocatedValue(property.Value, PlaceRoot.Body));
    }

    /// <summary>
    /// The object or list that a text is meant to be, as JSON base64 of JSON or what lz-string made of JSON; any other value as it is.
    /// </summary>
    public JToken Parsed(JToken value)
    {
        if (value is not JValue { Value: string text })
            return value;
        if (!_parsed.TryGetValue(text, out var parsed))
            _parsed[text] = parsed = Parse(text);
        return parsed ?? value;
    }

    /// <summary>The JSON that a field's text was found to be when a place led into it; else the text.</summary>
    public JToken Opened(string text) => _parsed.GetValueOrDefault(text) ?? new JValue(text);

    /// <summary>A copy without what is taken already; objects of which nothing is left are left out too. Null = nothing is left.</summary>
    public JToken? Copy(JToken value, TakenValues taken)
    {
        if (taken.Has(value))
            return null;
        Count(1);
        return value switch
        {
            JObject place => Copy(place, taken),
            JArray list => new JArray(list.Select(item => Copy(item, taken) ?? JValue.CreateNull())),
            _ => value.DeepClone(),
        };
    }

    private JObject? Copy(JObject place, TakenValues taken)
    {
        var copy = new JObject();
        foreach (var (name, value) in place)
            if (value is not null && Copy(value, taken) is { } kept)
                copy[name] = kept;
        return copy.Count > 0 || place.Count == 0 ? copy : null;
    }

    private JToken Decoded(JToken value, TextEncoding encoding, Place place)
    {
        var text = JsonText.Of(value) ?? "";
        var decoded = encoding switch
        {
            TextEncoding.Base64 => Base64Text.TryDecode(text, out var plain) ? plain : null,
            TextEncoding.LzString => LzText.TryDecode(text, out var written) ? written : null,
            _ => throw new InvalidOperationException($"unknown encoding {encoding}"),
        };
        if (decoded is not null)
            return new JValue(decoded);
        var flaw = $"'{place}' should be encoded as {TextEncodings.NameOf(encoding)} and is not, so it stands as it was sent.";
        if (text.Length > 0 && !_flaws.Contains(flaw))
            _flaws.Add(flaw);
        return value;
    }

    private bool Holds(PlaceCondition condition, JToken? entry)
    {
        var found = Find(condition.Place, entry) is { } located ? located.Value : null;
        if (condition.Values.Count == 0)
            return found is not null == condition.IsThere;
        return found is JValue { Value: not null } value
            && condition.Values.Contains(
                value.Value is bool truth ? (truth ? "true" : "false") : Convert.ToString(value.Value, CultureInfo.InvariantCulture)
            );
    }

    /// <summary>
    /// A name is a field's, else the longest field's whose name it begins with, and the rest is a path into that field's JSON.
    /// </summary>
    private LocatedValue? InFields(FieldList fields, PlaceRoot root, string name)
    {
        if (fields[name] is { } exact)
            return new LocatedValue(new JValue(exact), root, name);
        for (var dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
            if (fields[name[..dot]] is { } text)
                return InJson(new JValue(text), name[(dot + 1)..]);
        return null;
    }

    private LocatedValue? InJson(JToken? token, string path)
    {
        while (path.Length > 0 && token is not null)
        {
            token = Parsed(token);
            if (token is JObject exact && exact.TryGetValue(path, StringComparison.Ordinal, out var whole))
                (token, path) = (whole, "");
            else
            {
                var dot = path.IndexOf('.');
                var segment = dot < 0 ? path : path[..dot];
                (token, path) = (Child(token, segment), dot < 0 ? "" : path[(dot + 1)..]);
            }
        }
        return token is null or { Type: JTokenType.Null or JTokenType.Undefined } ? null : new LocatedValue(token, PlaceRoot.Body);
    }

    private static JToken? Child(JToken? token, string segment) =>
        token switch
        {
            JObject place => place[segment],
            JArray list when int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count =>
                list[index],
            _ => null,
        };

    private JObject? ObjectOf(Place pattern, JToken? entry)
    {
        var dot = pattern.Name.LastIndexOf('.');
        var parent = Find(pattern with { Name = dot < 0 ? "" : pattern.Name[..dot] }, entry);
        return parent is { } found ? Parsed(found.Value) as JObject : null;
    }

    private static string LastSegment(string name) => name[(name.LastIndexOf('.') + 1)..];

    /// <summary>What the wildcard stands for; null where the name does not fit.</summary>
    private static string? Fitting(string pattern, string name)
    {
        var star = pattern.IndexOf(Place.Wildcard);
        var (before, after) = (pattern[..star], pattern[(star + 1)..]);
        return
            name.Length > before.Length + after.Length
            && name.StartsWith(before, StringComparison.Ordinal)
            && name.EndsWith(after, StringComparison.Ordinal)
            ? name[before.Length..^after.Length]
            : null;
    }

    private string? PathPart(string name)
    {
        if (name.Length == 0)
            return request.Path;
        var segments = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var index = name == Place.Last ? segments.Length - 1 : int.Parse(name, CultureInfo.InvariantCulture) - 1;
        return index >= 0 && index < segments.Length ? Uri.UnescapeDataString(segments[index]) : null;
    }

    /// <summary>Of <c>Basic</c> authentication, as which some vendors send the account.</summary>
    private string? UserOfBasic() =>
        request.Header("authorization") is { } credentials
        && credentials.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)
        && Base64Text.TryDecode(credentials[6..], out var pair)
            ? pair.Split(':')[0]
            : null;

    private static LocatedValue? Text(string? text, PlaceRoot root) => text is null ? null : new LocatedValue(new JValue(text), root);

    private JToken? Parse(string text)
    {
        var json =
            BoundedJson.LooksLikeJson(text) ? text
            : Base64Text.TryDecode(text, out var decoded) && BoundedJson.LooksLikeJson(decoded) ? decoded
            : LzText.TryDecode(text, out decoded) && BoundedJson.LooksLikeJson(decoded) ? decoded
            : null;
        if (json is null)
            return null;
        try
        {
            var parsed = BoundedJson.Parse(json);
            Count(parsed is JContainer container ? container.DescendantsAndSelf().Count() : 1);
            return parsed;
        }
        catch (UnreadableRequestException) when (_copied <= DecodingLimits.CopiedValues)
        {
            // A text may begin with a bracket and be no JSON: [sale] lamp.
            return null;
        }
    }

    private void Count(int values)
    {
        _copied += values;
        WireList.DemandFew(_copied);
    }

    private static IReadOnlyList<JToken> Bounded(IReadOnlyList<JToken> entries) =>
        entries.Count <= DecodingLimits.Events ? entries : throw WireList.TooManyEvents();
}

/// <summary>A value that was found in a request, and as what it stands there.</summary>
/// <param name="Value">The value.</param>
/// <param name="Root">Whether it is a field of the query or form as a whole, or stands in JSON.</param>
/// <param name="Name">The field's name.</param>
internal readonly record struct LocatedValue(JToken Value, PlaceRoot Root, string Name = "");
