namespace MicroConvQA.Journeys.Conditions;

/// <summary>The parameter is sent with any value but an empty one.</summary>
internal sealed record Present : Condition
{
    public override string ToString() => "be present";
}
