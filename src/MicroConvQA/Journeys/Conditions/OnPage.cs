using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Journeys.Conditions;

/// <summary>The value equals what the page showed after the step's actions; read by the walk and kept in its recording.</summary>
/// <param name="Reading">What is read.</param>
/// <param name="Variable">The name under which the walk remembers it; unique in the journey.</param>
internal sealed record OnPage(PageReading Reading, string Variable) : Condition
{
    public override string ToString() => $"be the {Reading}";
}
