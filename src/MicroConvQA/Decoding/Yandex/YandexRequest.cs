using System.Globalization;
using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Yandex;

/// <summary>One request as its hits: what it is itself, or each ecommerce action that it carries.</summary>
internal sealed class YandexRequest
{
    private readonly RequestContent _request;
    private readonly FieldList _fields;
    private readonly Dictionary<string, string> _info;
    private readonly List<string> _unread = [];
    private readonly JObject _parameters;
    private readonly (string Scheme, string Target)? _goal;

    public YandexRequest(RequestContent request, FieldList fields)
    {
        _request = request;
        _fields = fields;
        _info = Info(fields[YandexFields.BrowserInfo]);
        _parameters = JsonField.Object(fields, YandexFields.Parameters, _unread) ?? [];
        _goal = Goal(fields[YandexFields.PageUrl]);
    }

    public IReadOnlyList<Hit> Hits()
    {
        if (_fields[YandexFields.PageUrl] is null && _info.Count == 0)
            throw new UnreadableRequestException(
                $"It is neither a page view nor a goal: there is no '{YandexFields.PageUrl}' and no '{YandexFields.BrowserInfo}'."
            );
        var actions = Actions();
        return actions.Count > 0 ? actions : [Whole()];
    }

    private Hit Whole()
    {
        var own = (JObject)_parameters.DeepClone();
        var user = UserId(own);
        var (name, role) = Named(user is not null);
        return Build(name, role, own, [], EventId, user);
    }

    private (string Name, HitRole Role) Named(bool namesUser)
    {
        if (_goal is var (scheme, target))
            // Metrica's own goals (forms, buttons) have a scheme of their own, and describe what was meant instead of naming it.
            return scheme == "goal" ? (target, HitRole.Event) : (scheme, HitRole.Event);
        var kind = YandexFields.Kinds.FirstOrDefault(kind => _info.GetValueOrDefault(kind.Flag) == "1").Event ?? "hit";
        return kind switch
        {
            // It is sent by itself when a visit has lasted for some seconds.
            YandexFields.NotBounce => (kind, HitRole.Companion),
            YandexFields.Params when namesUser => ("setUserID", HitRole.State),
            YandexFields.Params when _parameters.ContainsKey(YandexFields.UserParameters) => ("userParams", HitRole.State),
            _ => (kind, HitRole.Event),
        };
    }

    private static string? UserId(JObject own)
    {
        if (own[YandexFields.Internal] is not JObject inner || JsonText.NotEmpty(inner["user_id"]) is not { } user)
            return null;
        inner.Remove("user_id");
        if (inner.Count == 0)
            own.Remove(YandexFields.Internal);
        return user;
    }

    /// <summary>
    /// <c>{"__ym":{"ecommerce":[{"currencyCode":"EUR","purchase":{"actionField":{…},"products":[…]}}]}}</c>: each key but the currency is
    /// an action.
    /// </summary>
    private List<Hit> Actions()
    {
        var hits = new List<Hit>();
        if (_parameters[YandexFields.Internal] is not JObject inner || inner[YandexFields.Ecommerce] is not JArray messages)
            return hits;
        foreach (var message in messages.OfType<JObject>())
        foreach (var (name, action) in message)
            if (name != YandexFields.Currency && action is JObject or JArray)
                hits.Add(
                    hits.Count < DecodingLimits.Events
                        ? Action(name, action!, message[YandexFields.Currency], hits.Count)
                        : throw WireList.TooManyEvents()
                );
        return hits;
    }

    private Hit Action(string name, JToken action, JToken? currency, int place)
    {
        var parameters = (JObject?)(action as JObject)?["actionField"]?.DeepClone() as JObject ?? [];
        if (currency is JValue)
            parameters[YandexFields.Currency] = currency.DeepClone();
        var list = action as JArray ?? (action["products"] ?? action["promotions"]) as JArray ?? [];
        // A second action of the same kind in one request is another event.
        var id = place == 0 || EventId is null ? EventId : string.Create(CultureInfo.InvariantCulture, $"{EventId}/{place}");
        return Build(name, HitRole.Event, parameters, [.. list.OfType<JObject>().Select(item => (JObject)item.DeepClone())], id, null);
    }

    private Hit Build(string name, HitRole role, JObject parameters, IReadOnlyList<JObject> items, string? id, string? user)
    {
        var (page, unread) = (Page, new List<string>(_unread));
        var wire = new JObject();
        YandexFields.Table.Sort(_fields, [], wire);
        foreach (var (key, value) in _info)
            if (!YandexFields.LiftedInfo.Contains(key))
                wire[key] = value;
        if (_goal is not null && name != _goal.Value.Target)
            wire[YandexFields.PageUrl] = _fields[YandexFields.PageUrl];
        AddMissing(parameters, "title", _info.GetValueOrDefault(YandexFields.Title));
        AddMissing(parameters, "referer", page == _fields[YandexFields.Referrer] ? null : _fields[YandexFields.Referrer]);
        AddMissing(parameters, "url", page == _fields[YandexFields.PageUrl] || _goal is not null ? null : _fields[YandexFields.PageUrl]);
        if (WireFields.Attach(parameters, wire) is { } hidden)
            unread.Add(hidden);
        return new Hit
        {
            Vendor = "yandex-metrica",
            Account = Counter,
            Event = name,
            Role = role,
            Parameters = parameters,
            Items = items,
            EventId = id,
            ClientId = _info.GetValueOrDefault("u"),
            UserId = user,
            PageUrl = page,
            PageLoadId = _info.GetValueOrDefault("hid"),
            StatedTime = WireNumber.ReadTime(_info.GetValueOrDefault("et")),
            Request = _request.Request,
            Unread = unread,
        };
    }

    private string? Counter => WireList.Split(_request.Path, '/') is [_, var counter, ..] ? counter : null;

    private string? EventId =>
        _info.GetValueOrDefault("hid") is { Length: > 0 } load && _info.GetValueOrDefault("rqn") is { Length: > 0 } number
            ? $"{load}/{number}"
            : null;

    /// <summary>The page; of a goal or a link it stands where a page view has its referrer.</summary>
    private string? Page =>
        _fields[
            _goal is not null || _info.ContainsKey("ln") || _info.ContainsKey("dl") || _info.ContainsKey("dwl")
                ? YandexFields.Referrer
                : YandexFields.PageUrl
        ];

    private static void AddMissing(JObject parameters, string name, string? value)
    {
        if (value is { Length: > 0 })
            parameters.TryAdd(name, value);
    }

    /// <summary>What a goal's address names: <c>goal://shop.example/buy</c>.</summary>
    private static (string Scheme, string Target)? Goal(string? url)
    {
        var end = url?.IndexOf("://", StringComparison.Ordinal) ?? -1;
        if (
            end <= 0
            || url!.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("file", StringComparison.OrdinalIgnoreCase)
        )
            return null;
        var rest = url[(end + 3)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var target = Uri.UnescapeDataString(slash < 0 ? rest : rest[(slash + 1)..]);
        return target.Length == 0 ? null : (url[..end], target);
    }

    private static Dictionary<string, string> Info(string? text)
    {
        var info = new Dictionary<string, string>();
        var parts = WireList.SplitAll(text, ':');
        for (var at = 0; at + 1 < parts.Length; at += 2)
        {
            // The title is the last and may hold colons.
            if (parts[at] == YandexFields.Title)
            {
                info[parts[at]] = string.Join(':', parts[(at + 1)..]);
                break;
            }
            info[parts[at]] = parts[at + 1];
        }
        return info;
    }
}
