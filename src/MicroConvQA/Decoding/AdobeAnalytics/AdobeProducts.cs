using System.Globalization;
using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.AdobeAnalytics;

/// <summary>
/// The products of a request: <c>category;product;quantity;price;event1=5|event2=3;eVar1=a|eVar2=b</c>, joined by commas. The price is the
/// total of the quantity. Source: experienceleague.adobe.com, "products".
/// </summary>
internal static class AdobeProducts
{
    private static readonly string[] Places = ["category", "product", "quantity", "price"];

    public static IReadOnlyList<JObject> Read(string? text) => [.. WireList.Split(text, ',').Select(Product)];

    /// <summary>The sum of the prices; null where none has one that is a number.</summary>
    public static JValue? Total(IReadOnlyList<JObject> products)
    {
        var prices = products.Select(product => product["price"]).OfType<JValue>().Where(price => price.Value is long or decimal).ToList();
        return prices.Count == 0 ? null : Sum(prices);
    }

    private static JValue? Sum(IEnumerable<JValue> prices)
    {
        try
        {
            return new JValue(prices.Sum(price => Convert.ToDecimal(price.Value, CultureInfo.InvariantCulture)));
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static JObject Product(string text)
    {
        var parts = text.Split(';', 7);
        var product = new JObject();
        for (var place = 0; place < Math.Min(parts.Length, Places.Length); place++)
            if (parts[place].Trim() is { Length: > 0 } part)
                product[Places[place]] = place < 2 ? new JValue(part) : WireNumber.ReadOrText(part);
        if (parts.Length > 4)
            Merchandise(parts[4], product, isNumber: true);
        if (parts.Length > 5)
            Merchandise(parts[5], product, isNumber: false);
        return product;
    }

    private static void Merchandise(string text, JObject product, bool isNumber)
    {
        foreach (var part in WireList.Split(text, '|'))
            if (part.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
                product[part[..equals]] = isNumber ? WireNumber.ReadOrText(part[(equals + 1)..]) : new JValue(part[(equals + 1)..]);
    }
}
