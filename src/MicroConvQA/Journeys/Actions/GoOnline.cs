namespace MicroConvQA.Journeys.Actions;

/// <summary>Connects the browser again.</summary>
internal sealed record GoOnline : StepAction;
