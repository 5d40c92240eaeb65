using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Source;

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
