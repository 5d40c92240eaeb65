using MicroConvQA.Source;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Journeys.Fragments;

/// <summary>Puts the values of a fragment's own variables into its actions; all other variables stay for the walk.</summary>
internal sealed class FragmentVariables(IReadOnlyDictionary<string, SourceNode> values)
{
    public SourceNode PutInto(SourceNode node) =>
        node switch
        {
            SourceScalar { IsText: true } scalar => PutIntoText(scalar),
            SourceSequence sequence => sequence with { Items = [.. sequence.Items.Select(PutInto)] },
            SourceMapping mapping => mapping with { Entries = [.. mapping.Entries.Select(PutInto)] },
            _ => node,
        };

    private SourceEntry PutInto(SourceEntry entry) => new(PutIntoText(entry.Key) as SourceScalar ?? entry.Key, PutInto(entry.Value));

    private static SourceNode At(SourcePlace place, SourceNode value) => value with { Place = place };

    private SourceNode PutIntoText(SourceScalar scalar)
    {
        if (VariableText.WholeName(scalar.Text) is { } name && values.TryGetValue(name, out var value))
            return value is SourceScalar { IsNull: true } ? scalar : At(scalar.Place, value);
        var text = VariableText.Substitute(scalar.Text, inside =>
            values.GetValueOrDefault(inside) is SourceScalar { IsNull: false } known ? known.Text : null
        );
        return text == scalar.Text ? scalar : scalar with { Text = text, Value = new JValue(text) };
    }
}
