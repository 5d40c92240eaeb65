using MicroConvQA.Journeys.Conditions;

namespace MicroConvQA.Matching.Conditions;

/// <summary>What holds of every value without being asked for: it is none of the words that stand for an absent one.</summary>
internal sealed record RealValue : Condition
{
    public override string ToString() => "hold a value and no placeholder";
}
