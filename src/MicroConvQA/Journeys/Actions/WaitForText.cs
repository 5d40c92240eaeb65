namespace MicroConvQA.Journeys.Actions;

/// <summary>Waits until a text is visible on the page.</summary>
internal sealed record WaitForText(string VisibleText) : StepAction;
