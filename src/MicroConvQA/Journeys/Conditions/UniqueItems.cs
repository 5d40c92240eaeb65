namespace MicroConvQA.Journeys.Conditions;

/// <summary>No two items of a list share the value of a field.</summary>
internal sealed record UniqueItems(string Field) : Condition
{
    public override string ToString() => $"have a different {Field} in each item";
}
