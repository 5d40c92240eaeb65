using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Criteo;

/// <summary>An event's items: <c>[1,2]</c>, <c>"1"</c>, or <c>[i%3D1%26pr%3D9.5%26q%3D2]</c>, in which each is a query once more.</summary>
internal static class CriteoItems
{
    public static IReadOnlyList<JObject> Read(string? text)
    {
        var list = text?.Trim() is ['[', .., ']'] bracketed ? bracketed[1..^1] : text;
        return [.. WireList.Split(list, ',').Select(Item)];
    }

    private static JObject Item(string text)
    {
        var plain = Uri.UnescapeDataString(text).Trim('"');
        if (!plain.StartsWith("i=", StringComparison.Ordinal))
            return new JObject { ["id"] = plain };
        var item = new JObject();
        foreach (var (name, value) in FieldList.Parse(plain))
            item[CriteoFields.ItemFields.GetValueOrDefault(name, name)] = name is "pr" or "q"
                ? WireNumber.ReadOrText(value)
                : new JValue(value);
        return item;
    }
}
