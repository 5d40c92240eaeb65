using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Source;

/// <summary>A value of an author's file with its place: a scalar, a list, a mapping, or what could not be read.</summary>
internal abstract record SourceNode(SourcePlace Place)
{
    /// <summary>The value as messages show it: <c>the number 5</c>, <c>a list</c>.</summary>
    public abstract string Describe();
}

/// <summary>Keys with their values, each key once.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Entries">The entries in their order.</param>
/// <param name="IsCut">Whether the file could not be read to the mapping's end, so that a key may only seem to be missing.</param>
internal sealed record SourceMapping(SourcePlace Place, IReadOnlyList<SourceEntry> Entries, bool IsCut) : SourceNode(Place)
{
    public SourceEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Text == key);

    public override string Describe() => Entries.Count == 0 ? "an empty mapping" : $"a mapping with '{Entries[0].Key.Text}'";
}

/// <summary>One key of a mapping with its value.</summary>
internal sealed record SourceEntry(SourceScalar Key, SourceNode Value);

/// <summary>A list of values.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Items">The values in their order.</param>
/// <param name="IsCut">Whether the file could not be read to the list's end.</param>
internal sealed record SourceSequence(SourcePlace Place, IReadOnlyList<SourceNode> Items, bool IsCut) : SourceNode(Place)
{
    public override string Describe() => Items.Count == 0 ? "an empty list" : "a list";
}

/// <summary>A single value: the text as it was written and the value that it stands for.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Text">The text without quotes.</param>
/// <param name="Value">A text, a number, a truth value or null.</param>
/// <param name="IsQuoted">Whether the author said that it is a text, by quotes or a block.</param>
internal sealed partial record SourceScalar(SourcePlace Place, string Text, JValue Value, bool IsQuoted) : SourceNode(Place)
{
    public bool IsNull => Value.Type == JTokenType.Null;

    public bool IsText => Value.Type == JTokenType.String;

    public bool IsNumber => Value.Type is JTokenType.Integer or JTokenType.Float;

    /// <summary>Whether it reads as a number though the author may mean a text: a postcode or article number.</summary>
    public bool HasLeadingZero => !IsQuoted && LeadingZero().IsMatch(Text);

    public override string Describe() =>
        Value.Type switch
        {
            JTokenType.Null => "nothing",
            JTokenType.String => $"the text '{Shortened}'",
            JTokenType.Boolean => $"the truth value {Shortened}",
            _ => $"the number {Shortened}",
        };

    private string Shortened => Text.Length <= 60 ? Text : Text[..60] + "…";

    [GeneratedRegex("^[-+]?0[0-9]+$")]
    private static partial Regex LeadingZero();
}

/// <summary>A value whose problem was already reported; readers pass over it in silence.</summary>
internal sealed record SourceUnreadable(SourcePlace Place) : SourceNode(Place)
{
    public override string Describe() => "unreadable";
}
