using System.Globalization;
using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Ga4;

/// <summary>Builds one hit from the query's fields and a batch line's, which override them.</summary>
internal sealed class Ga4Hit
{
    private readonly JObject _parameters = [];
    private readonly JObject _wire = [];
    private JObject? _userProperties;
    private Dictionary<int, JObject>? _items;
    private List<string>? _unread;
    private string? _account;
    private string? _clientId;
    private string? _sessionId;
    private string? _pageLoadId;
    private string? _gcs;
    private string? _gcd;
    private string? _npa;
    private string? _gcu;

    private Ga4Hit() { }

    public static Hit Read(RequestContent request, FieldList query, FieldList line, string name, HitRole role)
    {
        var reading = new Ga4Hit();
        foreach (var field in query)
            reading.Put(field);
        foreach (var field in line)
            reading.Put(field);
        return reading.Build(request, name, role);
    }

    private Hit Build(RequestContent request, string name, HitRole role)
    {
        if (_userProperties is not null)
            _parameters[Ga4Fields.UserProperties] = _userProperties;
        if (WireFields.Attach(_parameters, _wire) is { } hidden)
            Note(hidden);
        return new Hit
        {
            Vendor = "ga4",
            Account = _account,
            Event = name,
            Role = role,
            Parameters = _parameters,
            Items = _items is null ? [] : [.. _items.OrderBy(item => item.Key).Select(item => item.Value)],
            ClientId = _clientId,
            SessionId = _sessionId,
            UserId = JsonText.Of(_parameters["user_id"]),
            Consent = GoogleConsent.Read(_gcs, _gcd, _npa, _gcu),
            PageUrl = JsonText.Of(_parameters["page_location"]),
            PageLoadId = _pageLoadId,
            Request = request.Request,
            Unread = _unread ?? (IReadOnlyList<string>)[],
        };
    }

    private void Put(Field field)
    {
        var name = field.Name;
        if (PutOnHit(field))
            return;
        if (Ga4Fields.Parameters.TryGetValue(name, out var documented))
            _parameters[documented] = field.Value;
        else if (name is ['e', 'p', ..] && ReadTyped(field, Ga4Fields.Text, Ga4Fields.Number) is var (parameter, sent))
            _parameters[parameter] = sent;
        else if (name is ['u', 'p', ..] && ReadTyped(field, Ga4Fields.UserText, Ga4Fields.UserNumber) is var (property, said))
            (_userProperties ??= [])[property] = said;
        else if (ItemNumber(name) is { } number)
            PutItem(number, field.Value);
        else
            _wire[name] = field.Value;
    }

    /// <summary>The keys that have a place of their own on the hit; false = it is shown as a field too.</summary>
    private bool PutOnHit(Field field)
    {
        switch (field.Name)
        {
            case "v" or "en":
                return true;
            case "tid":
                _account = field.Value;
                return true;
            case "cid":
                _clientId = field.Value;
                return true;
            case "sid":
                _sessionId = field.Value;
                return true;
            case "_p":
                _pageLoadId = field.Value;
                return true;
            case "gcs":
                _gcs = field.Value;
                return true;
            case "gcd":
                _gcd = field.Value;
                return true;
            case "npa":
                _npa = field.Value;
                return false;
            case "gcu":
                _gcu = field.Value;
                return false;
            default:
                return false;
        }
    }

    /// <summary>A field whose prefix tells its type; null = it has no such prefix.</summary>
    private (string Name, JValue Value)? ReadTyped(Field field, string textPrefix, string numberPrefix)
    {
        var (name, value) = field;
        if (name.StartsWith(textPrefix, StringComparison.Ordinal))
            return (name[textPrefix.Length..], new JValue(value));
        return name.StartsWith(numberPrefix, StringComparison.Ordinal) ? (name[numberPrefix.Length..], ReadNumber(name, value)) : null;
    }

    private JValue ReadNumber(string name, string value)
    {
        if (WireNumber.Read(value) is { } number)
            return number;
        Note($"'{name}' should be a number and is '{value}'.");
        return new JValue(value);
    }

    private void PutItem(int number, string text)
    {
        var (item, unread) = Ga4Item.Read(text);
        (_items ??= [])[number] = item;
        if (unread is not null)
            Note(unread);
    }

    private static int? ItemNumber(string name) =>
        name.StartsWith(Ga4Fields.Item, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(Ga4Fields.Item.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private void Note(string unread) => (_unread ??= []).Add(unread);
}
