using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Source.Shapes;

/// <summary>A list of values of one kind; where one alone is allowed, it stands for a list of one.</summary>
internal sealed class ListKind<T>(ValueKind<T> item, string itemsName, bool allowsOne, int least) : ValueKind<IReadOnlyList<T>>
{
    public override string Description =>
        (allowsOne ? $"{item.Description} or " : "") + $"a list of {itemsName}" + (least > 0 ? ", at least one" : "");

    public override bool Fits(SourceNode node) => node is SourceSequence || (allowsOne && item.Fits(node));

    public override JObject Schema(SchemaDefinitions definitions)
    {
        var list = new JObject { ["type"] = "array", ["items"] = item.Schema(definitions) };
        if (least > 0)
            list["minItems"] = least;
        return allowsOne ? new JObject { ["anyOf"] = new JArray(item.Schema(definitions), list) } : list;
    }

    public override bool TryRead(SourceNode node, string subject, ReadScope scope, [MaybeNullWhen(false)] out IReadOnlyList<T> value)
    {
        var values = new List<T>();
        value = values;
        var isList = node is SourceSequence sequence && (sequence.Items.Count >= least || sequence.IsCut);
        if (!isList && !(allowsOne && item.Fits(node)))
            return Refuse(node, subject, scope);
        foreach (var child in isList ? ((SourceSequence)node).Items : [node])
            Add(child, subject, scope, values);
        return true;
    }

    // An entry that cannot be read is reported and left out; the others are still worth checking.
    private void Add(SourceNode node, string subject, ReadScope scope, List<T> values)
    {
        if (item.TryRead(node, node is SourceScalar ? $"an entry of {subject}" : subject, scope, out var value))
            values.Add(value);
    }
}
