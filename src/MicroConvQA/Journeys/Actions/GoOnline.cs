namespace MicroConvQA.Journeys.Actions;

/// <summary>Connects the browser again.</summary>
public sealed record GoOnline : StepAction;
