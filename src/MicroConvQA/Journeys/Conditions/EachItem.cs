namespace MicroConvQA.Journeys.Conditions;

/// <summary>Every item of a list meets conditions on its fields, by item field name.</summary>
internal sealed record EachItem(IReadOnlyDictionary<string, Condition> Fields) : Condition
{
    public override string ToString() => $"have in each item {ItemText.Of(Fields)}";
}
