namespace MicroConvQA.Journeys.Conditions;

/// <summary>
/// The value equals an arithmetic expression over the hit's parameters and items, to the cent: <c>sum(price * quantity) - discount</c>.
/// </summary>
internal sealed record Computed(string Formula) : Condition
{
    public override string ToString() => $"be {Formula}";
}
