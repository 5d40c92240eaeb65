namespace MicroConvQA.Journeys.Actions;

/// <summary>Scrolls the page by CSS pixels; positive is down.</summary>
internal sealed record ScrollBy(int Pixels) : StepAction;
