using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Content;

/// <summary>What the flat fields of a wire format mean, as data.</summary>
internal sealed record FieldMeanings
{
    /// <summary>Fields that are parameters, with their documented names.</summary>
    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    /// <summary>Fields that are documented as numbers; a wire of text tells no types.</summary>
    public IReadOnlySet<string> Numbers { get; init; } = new HashSet<string>();

    /// <summary>Fields that have a place of their own on the hit and are not repeated.</summary>
    public IReadOnlySet<string> Lifted { get; init; } = new HashSet<string>();

    /// <summary>Sorts fields into parameters and what the SDK adds by itself.</summary>
    /// <param name="fields">In the order sent.</param>
    /// <param name="parameters">Where parameters are put.</param>
    /// <param name="wire">Where the rest is put.</param>
    /// <param name="isRead">Reads a field whose name is a pattern (<c>cd1</c>), and says whether it did; null = there are none.</param>
    public void Sort(FieldList fields, JObject parameters, JObject wire, Func<Field, bool>? isRead = null)
    {
        foreach (var field in fields)
            if (Lifted.Contains(field.Name) || isRead?.Invoke(field) == true)
                continue;
            else if (Parameters.TryGetValue(field.Name, out var name))
                parameters[name] = Numbers.Contains(field.Name) ? WireNumber.ReadOrText(field.Value) : new JValue(field.Value);
            else
                wire[field.Name] = field.Value;
    }
}
