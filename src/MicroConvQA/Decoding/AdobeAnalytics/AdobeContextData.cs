using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.AdobeAnalytics;

/// <summary>
/// Fields that are grouped by marks around them: <c>c.&amp;cart.&amp;id=9&amp;.cart&amp;.c</c> is <c>{"c":{"cart":{"id":"9"}}}</c>.
/// </summary>
internal static class AdobeContextData
{
    /// <summary>Takes the groups out of the fields; returns the fields that stand in none.</summary>
    public static FieldList Take(FieldList fields, JObject groups)
    {
        var flat = new List<Field>(fields.Count);
        var open = new Stack<JObject>();
        open.Push(groups);
        foreach (var (name, value) in fields)
            if (name is [not '.', .., '.'])
                open.Push(open.Count < DecodingLimits.JsonDepth ? Group(open.Peek(), name[..^1]) : throw TooDeep());
            else if (name is ['.', ..])
                Close(open);
            else if (open.Count == 1)
                flat.Add(new Field(name, value));
            else
                open.Peek()[name] = value;
        return new FieldList(flat);
    }

    private static JObject Group(JObject parent, string name)
    {
        if (parent[name] is not JObject group)
            parent[name] = group = [];
        return group;
    }

    private static void Close(Stack<JObject> open)
    {
        if (open.Count > 1)
            open.Pop();
    }

    private static UnreadableRequestException TooDeep() => new($"It nests its context data more than {DecodingLimits.JsonDepth} deep.");
}
