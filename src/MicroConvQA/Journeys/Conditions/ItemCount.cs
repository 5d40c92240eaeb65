namespace MicroConvQA.Journeys.Conditions;

/// <summary>The number of items of a list meets a condition.</summary>
internal sealed record ItemCount(Condition Number) : Condition
{
    public override string ToString() => $"have a number of items that must {Number}";
}
