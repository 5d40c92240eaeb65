namespace MicroConvQA.Journeys.Actions;

/// <summary>Stays on the page for a while, on the virtual clock where the page allows it.</summary>
public sealed record Stay(TimeSpan Duration) : StepAction;
