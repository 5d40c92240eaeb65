namespace MicroConvQA.Journeys.Actions;

/// <summary>Cuts the browser off the network.</summary>
public sealed record GoOffline : StepAction;
