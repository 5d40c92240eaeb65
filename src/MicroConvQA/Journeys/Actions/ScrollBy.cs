namespace MicroConvQA.Journeys.Actions;

/// <summary>Scrolls the page by CSS pixels; positive is down.</summary>
public sealed record ScrollBy(int Pixels) : StepAction;
