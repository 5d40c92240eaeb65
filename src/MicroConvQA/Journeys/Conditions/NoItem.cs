namespace MicroConvQA.Journeys.Conditions;

/// <summary>No item of a list meets conditions on its fields.</summary>
internal sealed record NoItem(IReadOnlyDictionary<string, Condition> Fields) : Condition
{
    public override string ToString() => $"have no item with {ItemText.Of(Fields)}";
}
