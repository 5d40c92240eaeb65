namespace MicroConvQA.Journeys.Actions;

/// <summary>Stays on the page for a while, on the virtual clock where the page allows it.</summary>
internal sealed record Stay(TimeSpan Duration) : StepAction;
