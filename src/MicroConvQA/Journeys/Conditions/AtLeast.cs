namespace MicroConvQA.Journeys.Conditions;

/// <summary>The value is a number, not less than a bound.</summary>
internal sealed record AtLeast(decimal Bound) : Condition
{
    public override string ToString() => FormattableString.Invariant($"be at least {Bound}");
}
