using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Snowplow;

/// <summary>
/// The entities attached to an event: products (else promotions) are its items, the ecommerce plugin's other entities stand under their
/// schema's name (<c>transaction.revenue</c>), all others under <c>contexts</c> (<c>contexts.web_page.id</c>).
/// </summary>
internal sealed class SnowplowContexts
{
    private readonly List<JObject> _products = [];
    private readonly List<JObject> _promotions = [];
    private readonly JObject _ecommerce = [];
    private readonly JObject _others = [];

    public IReadOnlyList<JObject> Items => _products.Count > 0 ? _products : _promotions;

    /// <summary>The id of the page view, which is the same for all events of one page load.</summary>
    public string? PageViewId => JsonText.Of((_others[SnowplowFields.WebPage] as JObject)?["id"]);

    /// <summary>Throws where the contexts are sent and cannot be read.</summary>
    public void Read(FieldList fields)
    {
        if (SelfDescribing.Read(fields, "co", "cx") is not { } contexts)
            return;
        if (contexts.Data is not JArray entities)
            throw new UnreadableRequestException("Its contexts are not a list.");
        foreach (var entity in entities)
            Add(SelfDescribing.Read(entity) ?? throw new UnreadableRequestException("One of its contexts has no schema or no data."));
    }

    public void AddTo(JObject parameters)
    {
        foreach (var (name, value) in _ecommerce)
            if (parameters.ContainsKey(name))
                _others[name] = value;
            else
                parameters[name] = value;
        if (_others.Count > 0)
            parameters["contexts"] = _others;
    }

    private void Add(SelfDescribing entity)
    {
        var (schema, data) = entity;
        if (schema.Vendor != SnowplowFields.EcommerceVendor)
            Put(_others, schema.Name, data);
        else if (schema.Name == "product" && data is JObject product)
            _products.Add(JsonParts.Taken(product));
        else if (schema.Name == "promotion" && data is JObject promotion)
            _promotions.Add(JsonParts.Taken(promotion));
        else
            Put(_ecommerce, schema.Name, data);
    }

    private static void Put(JObject place, string name, JToken data)
    {
        var own = JsonParts.Taken(data);
        if (place[name] is JArray several)
            several.Add(own);
        else
            place[name] = place[name] is { } one ? new JArray(one, own) : own;
    }
}
