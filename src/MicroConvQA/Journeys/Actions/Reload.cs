namespace MicroConvQA.Journeys.Actions;

/// <summary>Loads the page again.</summary>
internal sealed record Reload : StepAction;
