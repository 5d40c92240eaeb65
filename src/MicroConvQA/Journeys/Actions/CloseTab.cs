namespace MicroConvQA.Journeys.Actions;

/// <summary>Closes the current tab and goes on in the one before it.</summary>
internal sealed record CloseTab : StepAction;
