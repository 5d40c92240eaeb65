namespace MicroConvQA.Journeys.Conditions;

/// <summary>At least one item of a list meets conditions on its fields.</summary>
internal sealed record AnyItem(IReadOnlyDictionary<string, Condition> Fields) : Condition
{
    public override string ToString() => $"have an item with {ItemText.Of(Fields)}";
}
