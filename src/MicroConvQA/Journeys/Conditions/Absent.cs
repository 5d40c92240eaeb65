namespace MicroConvQA.Journeys.Conditions;

/// <summary>The parameter is not sent at all.</summary>
internal sealed record Absent : Condition
{
    public override string ToString() => "be absent";
}
