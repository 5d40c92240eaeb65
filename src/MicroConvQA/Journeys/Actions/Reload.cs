namespace MicroConvQA.Journeys.Actions;

/// <summary>Loads the page again.</summary>
public sealed record Reload : StepAction;
