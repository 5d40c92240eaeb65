namespace MicroConvQA.Journeys.Conditions;

/// <summary>The parameter is not sent at all.</summary>
public sealed record Absent : Condition
{
    public override string ToString() => "be absent";
}
