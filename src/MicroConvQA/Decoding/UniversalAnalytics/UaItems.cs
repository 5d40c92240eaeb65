using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.UniversalAnalytics;

/// <summary>
/// The items of enhanced ecommerce, each spread over fields that bear its number: products (<c>pr1nm</c>), products in lists
/// (<c>il1pi2nm</c>, the list's name <c>il1nm</c>) and promotions (<c>promo1nm</c>).
/// </summary>
internal sealed class UaItems
{
    private readonly SortedDictionary<int, JObject> _products = [];
    private readonly SortedDictionary<(int List, int Place), JObject> _listed = [];
    private readonly SortedDictionary<int, JObject> _promotions = [];
    private readonly Dictionary<int, string> _lists = [];

    public bool AreListed => _products.Count == 0 && _listed.Count > 0;

    public bool ArePromotions => _products.Count == 0 && _listed.Count == 0 && _promotions.Count > 0;

    /// <summary>The products that something was done with, else the ones that were shown in lists, else the promotions.</summary>
    public IReadOnlyList<JObject> Items()
    {
        foreach (var ((list, _), item) in _listed)
            if (_lists.TryGetValue(list, out var name))
                item["list"] = name;
        return _products.Count > 0 ? [.. _products.Values]
            : _listed.Count > 0 ? [.. _listed.Values]
            : [.. _promotions.Values];
    }

    public bool TryRead(Field field)
    {
        var (name, value) = field;
        if (Numbered(name, "promo", out var promotion, out var key))
            return Put(_promotions, promotion, UaFields.PromotionFields, key, value, isPositionANumber: false);
        if (Numbered(name, "pr", out var product, out key))
            return Put(_products, product, UaFields.ItemFields, key, value);
        if (!Numbered(name, "il", out var list, out key))
            return false;
        if (key != "nm")
            return Numbered(key, "pi", out var place, out key) && Put(_listed, (list, place), UaFields.ItemFields, key, value);
        _lists[list] = value;
        return true;
    }

    private static bool Put<TNumber>(
        SortedDictionary<TNumber, JObject> items,
        TNumber number,
        IReadOnlyDictionary<string, string> names,
        string key,
        string value,
        bool isPositionANumber = true
    )
        where TNumber : notnull
    {
        if (!names.TryGetValue(key, out var name) && !TryNameOwn(key, out name))
            return false;
        if (!items.TryGetValue(number, out var item))
            items[number] = item = [];
        item[name] = IsNumber(name, isPositionANumber) ? WireNumber.ReadOrText(value) : new JValue(value);
        return true;
    }

    private static bool IsNumber(string name, bool isPositionANumber) =>
        name == "position" ? isPositionANumber : UaFields.ItemNumbers.Contains(name) || name.StartsWith("metric", StringComparison.Ordinal);

    /// <summary>Custom dimensions and metrics of a product: <c>pr1cd2</c>.</summary>
    private static bool TryNameOwn(string key, [NotNullWhen(true)] out string? name)
    {
        name =
            key.Length > 2 && UaFields.Numbered.TryGetValue(key[..2], out var kind) && Number(key.AsSpan(2)) is not null
                ? kind + key[2..]
                : null;
        return name is not null;
    }

    private static bool Numbered(string name, string prefix, out int number, out string rest)
    {
        (number, rest) = (0, "");
        if (!name.StartsWith(prefix, StringComparison.Ordinal))
            return false;
        var end = prefix.Length;
        while (end < name.Length && char.IsAsciiDigit(name[end]))
            end++;
        if (end == name.Length || Number(name.AsSpan(prefix.Length, end - prefix.Length)) is not { } found)
            return false;
        (number, rest) = (found, name[end..]);
        return true;
    }

    private static int? Number(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
