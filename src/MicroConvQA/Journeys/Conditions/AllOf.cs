namespace MicroConvQA.Journeys.Conditions;

/// <summary>Several conditions hold together: <c>{at least: 1, at most: 5}</c>.</summary>
internal sealed record AllOf(IReadOnlyList<Condition> Conditions) : Condition
{
    public override string ToString() => string.Join(" and ", Conditions);
}
