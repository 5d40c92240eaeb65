using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Matomo;

/// <summary>Matomo's products: as lists of five values in a cart or an order, as fields of their own on a page view.</summary>
internal static class MatomoItems
{
    private static readonly string[] Places = ["productSKU", "productName", "productCategory", "price", "quantity"];

    public static IReadOnlyList<JObject> Ordered(JArray list, List<string> unread)
    {
        var items = new List<JObject>(list.Count);
        foreach (var entry in list)
            if (entry is JArray values && values.Count <= Places.Length)
                items.Add(new JObject(values.Select((value, place) => new JProperty(Places[place], value.DeepClone()))));
            else
                unread.Add("An entry of 'ec_items' should be a list of SKU, name, category, price and quantity, and is something else.");
        return items;
    }

    /// <summary>The product of a page view; null = the page is a category's.</summary>
    public static JObject? Viewed(FieldList fields)
    {
        if (fields["_pks"] is not { Length: > 0 } sku)
            return null;
        var item = new JObject { ["productSKU"] = sku };
        if (fields["_pkn"] is { Length: > 0 } name)
            item["productName"] = name;
        if (fields["_pkc"] is { Length: > 0 } category)
            item["categoryName"] = JsonField.ValueOrText(category);
        if (fields["_pkp"] is { Length: > 0 } price)
            item["price"] = WireNumber.ReadOrText(price);
        return item;
    }
}
