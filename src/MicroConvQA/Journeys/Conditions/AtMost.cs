namespace MicroConvQA.Journeys.Conditions;

/// <summary>The value is a number, not more than a bound.</summary>
internal sealed record AtMost(decimal Bound) : Condition
{
    public override string ToString() => FormattableString.Invariant($"be at most {Bound}");
}
